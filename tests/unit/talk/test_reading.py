"""Reading talk: what is seen by whom, pages that stand still, nothing hidden in any answer."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from community.core import limits
from forum.discussion import queries, services
from forum.discussion.queries.topics import POSTS_A_PAGE
from forum.forum_conversation.models import Topic


@pytest.fixture
def long_topic(topic, mikko, let_through):
    """A discussion of three pages."""
    with limits.lifted():
        for number in range(POSTS_A_PAGE * 2 + 5):
            written = services.reply(topic, body=f"Viesti numero {number}.", by=mikko)
            if written.is_held:
                let_through(written.post)
    return Topic.objects.get(pk=topic.pk)


def walk(viewer, topic, **first) -> list[str]:
    """All references from the first page on, by following the links."""
    page = queries.posts_in(viewer, topic, **first)
    seen = [message.ref for message in page.messages]
    while not page.is_last:
        page = queries.posts_in(viewer, topic, after=page.newer)
        seen += [message.ref for message in page.messages]
    return seen


def test_following_newer_shows_every_post_once_in_order(long_topic, mikko):
    refs = walk(mikko, long_topic)
    assert len(refs) == len(set(refs)) == long_topic.posts_count
    back = queries.posts_in(mikko, long_topic, before=refs[POSTS_A_PAGE])
    assert [message.ref for message in back.messages] == refs[:POSTS_A_PAGE] and not back.older


def test_a_post_let_through_late_stands_after_what_was_read_meanwhile(
    topic, aino, mikko, let_through
):
    early = services.reply(topic, body="Kirjoitin ensin", by=aino).post
    second = services.reply(topic, body="Kirjoitin toisena", by=mikko).post
    let_through(second)
    read_up_to = queries.posts_in(mikko, topic).newer
    let_through(early)
    newer = queries.posts_in(mikko, topic, after=read_up_to).messages
    assert [message.ref for message in newer] == [early.byline.ref]


def test_newer_messages_is_a_plain_link_that_works_without_scripts(
    topic, mikko, let_through, client
):
    page = client.get(address(topic)).content.decode()
    last = topic.first_post.byline.ref
    assert f"?after={last}" in page
    assert "Uusi viesti" not in client.get(address(topic), {"after": last}).content.decode()
    let_through(services.reply(topic, body="Uusi viesti", by=mikko).post)
    assert "Uusi viesti" in client.get(address(topic), {"after": last}).content.decode()


def test_the_fragment_is_the_same_partial_as_the_page(topic, client):
    fragment = client.get(address(topic), headers={"X-Fragment": "1"}).content.decode().strip()
    page = client.get(address(topic)).content.decode()
    assert fragment.startswith("<li") and fragment in page


@pytest.mark.parametrize(
    "query", ["after=²", "after=%00", "before=zzz", "last=x&after=", "after=" + "9" * 5000]
)
def test_odd_addresses_answer_with_a_page(topic, client, query):
    assert client.get(f"{address(topic)}?{query}").status_code == 200


def test_PB_09_what_is_hidden_answers_exactly_like_what_never_was(
    members_board, mikko, let_through, client
):
    written = services.start(members_board, title="Asia", body="Teksti", language="fi", by=mikko)
    let_through(written.post)
    hidden = client.get(reverse("talk:topic", args=[written.post.topic.trait.ref]))
    never = client.get(reverse("talk:topic", args=["a" * 16]))
    assert hidden.status_code == never.status_code == 404
    same = [bare(hidden, written.post.topic.trait.ref), bare(never, "a" * 16)]
    assert same[0] == same[1] and dict(hidden.headers) == dict(never.headers)


def test_a_waiting_discussion_is_listed_for_its_writer_only(aino, mikko, open_board, signed_in):
    services.start(open_board, title="Odottava otsikko", body="Teksti", language="fi", by=aino)
    board = reverse("talk:board", args=[open_board.ref])
    assert "Odottava otsikko" in signed_in(aino).get(board).content.decode()
    assert "Odottava otsikko" not in signed_in(mikko).get(board).content.decode()


def test_PB_15_a_members_board_is_not_there_for_a_visitor(members_board, open_board, client):
    assert client.get(reverse("talk:board", args=[members_board.ref])).status_code == 404
    listed = client.get(reverse("talk:boards")).content.decode()
    assert open_board.ref in listed and members_board.ref not in listed


def test_PB_05_no_exact_time_stands_in_a_page(topic, client):
    page = client.get(address(topic)).content.decode()
    now = timezone.localtime()
    assert "datetime=" not in page and now.strftime("%H:%M") not in page
    assert now.strftime("%H.%M") not in page and "2026-11-17" not in page


@pytest.mark.parametrize("name", ["talk:topic", "talk:board"])
def test_PB_01_the_audience_line_says_what_the_rows_say(
    name, topic, members_board, open_board, aino
):
    client = Client()
    client.force_login(aino)
    ref = topic.trait.ref if name == "talk:topic" else open_board.ref
    assert "myös ilman tunnusta" in client.get(reverse(name, args=[ref])).content.decode()
    members = client.get(reverse("talk:board", args=[members_board.ref])).content.decode()
    assert "myös ilman tunnusta" not in members and "kirjautuneet" in members


def test_pages_cost_the_same_number_of_queries_whatever_their_length(
    topic, long_topic, client, django_assert_max_num_queries, open_board
):
    with django_assert_max_num_queries(25):
        client.get(address(long_topic))
    with django_assert_max_num_queries(25):
        client.get(reverse("talk:board", args=[open_board.ref]))


def address(topic) -> str:
    return reverse("talk:topic", args=[topic.trait.ref])


def bare(response, ref: str) -> str:
    """The page without the address somebody asked for, which they know already."""
    return response.content.decode().replace(ref, "REF")
