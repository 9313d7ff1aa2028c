"""What rooms ask of the desk: look at this revision; forget that one, its writer took it back."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from community import audit, promises
from community.accounts.models import User
from community.audit import Tag
from community.core.happenings import publish

from .. import ledger
from ..events import Held, TakenBack
from ..kinds import Kind, Standing, kind_of
from ..models import Finding, Review
from ..screening import Submitted, screen
from .changing import close

SCREENED = "screened"  # the reason on record when no person had to decide


@dataclass(frozen=True)
class Outcome:
    """Shown at once, or waiting and until when (MC-04, MC-05)."""

    is_held: bool
    until: datetime | None = None
    review: Review | None = None


@transaction.atomic
def submit(revision: Model, *, by: User) -> Outcome:
    """Put a revision on record and screen it: what is clear is shown, what is not waits.

    An older text of the same thing that still waits is closed: only the newest can be decided.
    """
    kind = kind_of(revision)
    _close_waiting(kind, revision, Review.Outcome.SUPERSEDED, by)
    standing, now = kind.standing(revision), timezone.now()
    entry = ledger.enter(revision, by=by)
    found = screen(Submitted(kind.source(revision), standing, now))
    Finding.objects.bulk_create(
        Finding(entry=entry, found_by=one.found_by, holds=one.holds, details=one.details)
        for one in found
    )
    if not any(one.holds for one in found):
        kind.show(revision)
        ledger.approve(entry.pk, by=None, reason=SCREENED)
        return Outcome(is_held=False)
    return _hold(kind, revision, entry, standing, now, by)


@transaction.atomic
def withdraw(revision: Model, *, by: User) -> None:
    """Close what waits of the same thing; nothing happens when nothing waits.

    The room has asked its own rule, and takes the words from readers itself.
    """
    _close_waiting(kind_of(revision), revision, Review.Outcome.WITHDRAWN, by)


def _hold(
    kind: Kind, revision: Model, entry: ledger.Entry, standing: Standing, now: datetime, by: User
) -> Outcome:
    review = Review.objects.create(
        entry=entry,
        kind=kind.name,
        thing=kind.thing(revision),
        writer_id=revision.written_by_id,
        lane=Review.Lane.EDITS if standing.is_edit else Review.Lane.HELD,
        opened_at=now,
        due_at=promises.read_by(now),
    )
    audit.record(by, Tag.REVIEW_HELD, review)
    publish(Held(review_id=review.pk))
    return Outcome(is_held=True, until=review.due_at, review=review)


def _close_waiting(kind: Kind, revision: Model, outcome: Review.Outcome, by: User) -> None:
    waiting = Review.objects.select_for_update().waiting()
    for review in waiting.filter(kind=kind.name, thing=kind.thing(revision)):
        ledger.decline(review.entry_id, by=by, reason=outcome.value)
        close(review, outcome)
        audit.record(by, Tag.REVIEW_CLOSED, review, outcome=outcome.value)
        publish(TakenBack(review_id=review.pk))
