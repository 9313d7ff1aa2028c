"""One evening on which Kanariasaari has been everywhere; and everything that can be asked of it.

Whatever Kanariasaari wrote, is called or opened holds the word "kanaria": a surface that carries it
to somebody who is parted from that person is found by it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff

from django.test import Client
from django.urls import reverse

from community.accounts.models import User
from community.core import limits
from community.groups.models import PeerGroup
from community.notifications import services as notices
from forum.discussion import services
from forum.discussion.models import Board
from forum.forum_conversation.models import Post, Topic
from tests.unit.groups import setting

CANARY = "kanaria"
OWN_WORDS = "Kirjoitin tämän itse"


@dataclass
class World:
    """What a surface may need to be asked."""

    blocked: User  # Kanariasaari
    viewer: User
    third: User
    leader: User
    board: Board
    answered: Topic  # of a third person: the canary's answer, then somebody else's
    last_word: Topic  # of a third person: the canary, as a volunteer, wrote last
    quiet: Topic  # of a third person, newer than what others wrote in `last_word`
    opened: Topic  # by the canary
    reply: Post  # the canary's in `answered`
    own: Post  # the viewer's in `answered`
    group: PeerGroup
    seat_ref: str  # of the canary's seat
    client: Client  # the viewer's

    def get(self, name: str, *args, **query) -> object:
        headers = {"X-Fragment": "1"} if query.pop("fragment", False) else {}
        return self.client.get(reverse(name, args=args), query, headers=headers)

    def post(self, name: str, *args, **sent) -> object:
        return self.client.post(reverse(name, args=args), sent)


@dataclass
class Talk:
    """Writes as people do, and lets through what waits."""

    let_through: Callable[[Post], None]

    def start(self, board: Board, by: User, title: str, body: str) -> Topic:
        written = services.start(board, title=title, body=body, language="fi", by=by)
        return Topic.objects.get(pk=self._shown(written).topic_id)

    def reply(self, topic: Topic, by: User, body: str, **how) -> Post:
        return self._shown(services.reply(topic, body=body, by=by, **how))

    def _shown(self, written) -> Post:
        if written.is_held:
            self.let_through(written.post)
        return Post.objects.select_related("byline", "topic__trait").get(pk=written.post.pk)


def talk_everywhere(talk: Talk, clock, board: Board, world: dict) -> dict:
    """Four discussions over some days, so that order and coarse times could tell something."""
    canary, third, viewer = world["blocked"], world["third"], world["viewer"]
    found = {}
    with limits.lifted():
        clock.move_to("2026-10-20 18:00:00+03:00")
        found["last_word"] = talk.start(board, third, "Vanha asia", "Kysyn tätä.")
        clock.move_to("2026-11-10 18:00:00+02:00")
        notices.follow(found["last_word"].trait.place, "follow", by=viewer)
        found["quiet"] = talk.start(board, third, "Hiljainen", "Kerron tämän.")
        clock.move_to("2026-11-16 18:00:00+02:00")
        found["answered"] = talk.start(board, third, "Vastattu", "Miten teillä?")
        found["reply"] = talk.reply(found["answered"], canary, "KANARIANVASTAUS tässä")
        found["own"] = talk.reply(found["answered"], viewer, OWN_WORDS)
        talk.reply(found["answered"], third, "Kiitos kaikille.")
        clock.move_to("2026-11-17 18:00:00+02:00")
        found["opened"] = talk.start(board, canary, "KANARIANOTSIKKO", "KANARIANAVAUS tässä")
        talk.reply(found["last_word"], canary, "KANARIANHATTU tässä", wearing="volunteer")
    return found


def sit_together(leader: User, *people: User) -> PeerGroup:
    """A group whose session is open, with everybody agreed."""
    group = setting.found_group(leader)
    setting.begin(group, leader, *people)
    return group


def talk_in_the_room(world: World, *, with_canary: bool = True) -> None:
    """Three messages of others, and before each one of the canary's."""
    with limits.lifted():
        for number, writer in enumerate((world.third, world.viewer, world.leader)):
            if with_canary:
                setting.say(world.group, world.blocked, "KANARIANSANA", f"k{number}")
            setting.say(world.group, writer, f"Sana {number}", f"o{number}")


# What differs between two loads of the same page, whoever reads it.
RANDOM = (
    re.compile(rb'data-left="\d+"'),  # seconds until the session ends
    re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"'),
    re.compile(rb'name="client_id"[^>]*value="[^"]*"|value="[^"]*"[^>]*name="client_id"'),
)


def bytes_of(answer: object, *known: str) -> tuple:
    """Status, headers and body, without tokens and without what the asker typed in."""
    body = getattr(answer, "content", b"")
    for pattern in RANDOM:
        body = pattern.sub(b"", body)
    for ref in known:
        body = body.replace(ref.encode(), b"REF")
    changing = ("Content-Length", "Expires")  # of what was cut out above, and of the clock
    headers = {name: value for name, value in answer.headers.items() if name not in changing}
    return answer.status_code, headers, body


def differences(one: tuple, other: tuple) -> list[str]:
    """In which lines two answers differ; none when they are the same."""
    sides = [[str(part[0]), str(part[1]), *part[2].decode().splitlines()] for part in (one, other)]
    return list(unified_diff(*sides, lineterm="", n=0))
