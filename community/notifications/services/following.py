"""How much one wants to hear of a place. The room has asked its own rule before."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community.accounts.models import User
from community.core.errors import Refused

from ..models import Following, Notice


@transaction.atomic
def follow(place: str, level: str, *, by: User) -> Following:
    """Choose a level for one place. Muting takes what is unseen there from the inbox."""
    if level not in Following.Level.values:
        raise Refused(_("Please choose one of the lines."))
    chosen, _new = Following.objects.update_or_create(
        person=by, place=place, defaults={"level": level}
    )
    if level == Following.Level.MUTE:
        Notice.objects.filter(person=by, kind="answers", place=place, seen_at=None).delete()
    return chosen


def begin_to_watch(place: str, *, by: User) -> None:
    """Whoever writes in a place watches it from then on; a level chosen before stays."""
    Following.objects.get_or_create(
        person=by, place=place, defaults={"level": Following.Level.WATCH}
    )
