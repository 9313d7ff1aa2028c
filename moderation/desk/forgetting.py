"""What rooms ask of the desk when words go: copies emptied, old decisions deleted (PR-03, 07)."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, QuerySet

from community.accounts.models import User

from .. import ledger
from ..models import Finding, NamesJoined, Review

BLANK = "–"  # the database refuses a decline without any reason


@transaction.atomic
def forget(revisions: QuerySet, *, writer: User | None = None) -> int:
    """Empty the copies of these revisions and the words about them.

    With a `writer` what was decided passes to that account: words that stay without their person.
    """
    emptied = ledger.forget(revisions, writer=writer)
    reviews = _of(revisions)
    reviews.exclude(reason="").update(reason=BLANK)
    _entries(reviews).exclude(reason__in=["", *Review.Outcome.values, "screened"]).update(reason="")
    if writer is not None:
        reviews.update(writer=writer)
    return emptied


@transaction.atomic
def remove(revisions: QuerySet) -> int:
    """Delete all that was decided on these revisions: what they were words of is gone."""
    return _remove(ledger.of_all(revisions))


@transaction.atomic
def sweep(before: datetime) -> int:
    """Delete decisions made before this moment (PR-03). What is undecided stays.

    One over which names were joined since waits for that record's own time: else somebody could
    join names where it is swept before a colleague has seen it (PB-17).
    """
    old = ledger.Entry._base_manager.filter(on__lt=before)
    joined = NamesJoined.objects.filter(at__gte=before).values("review__entry")
    return _remove(old.exclude(pk__in=joined))


def closed_before(model: type[Model], outcomes: Iterable[str], before: datetime) -> list[int]:
    """Keys of the revisions whose review was closed so, before this moment."""
    kind = ContentType.objects.get_for_model(model)
    closed = Review.objects.filter(
        outcome__in=outcomes, closed_at__lt=before, entry__content_type=kind
    )
    return list(closed.values_list("entry__object_pk", flat=True))


def _remove(entries: QuerySet) -> int:
    keys = list(entries.values_list("pk", flat=True))
    Finding.objects.filter(entry__in=keys).delete()
    NamesJoined.objects.filter(review__entry__in=keys).delete()
    Review.objects.filter(entry__in=keys).delete()
    return ledger.remove(ledger.Entry._base_manager.filter(pk__in=keys)) if keys else 0


def _of(revisions: QuerySet) -> QuerySet:
    return Review.objects.filter(entry__in=ledger.of_all(revisions))


def _entries(reviews: QuerySet) -> QuerySet:
    return ledger.Entry._base_manager.filter(review__in=reviews)
