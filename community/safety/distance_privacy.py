"""What the distance list keeps, for the public table, a copy of one's own, and leaving."""

from django.utils.translation import gettext_lazy as _

from community.accounts.models import User
from community.core.knowing import Choice, Ground, Part, Seen, erases, exports, knows, plain

from .distance_models import DistanceEntry
from .distance_queries import entries

knows(
    _("Your distance list: when an entry was added or taken off, without names"),
    why=_("So that you can look at it and take entries off"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=_("Until you take an entry off or leave; what it hid stays hidden"),
    fields={"safety.distanceentry": "ref by number made_at removed_at"},
    example=_("Entry 1, November 2026"),
    part=Part.PRIVATE,
)
knows(
    _("Of a person somebody named: a code computed from name and birth date"),
    why=_("So that these two do not meet here"),
    ground=Ground.SAFETY,
    seen_by=(Seen.NOBODY,),
    kept=_("Until the entry is taken off, and at most a day longer"),
    fields={
        "safety.distanceentry": "name_key begins_at ends_at",
        "safety.distancehit": "entry about since",
    },
    example="9b07…",
    part=Part.PRIVATE,
)
plain(
    "numbers of the database, and which key a hash was made with",
    {"safety.distanceentry": "id key_version", "safety.distancehit": "id"},
)


@exports("distance", _("Your distance list"), Part.PRIVATE, {"entry": _("Entry"), "at": _("Added")})
def own_list(person: User) -> list[dict]:
    """Numbers and months. Never whom it met, when it begins, or that somebody named this person."""
    return [{"entry": one.number, "at": one.made_at.strftime("%Y-%m")} for one in entries(person)]


@erases
def drop_list(person: User, choice: Choice) -> None:
    """The own list goes with its owner."""
    DistanceEntry.objects.filter(by=person).delete()
