"""What identification left of a person, for the public table and for leaving (PR-01, PR-07)."""

from django.utils.translation import gettext_lazy as _

from community.core.knowing import Choice, Ground, Part, Seen, erases, exports, knows, plain

from .identity import forget
from .identity_models import Identity
from .models import User

knows(
    _("That you were identified once as an adult, how, and when"),
    why=_("So that everybody in the closed parts is a real, adult person"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=_("As long as the account"),
    fields={"accounts.identity": "person adult method verified_at"},
    example=_("bank identification, 2026-11-17"),
)
knows(
    _("Two codes computed from your identification, without name, code or birth date"),
    why=_("So that one person has one account, and a block follows the person"),
    ground=Ground.SAFETY,
    seen_by=(Seen.NOBODY,),
    kept=_("As long as the account; the first one longer, while somebody's block on you stands"),
    fields={
        "accounts.identity": "person_key name_key",
        "accounts.formeridentity": "person person_key",
    },
    example="5f1c…",
)
plain(
    "numbers of the database, and which key a hash was made with",
    {
        "accounts.identity": "id key_version",
        "accounts.formeridentity": "id key_version",
    },
)


@exports(
    "identified",
    _("That you were identified"),
    Part.BASICS,
    {"how": _("How"), "at": _("When")},
)
def identified(person: User) -> list[dict]:
    """Not the codes: whoever holds them could compare them with somebody else's copy."""
    return [
        {"how": one.get_method_display(), "at": one.verified_at}
        for one in Identity.objects.filter(person=person)
    ]


@erases
def drop_identity(person: User, choice: Choice) -> None:
    """Nothing stays. Safety has put the key aside by now, where a block on this person stands."""
    forget(person)
