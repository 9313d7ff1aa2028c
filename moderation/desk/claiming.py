"""A claim is a lease: seen by colleagues, ended by time, taken from nobody while it runs."""

from django.db import transaction
from django.utils import timezone

from community import audit, promises
from community.accounts.models import User
from community.audit import Tag
from community.core.happenings import publish

from ..events import Claimed, Released
from ..models import Review
from .changing import change, for_deciding


@transaction.atomic
def claim(review: Review, *, by: User) -> Review:
    """Take it to read (promises.CLAIM), or read longer. Raises Refused while another reads."""
    there = for_deciding(review, by)
    claimed = change(there, claimed_by=by, claimed_until=timezone.now() + promises.CLAIM)
    audit.record(by, Tag.REVIEW_CLAIMED, claimed)
    publish(Claimed(review_id=claimed.pk))
    return claimed


@transaction.atomic
def release(review: Review, *, by: User) -> Review:
    """Give it back for others. Releasing what one does not hold changes nothing."""
    there = for_deciding(review, by)
    if there.claimed_by_id != by.pk:
        return there
    released = change(there, claimed_by=None, claimed_until=None)
    audit.record(by, Tag.REVIEW_RELEASED, released)
    publish(Released(review_id=released.pk))
    return released
