"""The list "what changed and when" (EX-19): written with the change itself, cleared by nobody."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from community import promises
from community.core.happenings import publish

from .events import SafetyChanged
from .models import Change, User


def note(person: User, what: Change.What) -> None:
    """Add one line in the running transaction. It says what and when, never who was meant."""
    Change.objects.create(person=person, what=what)
    publish(SafetyChanged(person_id=person.pk, what=str(what)))


def of(person: User) -> QuerySet[Change]:
    """What changed for this person, newest first, as far back as it is kept."""
    since: timedelta = promises.CHANGES_KEPT
    return Change.objects.filter(person=person, at__gt=timezone.now() - since).order_by(
        "-at", "-pk"
    )
