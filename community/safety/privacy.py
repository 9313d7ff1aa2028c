"""What safety knows: whom somebody blocked. Never in a copy: who blocked this person (PR-05)."""

from django.utils.translation import gettext_lazy as _

from community.accounts import identity, names
from community.accounts.models import User
from community.core.knowing import (
    Choice,
    Ground,
    Part,
    Seen,
    erases,
    exports,
    knows,
    plain,
)

from . import distance_privacy, queries  # noqa: F401 (the distance list: a file of its own)
from .models import Block

knows(
    _("Whom you blocked: the name you saw, where, and when"),
    why=_("So that you see nothing of each other"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=_("Until you lift it; it goes the next night"),
    fields={"safety.block": "ref by about place name made_at lifted_at"},
    example=_("“Misty stone”, 2026-11-20"),
    part=Part.PRIVATE,
)
plain("a number of the database", {"safety.block": "id"})


@exports(
    "blocks",
    _("Names you blocked"),
    Part.PRIVATE,
    {"name": _("Name you saw"), "blocked": _("Blocked")},
)
def blocks(person: User) -> list[dict]:
    """One's own list as its page shows it: the names one saw, never who is behind them."""
    return [{"name": one.name, "blocked": one.made_at} for one in queries.own_blocks(person)]


@erases
def empty_blocks(person: User, choice: Choice) -> None:
    """Blocks one made go. One made against a verified person stays, without the name (PB-10)."""
    Block.objects.filter(by=person).delete()
    against = Block.objects.filter(about=person)
    if against.standing().exists() and identity.is_verified(person):
        identity.put_key_aside(person)
        against.update(name=names.nobody())
    else:
        against.delete()
