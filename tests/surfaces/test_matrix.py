"""Two people who are parted, on every surface, each way (PB-08); and what a block cannot be told
from (PB-09)."""

import pytest
from django.db import transaction

from community.accounts.models import User
from community.groups.models import Agreement, Message, PeerGroup, Seat, SeatRequest
from community.safety.blocking import block
from forum.discussion import services
from forum.forum_conversation.models import Post

from .surfaces import ASKED, HTTP, OF_THE_BLOCKED
from .world import CANARY, OWN_WORDS, World, bytes_of, differences, talk_in_the_room

ALL = (*HTTP, *OF_THE_BLOCKED)
named = {"ids": lambda one: one.name}


def part(world: World, *, by_viewer: bool) -> None:
    """One presses "block" beside the other's name."""
    pair = (world.viewer, world.blocked) if by_viewer else (world.blocked, world.viewer)
    block(pair[1], place="topic:x", shown_name="Joku", by=pair[0])
    anew(world)


def anew(world: World) -> None:
    """People as the next request would read them."""
    for who in ("viewer", "blocked", "third", "leader"):
        setattr(world, who, User.objects.get(pk=getattr(world, who).pk))


def words_of(answer: object) -> str:
    body = answer.content.decode() if hasattr(answer, "content") else str(answer)
    headers = str(dict(answer.headers)) if hasattr(answer, "headers") else ""
    return (body + headers).lower()


def test_PB_08_the_matrix_has_at_least_fifteen_surfaces():
    assert len(ALL) + len(ASKED) >= 15


def test_every_surface_that_shows_people_shows_them_while_nobody_is_parted(world):
    for one in (*ALL, *ASKED):
        seen = words_of(one.ask(world))
        assert (CANARY in seen) == one.shows, one.name


@pytest.mark.parametrize("by_viewer", [True, False], ids=["one's own block", "the other's block"])
def test_PB_08_on_no_surface_is_anything_of_the_other_one(world, by_viewer):
    part(world, by_viewer=by_viewer)
    for one in (*HTTP, *ASKED, *(() if by_viewer else OF_THE_BLOCKED)):
        assert CANARY not in words_of(one.ask(world)), one.name


def test_PB_08_ones_own_words_and_those_of_others_stay(world):
    part(world, by_viewer=True)
    page = words_of(world.get("talk:topic", world.answered.trait.ref))
    assert OWN_WORDS.lower() in page and "kiitos kaikille" in page
    room = words_of(world.get("groups:room", world.group.ref))
    assert all(f"sana {number}" in room for number in range(3))


def test_PB_09_a_block_reads_byte_for_byte_like_words_that_were_taken_back(world):
    compared = [one for one in ALL if not one.in_room]
    with transaction.atomic():
        part(world, by_viewer=False)
        parted = {one.name: bytes_of(one.ask(world), *one.known(world)) for one in compared}
        transaction.set_rollback(True)
    anew(world)
    for post in Post.objects.filter(poster=world.blocked).select_related("byline", "topic"):
        services.withdraw(post, by=world.blocked)
    Seat.objects.filter(person=world.blocked).delete()
    for one in compared:
        asked = bytes_of(one.ask(world), *one.known(world))
        assert not differences(parted[one.name], asked), one.name


def test_PB_09_a_topic_that_is_hidden_answers_like_one_that_never_was(world):
    part(world, by_viewer=False)
    for one in HTTP:
        if one.name in ("a topic opened by them", "answer to their topic"):
            hidden = bytes_of(one.ask(world), *one.known(world))
            world.opened.trait.ref = "a" * 16
            assert hidden == bytes_of(one.ask(world), "a" * 16) and hidden[0] == 404


def test_PB_09_a_room_reads_byte_for_byte_like_one_in_which_the_other_never_was(quiet_world):
    world = quiet_world
    compared = [one for one in HTTP if one.in_room]
    with transaction.atomic():
        talk_in_the_room(world)
        part(world, by_viewer=False)
        parted = {one.name: bytes_of(one.ask(world)) for one in compared}
        transaction.set_rollback(True)
    anew(world)
    for model in (Agreement, Message, Seat, SeatRequest):
        model.objects.filter(person=world.blocked).delete()
    world.group = PeerGroup.objects.get(pk=world.group.pk)
    talk_in_the_room(world, with_canary=False)
    for one in compared:
        assert not differences(parted[one.name], bytes_of(one.ask(world))), one.name


def test_PB_08_order_and_times_of_a_list_are_moved_by_nobody_one_does_not_meet(world):
    """The canary wrote last in the oldest discussion, in a role: neither shows."""
    before = words_of(world.get("talk:board", world.board.ref))
    assert before.index("vanha asia") < before.index("vastattu")
    part(world, by_viewer=True)
    after = words_of(world.get("talk:board", world.board.ref))
    assert after.index("vastattu") < after.index("hiljainen") < after.index("vanha asia")
    assert "vapaaehtoinen" in before and "vapaaehtoinen" not in after


def test_PB_08_no_page_of_members_is_kept_by_a_browser_or_a_proxy(world):
    for one in ALL:
        answer = one.ask(world)
        kept = answer.headers.get("Cache-Control", "")
        assert "no-store" in kept or "private" in kept, f"{one.name}: {kept}"


@pytest.mark.parametrize("by_viewer", [True, False])
def test_pages_cost_at_most_25_queries_also_for_people_who_are_parted(
    world, by_viewer, django_assert_max_num_queries
):
    part(world, by_viewer=by_viewer)
    for one in HTTP:
        with django_assert_max_num_queries(25, info=one.name):
            one.ask(world)
