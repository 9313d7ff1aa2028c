"""Every night: shut what is quiet, delete what is old, empty what nobody reads (PR-03)."""

from datetime import timedelta

from django.utils import timezone

from community.core.chores import chore

from .services import keeping


@chore(every=timedelta(days=1))
def archive_quiet_topics() -> int:
    return keeping.archive(timezone.now())


@chore(every=timedelta(days=1))
def let_old_topics_go() -> int:
    return keeping.let_go(timezone.now())


@chore(every=timedelta(days=1))
def forget_withdrawn_words() -> int:
    return keeping.forget_words(timezone.now())
