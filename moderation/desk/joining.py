"""One member's names side by side: with a typed reason, on record, before a colleague (PB-17)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.access import joining as rules
from community.access.verdict import require
from community.accounts.models import User
from community.audit import Tag
from community.core.errors import Refused

from ..kinds import Appearance, kinds
from ..models import NamesJoined, Review


@transaction.atomic
def join_names(review: Review, *, reason: str, by: User) -> list[Appearance]:
    """The names of this review's writer where `by` may read; given once and kept nowhere.

    Raises Refused without a reason a colleague could understand.
    """
    require(rules.may_join(by, review))
    joined = NamesJoined.objects.create(
        by=by, about_id=review.writer_id, review=review, reason=_worth_reading(reason)
    )
    audit.record(by, Tag.NAMES_JOINED, joined, review=review.pk)
    return [one for kind in kinds() for one in kind.appearances(by, review.writer_id)]


@transaction.atomic
def witness(joining: NamesJoined, *, by: User) -> NamesJoined:
    """A colleague has read that and why it was done. Once, and by somebody else."""
    there = NamesJoined.objects.select_for_update().get(pk=joining.pk)
    require(rules.may_witness(by, there))
    there.second_seen_by, there.seen_at = by, timezone.now()
    there.save(update_fields=["second_seen_by", "seen_at"])
    audit.record(by, Tag.JOINING_SEEN, there)
    return there


def _worth_reading(reason: str) -> str:
    said = " ".join(reason.replace("\x00", "").split())
    least, most = promises.JOINING_REASON
    if not least <= len(said) <= most:
        raise Refused(
            _("Please write why, in at least %(least)d letters. A colleague reads it.")
            % {"least": least}
        )
    return said
