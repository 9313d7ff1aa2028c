"""What a page of the desk shows of a review: the place, the exact words, what was found.

Loads in bulk, so that the queue asks the same number of questions whatever its length. Of the
writer it knows the name there and the language, nothing more (PB-17).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Model
from django.utils import timezone
from django.utils.safestring import SafeString

from community.accounts import names

from . import ledger, queries
from .kinds import Place, kind_named
from .models import Review
from .statements import Statement, statement_of
from .words import in_words


@dataclass(frozen=True)
class Line:
    """One review as a line of the queue."""

    review: Review
    label: str
    place: Place
    reader: str  # the colleague who has it now, if any
    is_mine: bool
    is_late: bool


@dataclass(frozen=True)
class Sheet(Line):
    """One review on its page."""

    written_as: str
    language: str
    html: SafeString
    digest: str
    findings: list[str]
    earlier: list[Review]
    decided_by: str
    statement: Statement | None


def lines(reviews: Iterable[Review], viewer: object) -> list[Line]:
    """These reviews in their order; a constant number of questions for each kind."""
    reviews = list(reviews)
    revisions = _revisions(reviews)
    return [Line(**_line(one, revisions[one.pk], viewer)) for one in reviews]


def sheet(review: Review, viewer: object) -> Sheet:
    """All that one decides upon, from the revision on record."""
    kind, revision = kind_named(review.kind), ledger.revision_of(review.entry_id)
    is_declined = review.outcome == Review.Outcome.DECLINED
    return Sheet(
        **_line(review, revision, viewer),
        written_as=kind.written_as(revision),
        language=str(dict(settings.LANGUAGES).get(review.writer.language, "")),
        html=kind.html(revision),
        digest=revision.digest,
        findings=[in_words(one) for one in queries.findings_of(viewer, review)],
        earlier=list(queries.earlier_of(viewer, review)),
        decided_by=names.of_staff(review.decided_by) if review.closed_at else "",
        statement=statement_of(review) if is_declined else None,
    )


def _line(review: Review, revision: Model, viewer: object) -> dict:
    kind = kind_named(review.kind)
    return {
        "review": review,
        "label": str(kind.label),
        "place": kind.place(revision),
        "reader": names.of_staff(review.claimed_by) if review.is_claimed else "",
        "is_mine": review.is_claimed and review.claimed_by_id == viewer.pk,
        "is_late": review.closed_at is None and review.due_at < timezone.now(),
    }


def _revisions(reviews: list[Review]) -> dict[int, Model]:
    """The revision of each review, by the review's id."""
    wanted: dict[str, dict[int, int]] = defaultdict(dict)
    asked = queries.revision_pks([one.pk for one in reviews])
    for one in reviews:
        wanted[one.kind][one.pk] = asked[one.pk]
    found = {}
    for name, pks in wanted.items():
        kind = kind_named(name)
        rows = kind.prepared(kind.model._default_manager.all()).in_bulk(list(pks.values()))
        found |= {review_pk: rows[pk] for review_pk, pk in pks.items()}
    return found
