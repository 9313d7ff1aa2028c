"""The ledger keeps every revision and every decision, and changes nothing else."""

import pytest
from django.core import mail
from django.db import transaction

from community.accounts.models import User
from community.core.errors import Stale
from forum.discussion.models import PostRevision
from moderation import desk, ledger

PENDING, APPROVED, REJECTED = 2, 1, 0


def test_every_revision_and_decision_is_kept_word_for_word(review, post, salla, rewrite):
    first = ledger.revision_of(review.entry_id)
    newer, outcome = rewrite(post, "Uusi versio")
    desk.approve(outcome.review, version=1, digest=newer.digest, by=salla)
    entries = ledger.Entry._base_manager.order_by("pk")
    assert [(one.status, one.by, one.reason) for one in entries] == [
        (REJECTED, post.poster, "superseded"),
        (APPROVED, salla, ""),
    ]
    assert [one.changed_object.source for one in entries] == [first.source, "Uusi versio"]
    assert [one.changed_by for one in entries] == [post.poster, post.poster]


def test_D5_a_decision_is_not_overridden(review, salla, eero):
    ledger.decline(review.entry_id, by=eero, reason="first")
    with pytest.raises(Stale):
        ledger.approve(review.entry_id, by=salla)
    entry = ledger.Entry._base_manager.get(pk=review.entry_id)
    assert (entry.status, entry.by, entry.reason) == (REJECTED, eero, "first")


def test_D9_a_decision_writes_no_row_of_a_room(review, salla):
    revision = ledger.revision_of(review.entry_id)
    PostRevision.objects.filter(pk=revision.pk).update(content_note="changed meanwhile")
    ledger.approve(review.entry_id, by=salla)
    assert PostRevision.objects.get(pk=revision.pk).content_note == "changed meanwhile"


@pytest.mark.filterwarnings("error:DateTimeField:RuntimeWarning")
def test_D17_times_are_aware_and_decisions_send_no_mail(review, salla):
    ledger.decline(review.entry_id, by=salla, reason="no")
    assert ledger.Entry._base_manager.get(pk=review.entry_id).on.tzinfo
    assert mail.outbox == []


def test_a_person_is_never_copied_into_the_ledger(aino):
    with pytest.raises(TypeError):
        ledger.enter(aino, by=aino)
    assert not ledger.registry.knows(User)


@pytest.mark.django_db(transaction=True)
def test_the_ledger_is_written_with_what_it_records_or_not_at_all():
    with pytest.raises(transaction.TransactionManagementError):
        ledger.approve(1, by=None)
