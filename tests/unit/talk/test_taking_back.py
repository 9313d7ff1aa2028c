"""Taking words back: gone from pages, lists, desk and counters, and nothing else with them."""

import pytest
from django.urls import reverse
from machina.apps.forum.models import Forum

from forum.discussion import queries, services
from forum.forum_conversation.models import Post, Topic
from moderation.models import Review
from tests.conftest import PASSPHRASE


@pytest.fixture
def answered(topic, aino, let_through) -> Topic:
    """Mikko's discussion with an answer by Aino."""
    let_through(services.reply(topic, body="Meillä maanantaisin.", by=aino).post)
    return Topic.objects.get(pk=topic.pk)


def pages(client, topic) -> str:
    there = client.get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
    listed = client.get(reverse("talk:board", args=[topic.forum.board.ref])).content.decode()
    return there + listed


def test_PB_16_the_title_goes_with_the_first_message_and_the_answers_stay(answered, mikko, client):
    services.withdraw(answered.first_post, by=mikko)
    shown = pages(client, answered)
    assert "Kaksi kotia" not in shown and "sujuvat" not in shown
    assert "Meillä maanantaisin." in shown


def test_a_discussion_in_which_nothing_is_shown_is_not_listed_though_an_answer_waits(
    topic, mikko, aino, client, let_through
):
    waiting = services.reply(topic, body="Odotan vielä", by=aino).post
    services.withdraw(topic.first_post, by=mikko)
    assert not Topic.objects.get(pk=topic.pk).approved
    board = reverse("talk:board", args=[topic.forum.board.ref])
    assert client.get(board, {"before": topic.trait.ref}).status_code == 200
    assert topic.trait.ref not in client.get(board).content.decode()
    let_through(waiting)
    assert "Odotan vielä" in pages(client, topic)


def test_counters_and_the_newest_post_follow_every_step(answered, mikko, aino):
    services.withdraw(Post.objects.get(poster=aino), by=aino)
    topic = Topic.objects.get(pk=answered.pk)
    board = Forum.objects.get(pk=topic.forum_id)
    assert (topic.posts_count, topic.last_post_id) == (1, topic.first_post_id)
    assert (board.direct_posts_count, board.direct_topics_count) == (1, 1)
    assert board.last_post_id == topic.first_post_id


def test_a_page_begins_where_a_post_stood_that_was_taken_back(answered, mikko, aino, let_through):
    gone = Post.objects.get(poster=aino)
    services.withdraw(gone, by=aino)
    fresh = services.reply(answered, body="Uusi vastaus", by=mikko).post
    let_through(fresh)
    newer = queries.posts_in(mikko, answered, after=gone.byline.ref).messages
    assert [message.ref for message in newer] == [fresh.byline.ref]


def test_the_desk_keeps_no_words_that_were_taken_back(topic, aino, salla, signed_in):
    waiting = services.reply(topic, body="Tämä oli vahinko", by=aino).post
    review = Review.objects.get(thing=f"post:{waiting.pk}")
    services.withdraw(waiting, by=aino)
    page = signed_in(salla).get(reverse("desk:review", args=[review.ref]))
    assert page.status_code == 200 and "Tämä oli vahinko" not in page.content.decode()


def test_new_words_under_an_old_mark_are_written_and_not_thrown_away(topic, mikko):
    first = services.reply(topic, body="Ensimmäinen", client_id="sama", by=mikko)
    again = services.reply(topic, body="Ensimmäinen", client_id="sama", by=mikko)
    other = services.reply(topic, body="Toinen", client_id="sama", by=mikko)
    assert first.post == again.post and other.post != first.post
    assert Post.objects.filter(topic=topic, poster=mikko).count() == 3


def test_a_discussion_closed_meanwhile_gives_the_text_back(topic, mikko, signed_in):
    Topic.objects.filter(pk=topic.pk).update(status=Topic.TOPIC_LOCKED)
    sent = signed_in(mikko).post(
        reverse("talk:reply", args=[topic.trait.ref]), {"body": "Kirjoitin tunnin"}
    )
    assert sent.status_code == 403 and "Kirjoitin tunnin" in sent.content.decode()


def test_a_discussion_gone_meanwhile_gives_the_text_back(topic, mikko, aino, signed_in):
    services.withdraw(topic.first_post, by=mikko)
    address = reverse("talk:reply", args=[topic.trait.ref])
    sent = signed_in(aino).post(address, {"body": "Kirjoitin tunnin"})
    assert sent.status_code == 404 and "Kirjoitin tunnin" in sent.content.decode()


def test_a_page_that_is_too_long_to_read_is_refused_in_words(aino, topic, signed_in):
    address = reverse("talk:reply", args=[topic.trait.ref])
    sent = signed_in(aino).post(address, {"body": "x" * 1_100_000})
    assert sent.status_code == 400 and "Tätä ei voitu lukea" in sent.content.decode()


def test_PB_16_an_own_waiting_answer_can_be_taken_back_after_the_discussion_closed(
    topic, mikko, aino, signed_in
):
    waiting = services.reply(topic, body="Odotan vielä", by=aino).post
    services.withdraw(topic.first_post, by=mikko)
    address = reverse("talk:withdraw", args=[waiting.byline.ref])
    assert signed_in(aino).post(address).status_code == 302
    assert not Review.objects.filter(thing=f"post:{waiting.pk}", closed_at=None).exists()


def test_words_of_another_site_are_not_shown_as_ones_own(db, client):
    there = {"Origin": "https://elsewhere.example"}
    sent = client.post("/fi/nowhere/", {"body": "Soita 0600 1"}, headers=there)
    assert sent.status_code == 404 and "0600" not in sent.content.decode()
    own = client.post("/fi/nowhere/", {"body": "Soita 0600 1"})
    assert "0600" in own.content.decode()


def test_text_kept_for_one_discussion_waits_there_while_another_is_answered(
    topic, open_board, mikko, let_through, client
):
    other = services.start(open_board, title="Toinen", body="Toinen", language="fi", by=mikko).post
    let_through(other)
    here, there = (reverse("talk:topic", args=[one.trait.ref]) for one in (topic, other.topic))
    client.post(f"{here}reply/", {"body": "Jäi kesken"})
    given = {"pseudonym": "Mikko", "passphrase": PASSPHRASE, "next": here, "body": "Jäi kesken"}
    client.post(reverse("accounts:sign_in"), given)
    client.post(f"{there}reply/", {"body": "Muualla"})
    assert "Jäi kesken" in client.get(here).content.decode()
    client.post(f"{here}reply/", {"body": "Jäi kesken"})
    page = client.get(here).content.decode()
    assert page.count("Jäi kesken") == 1
