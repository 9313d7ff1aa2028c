"""How a review changes: row locked, rule asked, version moved; a closed one never changes again."""

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.access import reviews
from community.access.verdict import require
from community.accounts.models import User
from community.core.errors import Stale

from ..models import Review

DECIDED = _("Somebody decided this a moment ago. Nothing was changed.")
CHANGED = _("This has changed since you opened it. Please look again before you decide.")


def for_deciding(review: Review, by: User) -> Review:
    """The review as it is now, its row locked; raises unless this person may decide it."""
    now = Review.objects.select_for_update().get(pk=review.pk)
    require(reviews.may_read(by, now))
    if now.closed_at is not None:
        raise Stale(DECIDED)
    require(reviews.may_decide(by, now))
    return now


def change(review: Review, **facts: object) -> Review:
    """Write these facts and move the version; raises Stale when somebody else was quicker."""
    there = Review.objects.filter(pk=review.pk, version=review.version, closed_at=None)
    if not there.update(version=F("version") + 1, **facts):
        raise Stale(CHANGED)
    return Review.objects.get(pk=review.pk)


def close(review: Review, outcome: Review.Outcome, **facts: object) -> Review:
    """Close a review for good, with what came of it."""
    return change(
        review,
        outcome=outcome,
        closed_at=timezone.now(),
        claimed_by=None,
        claimed_until=None,
        **facts,
    )
