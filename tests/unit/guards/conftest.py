"""A small world in which every kind of thing exists once, so that every address leads somewhere."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.test import Client

from cms.models import GuidePage
from community.accounts.models import Role, User
from community.core import limits
from forum.discussion import services
from forum.forum_conversation.models import Topic
from moderation.models import Review
from tests.unit.cms.wing import _grown, wing  # noqa: F401
from tests.unit.groups import setting

ROLES = (
    "visitor", "member", "volunteer", "facilitator", "moderator", "professional", "editor",
    "coordinator",
)  # fmt: skip


@pytest.fixture
def world(wing, aino, mikko, salla, ville, laine, topic, members_board, let_through):  # noqa: F811
    """Mikko has written on two boards, Aino waits with a first message and sits in a group."""
    mikko = User.objects.get(pk=mikko.pk)  # what he may was looked up before the second board
    with limits.lifted():
        hidden = services.start(
            members_board, title="Piilossa", body="Vain meille.", language="fi", by=mikko
        )
        let_through(hidden.post)
        waiting = services.reply(topic, body="Luetaan pian.", by=aino)
        held = services.start(
            topic.forum.board, title="Odottaa", body="Ei vielä.", language="fi", by=mikko
        )
    group = setting.found_group(ville)
    session = setting.begin(group, ville, aino)
    setting.say(group, aino, "Hei kaikille.")
    there = SimpleNamespace(
        topic=topic,
        members_topic=Topic.objects.get(pk=hidden.post.topic_id),
        held_topic=Topic.objects.get(pk=held.post.topic_id),
        waiting=waiting.post,
        board=topic.forum.board,
        members_board=members_board,
        group=group,
        session=session,
        review=Review.objects.filter(thing=f"post:{waiting.post.pk}").first(),
        guide=GuidePage.objects.live().filter(locale__language_code="fi").first(),
    )
    there.somebody, there.credential = {"ref": laine.ref}, laine.credentials.get()
    there.things = things_of(there)
    return there


def things_of(there: SimpleNamespace) -> dict[str, dict]:
    """What stands in each address, by its name."""
    group, review = {"ref": there.group.ref}, {"ref": there.review.ref}
    board, topic = {"ref": there.board.ref}, {"ref": there.topic.trait.ref}
    return {
        "talk:board": board,
        "talk:start": board,
        "talk:topic": topic,
        "talk:reply": topic,
        "talk:follow": topic,
        "talk:keep": topic,
        "safety:block": {"kind": "t", "ref": there.topic.first_post.byline.ref},
        "talk:withdraw": {"ref": there.waiting.byline.ref},
        "cms:guide": {"slug": there.guide.slug},
        "sheet": {"kind": "page"},
        "people:person": there.somebody,
        "people:training": there.somebody,
        "people:tasks": there.somebody,
        "people:extract": there.somebody,
        "people:profession": there.somebody,
        "people:end_role": {**there.somebody, "kind": "volunteer"},
        "people:again": {"ref": there.credential.ref},
        "people:end_profession": {"ref": there.credential.ref},
        **{
            f"groups:{name}": group
            for name in (
                "group", "ask", "withdraw", "give_up", "agreement", "room", "say", "answer",
                "open", "pause", "resume", "remove", "hide", "close",
            )
        },
        **{
            f"desk:{name}": review
            for name in ("review", "claim", "release", "approve", "decline")
        },
    }  # fmt: skip


@pytest.fixture
def as_role(person, signed_in, laine, db) -> Callable[[str], Client]:
    """A browser of somebody who holds this role and nothing else; each signed up here."""

    def open_for(role: str) -> Client:
        if role == "visitor":
            return Client()
        if role == "professional":
            return signed_in(laine)
        kinds = [] if role == "member" else [Role.Kind(role)]
        return signed_in(person(f"Joku {ROLES.index(role)}", *kinds))

    return open_for


@pytest.fixture
def everybody(person) -> User:
    """One person with every role there is."""
    return person("Kaikki Yhdessä", *(kind for kind in Role.Kind if kind != "professional"))
