"""Every night: what was promised to go, goes (PR-03). Each chore may run twice."""

from datetime import timedelta

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from community import promises
from community.accounts.models import Change, OpenSession, User
from community.audit import seal
from community.audit.models import Entry
from community.core.chores import chore
from community.core.knowing import Choice
from community.notifications import services as notifications

from . import services
from .models import ExportRequest

NIGHTLY = timedelta(days=1)


@chore(every=timedelta(hours=1))
def erase_who_left() -> int:
    """PR-06: seven days after hiding, everything is gone."""
    return services.erase_due(timezone.now())


@chore(every=NIGHTLY)
def sweep_sessions() -> int:
    """A session that ended holds nothing anybody needs; promises.SESSIONS_KEPT is the longest."""
    return OpenSession.objects.filter(expire_date__lt=timezone.now()).delete()[0]


@chore(every=NIGHTLY)
def sweep_copies() -> int:
    """Requests for a copy stand as long as the list of changes shows them."""
    old = timezone.now() - promises.CHANGES_KEPT
    return ExportRequest.objects.filter(asked_at__lt=old).delete()[0]


@chore(every=NIGHTLY)
def sweep_changes() -> int:
    """EX-19: nobody clears the list earlier, and nothing stands in it longer."""
    old = timezone.now() - promises.CHANGES_KEPT
    return Change.objects.filter(at__lt=old).delete()[0]


@chore(every=NIGHTLY)
def sweep_record() -> int:
    """The one place in which lines of the record are deleted."""
    old = Entry.objects.filter(at__lt=timezone.now() - promises.STAFF_LOG_KEPT)
    if not old.exists():
        return 0
    with transaction.atomic(), seal.lifted(connection):
        return old.delete()[0]


@chore(every=NIGHTLY)
def tell_unused() -> int:
    """After eighteen months a notice waits in the account, and goes out if that was chosen."""
    told = 0
    for person in _quiet_since(promises.ACCOUNT_NOTICED):
        since = (person.last_login or person.joined_at) + promises.ACCOUNT_NOTICED
        told += notifications.tell(
            [person.pk], kind="safety", place=f"unused:{person.ref}", at=since
        )
    return told


@chore(every=NIGHTLY)
def erase_unused() -> int:
    """Nobody came for two years: the account goes, its words stay without it.

    Discussions have a time of their own; other people's talk keeps its sense. People with a task
    here are asked by the coordinator, not erased by a program.
    """
    gone = _quiet_since(promises.ACCOUNT_GONE).exclude(roles__ended_at=None, roles__isnull=False)
    people = list(gone)
    for person in people:
        services.erase(person, Choice.WITHOUT_ME)
    return len(people)


def _quiet_since(time: timedelta) -> QuerySet:
    old = timezone.now() - time
    quiet = Q(last_login__lt=old) | Q(last_login=None, joined_at__lt=old)
    # An account without a key that anybody could type is empty already.
    return User.objects.filter(quiet, is_active=True)
