"""Work of safety that no request may do: meeting, ending, forgetting (PB-10, PB-12)."""

from datetime import timedelta

from django.conf import settings

from community.accounts import identity
from community.core.chores import chore

from . import distance
from .models import Block


@chore(every=timedelta(minutes=10))
def meet_whom_they_name() -> int:
    """Entries that have begun find whom they name; others of that name who came since, too."""
    return distance.meet()


@chore(every=timedelta(hours=1))
def let_ended_entries_go() -> int:
    return distance.let_go()


@chore(every=timedelta(days=1))
def forget_keys_nobody_needs() -> int:
    """Keys of people who left go with the last block on them (PB-10)."""
    return identity.forget_former(
        but=Block.objects.standing().values_list("about_id", flat=True).distinct()
    )


@chore(every=timedelta(hours=1))
def turn_identity_keys() -> int:
    """After the operator put a new key behind the old one: hashes follow within the hour."""
    if not settings.IDENTITY_KEYS:
        return 0
    return identity.turn_keys() + distance.turn_keys()
