"""Questions to the desk: the queue for its viewer, what waits and why for the writer's own view."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Model

from community.access.visible import visible_to
from community.core.errors import Concealed

from .models import Finding, Review, ReviewQuerySet
from .statements import Statement, statement_of


def open_reviews(viewer: object) -> ReviewQuerySet:
    """What waits for this viewer: by harm, then by the time left."""
    return _seen_by(viewer).waiting().in_order()


def review_for(viewer: object, ref: str) -> Review:
    """One review, open or decided. Raises Concealed when it is not there for this viewer."""
    review = _seen_by(viewer).filter(ref=ref).first()
    if review is None:
        raise Concealed
    return review


def earlier_of(viewer: object, review: Review) -> ReviewQuerySet:
    """Earlier decisions on the same thing, newest first."""
    same = _seen_by(viewer).filter(kind=review.kind, thing=review.thing).exclude(pk=review.pk)
    return same.filter(closed_at__isnull=False).order_by("-closed_at")


def findings_of(viewer: object, review: Review) -> list[Finding]:
    """What screening found in the reviewed text, in the order of the checks."""
    if not _seen_by(viewer).filter(pk=review.pk).exists():
        return []
    return list(Finding.objects.filter(entry_id=review.entry_id).order_by("pk"))


def waiting_for(revision: Model) -> datetime | None:
    """When this revision will have been read; None when it does not wait. For its writer."""
    return waiting_until(type(revision), [revision.pk]).get(revision.pk)


def waiting_until(model: type[Model], pks: Iterable[int]) -> dict[int, datetime]:
    """Of these revisions the waiting ones, and until when; one query. For their writer."""
    found = _of_revisions(model, pks).waiting()
    return dict(found.values_list("entry__object_pk", "due_at"))


def declined_for(model: type[Model], pks: Iterable[int]) -> dict[int, Statement]:
    """Of these revisions the declined ones, with the statement; one query. For their writer."""
    found = _of_revisions(model, pks).filter(outcome=Review.Outcome.DECLINED)
    about = found.annotate(revision_pk=F("entry__object_pk"))
    return {review.revision_pk: statement_of(review) for review in about}


def revision_pks(review_pks: Iterable[int]) -> dict[int, int]:
    """The id of each review's revision, in its room's table, without reading the record."""
    found = Review.objects.filter(pk__in=list(review_pks))
    return dict(found.values_list("pk", "entry__object_pk"))


def decided_about(review_pk: int) -> tuple[str, int, int] | None:
    """Of a decided review its kind, its revision's id and its writer's; for the room's plug."""
    found = Review.objects.filter(pk=review_pk, decided_by__isnull=False)
    return found.values_list("kind", "entry__object_pk", "writer_id").first()


def _seen_by(viewer: object) -> ReviewQuerySet:
    return Review.objects.filter(visible_to(viewer, Review)).select_related(
        "claimed_by", "decided_by"
    )


def _of_revisions(model: type[Model], pks: Iterable[int]) -> ReviewQuerySet:
    kind = ContentType.objects.get_for_model(model)
    return Review.objects.filter(entry__content_type=kind, entry__object_pk__in=list(pks))
