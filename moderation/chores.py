"""Every night: decisions are deleted when their time is over (PR-03)."""

from datetime import timedelta

from django.utils import timezone

from community import promises
from community.core.chores import chore

from . import desk


@chore(every=timedelta(days=1))
def sweep_decisions() -> int:
    return desk.sweep(timezone.now() - promises.DECISIONS_KEPT)
