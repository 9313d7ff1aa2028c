"""A decision: by a person, on exactly the revision that was shown, once, and with reasons."""

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.accounts.models import User
from community.audit import Tag
from community.core.errors import Refused, Stale
from community.core.happenings import publish

from .. import ledger
from ..events import Approved, Declined
from ..kinds import kind_of
from ..models import Review
from ..rules import Rule
from .changing import CHANGED, close, for_deciding


@transaction.atomic
def approve(review: Review, *, version: int, digest: str, by: User) -> Review:
    """Let readers see exactly this revision. Raises Stale when it is not what was shown."""
    there, revision = as_shown(review, version, digest, by)
    kind_of(revision).show(revision)
    ledger.approve(there.entry_id, by=by)
    closed = close(there, Review.Outcome.APPROVED, decided_by=by)
    audit.record(by, Tag.REVIEW_APPROVED, closed, digest=digest)
    publish(Approved(review_id=closed.pk))
    return closed


@transaction.atomic
def decline(
    review: Review, *, version: int, digest: str, reason: str, rule: str, by: User
) -> Review:
    """Keep this revision from readers, with reasons for its writer (MC-15).

    Raises Refused without a reason or a rule, Stale when the revision is not what was shown.
    """
    said = with_reasons(reason, rule)
    there, revision = as_shown(review, version, digest, by)
    kind_of(revision).hide(revision)
    ledger.decline(there.entry_id, by=by, reason=said)
    closed = close(there, Review.Outcome.DECLINED, decided_by=by, reason=said, rule=rule)
    audit.record(by, Tag.REVIEW_DECLINED, closed, digest=digest, rule=rule)
    publish(Declined(review_id=closed.pk))
    return closed


def as_shown(review: Review, version: int, digest: str, by: User) -> tuple[Review, Model]:
    """The locked review and its revision, when both are what this person looked at."""
    there = for_deciding(review, by)
    recorded = ledger.revision_of(there.entry_id)
    revision = type(recorded)._base_manager.filter(pk=recorded.pk).first()
    digests = {recorded.digest, digest, revision.digest if revision else None}
    if there.version != version or len(digests) != 1:
        raise Stale(CHANGED)
    return there, revision


def with_reasons(reason: str, rule: str) -> str:
    """The decider's words, trimmed. Raises Refused when they or the rule are missing."""
    said = reason.replace("\x00", "").strip()
    if not said:
        raise Refused(_("Please write to the writer why this is not shown."))
    if len(said.split()) > promises.REASON_WORDS:
        raise Refused(_("Please say it in fewer words. Short reasons are easier to take in."))
    if rule not in Rule.values:
        raise Refused(_("Please choose the rule this is about."))
    return said
