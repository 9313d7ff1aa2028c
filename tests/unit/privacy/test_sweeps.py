"""Nothing is kept longer than promised: each time of the table, by the clock (PR-03)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from community import audit, promises
from community.accounts import changes
from community.accounts.models import Change, OpenSession, User
from community.audit import Tag
from community.audit.models import Entry
from community.core.chores import tend
from community.notifications.models import Notice
from community.privacy import chores, services
from community.privacy.models import ExportRequest
from forum.discussion import services as talk
from forum.discussion.models import Byline, PostRevision, TopicTrait
from forum.discussion.services import keeping
from forum.forum_conversation.models import Post, Topic
from moderation import desk
from moderation import queries as waiting
from moderation.models import Review

MINUTE = timedelta(minutes=1)


def night() -> None:
    """One night's work, as `manage.py tend` does it."""
    done = tend(everything=True)
    assert set(done) >= {
        "community.privacy.chores.sweep_record",
        "moderation.chores.sweep_decisions",
    }


@pytest.fixture
def answered(topic, aino, let_through) -> Topic:
    let_through(talk.reply(topic, body="Meillä vaihto on perjantaisin", by=aino).post)
    return Topic.objects.get(pk=topic.pk)


def test_PR_03_a_quiet_discussion_is_archived_after_a_year_and_gone_after_three(
    answered, mikko, signed_in, evening
):
    evening.shift(promises.TOPIC_ARCHIVED - MINUTE)
    night()
    assert Topic.objects.get(pk=answered.pk).status == Topic.TOPIC_UNLOCKED
    evening.shift(2 * MINUTE)
    night()
    assert Topic.objects.get(pk=answered.pk).status == Topic.TOPIC_LOCKED
    page = signed_in(mikko).get(f"/en/t/{answered.trait.ref}/").content.decode()
    assert "This discussion is archived" in page and "Keep this discussion" in page
    last = Topic.objects.get(pk=answered.pk).last_post_on
    evening.move_to(last + promises.TOPIC_GONE - MINUTE)
    assert keeping.let_go(timezone.now()) == 0
    evening.shift(2 * MINUTE)
    assert keeping.let_go(timezone.now()) == 1
    assert not Topic.objects.exists() and not Post.objects.exists()
    assert not PostRevision.objects.exists() and not Review.objects.exists()
    forum = answered.forum
    forum.refresh_from_db()
    assert (forum.direct_posts_count, forum.direct_topics_count, forum.last_post) == (0, 0, None)


def test_PR_03_its_writer_keeps_it_and_nobody_else(answered, mikko, aino, signed_in, evening):
    ref = TopicTrait.objects.get(topic=answered).ref
    evening.shift(promises.TOPIC_GONE - timedelta(days=10))
    assert signed_in(aino).post(f"/en/t/{ref}/keep/").status_code == 403
    assert signed_in(mikko).post(f"/en/t/{ref}/keep/").status_code == 302
    evening.shift(timedelta(days=30))
    assert keeping.let_go(timezone.now()) == 0
    evening.shift(promises.TOPIC_GONE)
    assert keeping.let_go(timezone.now()) == 1


def test_PR_03_what_was_taken_back_is_empty_after_thirty_days(
    topic, aino, let_through, evening, found_in_tables
):
    post = talk.reply(topic, body="Tämän otan vielä pois", by=aino).post
    let_through(post)
    talk.withdraw(Post.objects.get(pk=post.pk), by=aino)
    evening.shift(promises.WITHDRAWN_WORDS_KEPT - MINUTE)
    keeping.forget_words(timezone.now())
    assert found_in_tables("Tämän otan vielä pois")
    evening.shift(2 * MINUTE)
    keeping.forget_words(timezone.now())
    assert found_in_tables("Tämän otan vielä pois") == []


def test_PR_03_a_declined_text_stays_for_the_half_year_in_which_it_can_be_looked_at_again(
    topic, aino, salla, evening, found_in_tables
):
    post = talk.reply(topic, body="Tätä ei näytetä muille", by=aino).post
    review = waiting.open_reviews(salla).get(kind="post", thing=f"post:{post.pk}")
    review = desk.claim(review, by=salla)
    digest = Byline.objects.get(post=post).latest.digest
    desk.decline(
        review, version=review.version, digest=digest, reason="Liikaa.", rule="telling", by=salla
    )
    evening.shift(promises.DECLINED_WORDS_KEPT - MINUTE)
    keeping.forget_words(timezone.now())
    assert found_in_tables("Tätä ei näytetä muille")
    evening.shift(2 * MINUTE)
    keeping.forget_words(timezone.now())
    assert found_in_tables("Tätä ei näytetä muille") == []


def test_PR_03_what_is_shown_or_waits_is_not_emptied(answered, aino, evening, found_in_tables):
    talk.reply(answered, body="Tämä odottaa lukijaa", by=aino)
    evening.shift(promises.DECLINED_WORDS_KEPT + MINUTE)
    keeping.forget_words(timezone.now())
    assert found_in_tables("Tämä odottaa lukijaa")
    assert found_in_tables("Meillä vaihto on perjantaisin")


def test_PR_03_decisions_and_the_record_go_after_two_years(answered, evening):
    assert Review.objects.filter(closed_at__isnull=False).exists()
    evening.shift(promises.DECISIONS_KEPT - timedelta(hours=1))
    chores.sweep_record()
    assert Entry.objects.exists() and Review.objects.exists()
    evening.shift(timedelta(hours=2))
    night()
    assert not Review.objects.filter(closed_at__lt=timezone.now() - promises.DECISIONS_KEPT)
    assert not Entry.objects.filter(at__lt=timezone.now() - promises.STAFF_LOG_KEPT)
    assert Post.objects.filter(approved=True).exists(), "a shown message outlives its decision"


def test_PR_03_the_record_keeps_what_is_younger(aino, evening):
    audit.record(aino, Tag.POST_WRITTEN, aino)
    evening.shift(promises.STAFF_LOG_KEPT - timedelta(hours=1))
    audit.record(aino, Tag.POST_WITHDRAWN, aino)
    evening.shift(timedelta(hours=2))
    chores.sweep_record()
    tags = set(Entry.objects.filter(by=aino).values_list("tag", flat=True))
    assert Tag.POST_WRITTEN not in tags and Tag.POST_WITHDRAWN in tags


def test_PR_03_sessions_changes_and_copies_go_after_thirty_days(aino, signed_in, evening):
    signed_in(aino)
    changes.note(aino, Change.What.NOTICES)
    services.ask(basics=True, private=False, by=aino)
    evening.shift(promises.CHANGES_KEPT - MINUTE)
    chores.sweep_changes()
    chores.sweep_copies()
    assert Change.objects.filter(what=Change.What.NOTICES).exists()
    assert ExportRequest.objects.exists()
    evening.shift(2 * MINUTE)
    chores.sweep_changes()
    chores.sweep_copies()
    chores.sweep_sessions()
    assert not Change.objects.filter(at__lt=timezone.now() - promises.CHANGES_KEPT).exists()
    assert not ExportRequest.objects.exists()
    assert not OpenSession.objects.filter(person=aino).exists()


def test_PR_03_an_account_nobody_uses_is_told_after_18_months_and_gone_after_24(
    answered, aino, signed_in, evening, found_in_tables
):
    signed_in(aino)
    evening.shift(promises.ACCOUNT_NOTICED - MINUTE)
    chores.tell_unused()
    assert not Notice.objects.filter(
        person=aino, kind="safety", place__startswith="unused"
    ).exists()
    evening.shift(timedelta(hours=1))
    chores.tell_unused()
    chores.tell_unused()
    told = Notice.objects.filter(person=aino, kind="safety", place__startswith="unused")
    assert told.count() == 1
    evening.shift(promises.ACCOUNT_GONE - promises.ACCOUNT_NOTICED - timedelta(hours=2))
    chores.erase_unused()
    assert User.objects.get(pk=aino.pk).is_active
    evening.shift(timedelta(hours=4))
    chores.erase_unused()
    assert not User.objects.get(pk=aino.pk).is_active
    assert found_in_tables("Aino") == []
    assert found_in_tables("Meillä vaihto on perjantaisin"), "the words stay, without their writer"


def test_PR_03_people_with_a_task_are_asked_by_a_person_not_erased_by_a_program(salla, evening):
    evening.shift(promises.ACCOUNT_GONE + timedelta(days=30))
    chores.erase_unused()
    assert User.objects.get(pk=salla.pk).is_active


def test_PR_03_everything_may_run_twice(answered, evening):
    evening.shift(promises.TOPIC_GONE + timedelta(days=1))
    night()
    night()


def test_PR_03_no_table_holds_the_address_of_a_device(signed_in, aino, found_in_tables):
    client = signed_in(aino)
    client.get("/fi/a/", REMOTE_ADDR="203.0.113.77", headers={"user-agent": "Kanariaselain/9"})
    client.post("/fi/a/in/", {"pseudonym": "x", "passphrase": "y"}, REMOTE_ADDR="203.0.113.77")
    assert found_in_tables("203.0.113.77", "Kanariaselain") == []
