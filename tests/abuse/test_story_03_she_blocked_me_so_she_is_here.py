"""Story 3. "Her posts vanished; she blocked me, so she is here." """

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.test import Client
from django.urls import reverse

from community.accounts.models import User
from community.safety.blocking import block
from forum.discussion import services
from forum.forum_conversation.models import Post
from tests.surfaces.conftest import *  # noqa: F403
from tests.surfaces.surfaces import HTTP, OF_THE_BLOCKED
from tests.surfaces.world import CANARY, bytes_of, differences


def test_story_03_he_reads_exactly_what_he_would_read_if_she_had_taken_her_words_back(world):
    """She blocks him. He loads every page again, and everything he kept open, and compares."""
    she, he = world.blocked, world.viewer
    pages = [one for one in (*HTTP, *OF_THE_BLOCKED) if not one.in_room]
    with transaction.atomic():
        block(he, place=world.answered.trait.place, shown_name="Tuulenpesä", by=she)
        blocked = [bytes_of(one.ask(world), *one.known(world)) for one in pages]
        transaction.set_rollback(True)
    for post in Post.objects.filter(poster=she).select_related("byline", "topic"):
        services.withdraw(post, by=she)
    world.group.seats.filter(person=she).delete()
    for one, before in zip(pages, blocked, strict=True):
        assert not differences(before, bytes_of(one.ask(world), *one.known(world))), one.name


def test_story_03_the_grey_line_says_the_same_and_others_have_it_too(world):
    page = reverse("talk:topic", args=[world.answered.trait.ref])
    grey = "grey-line"
    assert grey not in world.client.get(page).content.decode()
    block(world.viewer, place="topic:x", shown_name="Joku", by=world.blocked)
    his = world.client.get(page).content.decode()
    assert his.count(grey) == 1 and CANARY not in his.lower()
    assert world.reply.byline.ref not in his, "the place carries no reference"
    with transaction.atomic():
        services.withdraw(world.reply, by=User.objects.get(pk=world.blocked.pk))
        others = Client().get(page).content.decode()
        assert others.count(grey) == 1, "former words leave the same line for everybody"
        transaction.set_rollback(True)


def test_story_03_her_own_block_and_his_own_block_look_the_same_to_him(world):
    """He blocks her too, to compare: nothing changes, so nothing is learned."""
    block(world.viewer, place="topic:x", shown_name="Joku", by=world.blocked)
    before = [bytes_of(one.ask(world), *one.known(world)) for one in HTTP if not one.in_room]
    block(world.blocked, place="topic:x", shown_name="Joku", by=world.viewer)
    after = [bytes_of(one.ask(world), *one.known(world)) for one in HTTP if not one.in_room]
    names = [one.name for one in HTTP if not one.in_room]
    for name, one, other in zip(names, before, after, strict=True):
        if name not in ("own safety", "safety changes"):
            assert not differences(one, other), name


@pytest.mark.parametrize("who", ["third", "nobody"])
def test_story_03_nobody_else_sees_any_difference(world, who, client):
    reader = AnonymousUser() if who == "nobody" else world.third
    if who == "third":
        client.force_login(reader)
    page = reverse("talk:topic", args=[world.answered.trait.ref])
    before = bytes_of(client.get(page))
    block(world.viewer, place="topic:x", shown_name="Joku", by=world.blocked)
    assert not differences(before, bytes_of(client.get(page)))
