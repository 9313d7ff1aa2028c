"""Claims, decisions and what becomes of a text; nothing is decided twice or unseen."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import translation

from community import promises
from community.audit.models import Entry as Line
from community.core import live
from community.core.errors import Concealed, Refused, Stale
from forum.discussion import services
from forum.discussion.models import Byline, PostRevision
from moderation import desk, ledger, queries
from moderation.models import Finding, Review

APPROVED = 1  # the vendor's code
SAID = "Viestissä on lapsen koulun nimi. Voit kirjoittaa sen uudelleen ilman sitä."


def is_shown(post) -> bool:
    return Byline.objects.get(post=post).shown_at is not None


def untouched(review: Review) -> bool:
    now = Review.objects.get(pk=review.pk)
    recorded = ledger.Entry._base_manager.get(pk=review.entry_id)
    return now.closed_at is None and now.version == review.version and recorded.by_id is None


def test_MC_06_a_first_text_waits_and_a_person_lets_it_through(review, post, salla, digest):
    assert not is_shown(post)
    claimed = desk.claim(review, by=salla)
    desk.approve(claimed, version=claimed.version, digest=digest, by=salla)
    assert is_shown(post)
    assert Review.objects.get(pk=review.pk).decided_by == salla
    assert not queries.open_reviews(salla).exists()


def test_MC_05_the_writer_is_told_until_when_it_waits(review, post):
    revision = post.byline.latest
    assert queries.waiting_for(revision) == promises.read_by(review.opened_at)
    assert queries.waiting_until(PostRevision, [revision.pk, 0]) == {revision.pk: review.due_at}


def test_MC_06_after_three_shown_texts_a_clear_one_is_shown_at_once(
    write, aino, let_through, evening
):
    for _number in range(promises.FIRST_POSTS_READ):
        held = write(aino)
        let_through(ledger.revision_of(held.entry_id).post)
    evening.shift(timedelta(hours=1))
    assert write(aino) is None
    newest = PostRevision.objects.latest("pk")
    assert is_shown(newest.post)
    entry = ledger.of(newest).get()
    assert (entry.status, entry.reason, entry.by) == (APPROVED, "screened", None)


def test_a_claim_is_a_lease_that_others_see_and_that_ends(review, salla, eero, digest, evening):
    claimed = desk.claim(review, by=salla)
    for refused in (
        lambda: desk.claim(review, by=eero),
        lambda: desk.approve(claimed, version=claimed.version, digest=digest, by=eero),
    ):
        with pytest.raises(Refused):
            refused()
    assert untouched(claimed)
    evening.shift(promises.CLAIM + timedelta(seconds=1))
    assert desk.claim(review, by=eero).claimed_by == eero


def test_a_claim_can_be_given_back(review, salla, eero):
    desk.claim(review, by=salla)
    desk.release(review, by=salla)
    assert not Review.objects.get(pk=review.pk).is_claimed
    assert desk.release(review, by=eero).claimed_by is None


def test_two_moderators_at_the_same_moment_decide_once(review, post, salla, eero, digest):
    theirs, mine = Review.objects.get(pk=review.pk), Review.objects.get(pk=review.pk)
    desk.decline(theirs, version=1, digest=digest, reason=SAID, rule="telling", by=eero)
    with pytest.raises(Stale):
        desk.approve(mine, version=1, digest=digest, by=salla)
    assert not is_shown(post)
    assert Review.objects.get(pk=review.pk).outcome == Review.Outcome.DECLINED


@pytest.mark.parametrize(("version", "digest_is"), [(2, "right"), (0, "right"), (1, "other")])
def test_a_decision_on_something_else_than_was_shown_changes_nothing(
    review, post, salla, digest, version, digest_is
):
    digest = digest if digest_is == "right" else "0" * 64
    with pytest.raises(Stale) as refused:
        desk.approve(review, version=version, digest=digest, by=salla)
    assert refused.value.status == 409
    with pytest.raises(Stale):
        desk.decline(review, version=version, digest=digest, reason=SAID, rule="child", by=salla)
    assert untouched(review)
    assert not is_shown(post)


def test_a_row_changed_behind_the_record_is_not_shown(review, post, salla, digest):
    PostRevision.objects.filter(post=post).update(html="<p>Jotain muuta</p>", digest="f" * 64)
    for seen in (digest, "f" * 64):
        with pytest.raises(Stale):
            desk.approve(review, version=1, digest=seen, by=salla)
    assert untouched(review)


@pytest.mark.parametrize(
    ("reason", "rule"),
    [("", "telling"), ("  \n", "telling"), (SAID, ""), (SAID, "made_up"), ("sana " * 61, "child")],
)
def test_MC_15_no_decline_without_reasons(review, salla, digest, reason, rule):
    with pytest.raises(Refused):
        desk.decline(review, version=1, digest=digest, reason=reason, rule=rule, by=salla)
    assert untouched(review)


def test_MC_15_the_writer_gets_a_statement_of_reasons(review, post, salla, digest):
    desk.decline(review, version=1, digest=digest, reason=SAID, rule="telling", by=salla)
    statement = queries.declined_for(PostRevision, [post.byline.latest_id])[post.byline.latest_id]
    assert statement.facts == SAID
    assert all(statement)
    with translation.override("en"):
        statement = queries.declined_for(PostRevision, [post.byline.latest_id])
        fixed = [part for one in statement.values() for part in one if part != SAID]
    assert len(" ".join(fixed).split()) + promises.REASON_WORDS <= 120
    assert not is_shown(post)
    assert mail.outbox == []


def test_nobody_decides_on_the_own_text(write, salla, eero):
    review = write(salla)
    digest = ledger.revision_of(review.entry_id).digest
    assert not queries.open_reviews(salla).exists()
    assert queries.open_reviews(eero).get() == review
    for refused in (
        lambda: queries.review_for(salla, review.ref),
        lambda: desk.claim(review, by=salla),
        lambda: desk.approve(review, version=1, digest=digest, by=salla),
        lambda: desk.decline(review, version=1, digest=digest, reason=SAID, rule="child", by=salla),
    ):
        with pytest.raises(Concealed):
            refused()
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(decided_by=salla)
    assert untouched(review)


def test_for_everybody_else_there_is_no_desk(review, aino, mikko, ville, digest):
    for outsider in (aino, mikko, ville):
        assert not queries.open_reviews(outsider).exists()
        with pytest.raises(Concealed):
            desk.approve(review, version=1, digest=digest, by=outsider)
    assert untouched(review)


def test_PB_16_what_is_taken_back_waits_no_more(review, post, aino, salla, digest):
    services.withdraw(post, by=aino)
    assert Review.objects.get(pk=review.pk).outcome == Review.Outcome.WITHDRAWN
    with pytest.raises(Stale):
        desk.approve(review, version=1, digest=digest, by=salla)
    assert not is_shown(post)


def test_only_the_newest_text_of_a_thing_can_be_decided(review, post, salla, digest, rewrite):
    newer, outcome = rewrite(post, "Uusi versio")
    assert outcome.is_held and outcome.review.lane == Review.Lane.EDITS
    assert Review.objects.get(pk=review.pk).outcome == Review.Outcome.SUPERSEDED
    assert queries.open_reviews(salla).get() == outcome.review
    with pytest.raises(Stale):
        desk.approve(review, version=1, digest=digest, by=salla)
    desk.approve(outcome.review, version=1, digest=newer.digest, by=salla)
    assert Byline.objects.get(post=post).html == newer.html


def test_the_database_itself_refuses_a_decision_without_reasons(review, salla):
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(
            outcome="declined", closed_at=review.opened_at, decided_by=salla
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(outcome="approved", closed_at=review.opened_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(claimed_by=salla)


def test_MC_24_every_act_is_on_the_record_without_words(review, salla, digest):
    desk.claim(review, by=salla)
    desk.release(review, by=salla)
    version = Review.objects.get(pk=review.pk).version
    desk.decline(review, version=version, digest=digest, reason=SAID, rule="child", by=salla)
    lines = Line.objects.filter(subject="safeguarding.review").order_by("pk")
    assert [line.tag for line in lines] == [
        "moderation.held",
        "moderation.claimed",
        "moderation.released",
        "moderation.declined",
    ]
    assert SAID not in str([line.facts for line in lines])


def test_findings_are_kept_also_when_nothing_is_held(write, laine, profession):
    review = write(laine, body="Soita 09 1234 5678", wearing=profession(laine))
    assert review is None
    assert Finding.objects.get().found_by == "telling_details"


def test_the_open_desks_are_told_to_look_and_nothing_more(
    review, salla, digest, monkeypatch, django_capture_on_commit_callbacks
):
    nudged = []
    monkeypatch.setattr(live, "nudge", lambda *address: nudged.append(address))
    with django_capture_on_commit_callbacks(execute=True):
        desk.claim(review, by=salla)
        desk.approve(review, version=2, digest=digest, by=salla)
    assert nudged.count(("desk", "queue")) == 2
    assert live.may_listen(salla, "desk:queue")


def test_the_stream_of_the_desk_is_for_moderators(aino, salla, outi):
    assert [live.may_listen(one, "desk:queue") for one in (salla, aino, outi)] == [
        True,
        False,
        False,
    ]
    assert not live.may_listen(salla, "desk:else")
