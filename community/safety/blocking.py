"""Block and lift: it acts on the person behind a name, and nobody is told (PB-08)."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.accounts import changes
from community.accounts.models import Change, User
from community.audit import Tag
from community.core import limits
from community.core.errors import Concealed, Refused
from community.core.happenings import publish

from . import queries
from .events import Parted
from .models import Block


@transaction.atomic
def block(person: User, *, place: str, shown_name: str, by: User) -> Block:
    """Part these two. Pressing the same name twice changes nothing.

    Raises Refused for oneself, TooMany when it is pressed very often.
    """
    if person.pk == by.pk:
        raise Refused(_("This is your own name."))
    limits.spend("blocks", by.ref)
    made, is_new = _make(person, place, shown_name, by)
    if is_new:
        audit.record(by, Tag.BLOCK_MADE, made)
        changes.note(by, Change.What.BLOCK_MADE)
        publish(Parted(person_refs=(by.ref, person.ref)))
    queries.ask_anew(by)
    return made


@transaction.atomic
def lift(standing: Block, *, by: User) -> None:
    """Take one name from one's own list. The two meet again when the last one of that person goes.

    Raises Concealed for anybody else's. Open pages show what came back when they are loaded again.
    """
    if standing.by_id != by.pk:
        raise Concealed
    lifted = Block.objects.standing().filter(pk=standing.pk).update(lifted_at=timezone.now())
    if lifted:
        audit.record(by, Tag.BLOCK_LIFTED, standing)
        changes.note(by, Change.What.BLOCK_LIFTED)
    queries.ask_anew(by)


def _make(person: User, place: str, shown_name: str, by: User) -> tuple[Block, bool]:
    the_same = {"by": by, "about": person, "place": place, "lifted_at": None}
    try:
        with transaction.atomic():
            return Block.objects.get_or_create(**the_same, defaults={"name": shown_name})
    except IntegrityError:  # pressed twice at the same moment
        return Block.objects.get(**the_same), False
