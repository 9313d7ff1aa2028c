"""Signs of existence never leak (EX-16): asked about what is there but not for you, and about what
never was, the site gives the same answer. Twenty-five probes, each of both, compared whole.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from community.core import limits
from forum.discussion import services as talk
from forum.forum_conversation.models import Topic
from tests.conftest import PASSPHRASE

from .addresses import NOTHING

MEMBER, NOBODY = "Mikko", "Mokki"  # a pseudonym that is taken, and one of the same length
# What differs between any two answers: the forms' token, the time, the numbers of one sending.
OWN_NOISE = re.compile(
    r'(csrfmiddlewaretoken" value="|name="client_id" value=")[^"]*|klo \d+\.\d\d|at \d+:\d\d'
)
NOT_COMPARED = {"Set-Cookie", "Date", "Content-Length"}


def answer_of(client: Client, how: str, path: str, typed: dict, *known: str) -> tuple:
    """Status, headers and body, with what was asked for taken out of them."""
    answer = getattr(client, how)(path, typed, headers={"x-fragment": typed.get("_part", "")})
    body = OWN_NOISE.sub(r"\1", answer.content.decode(errors="replace"))
    headers = {k: v for k, v in answer.headers.items() if k not in NOT_COMPARED}
    text = f"{headers} {sorted(answer.cookies)} {body}"
    for word in known:
        text = text.replace(word, "·")
    return answer.status_code, text


def typed_by_name(name: str) -> dict:
    return {"pseudonym": name, "passphrase": "vaara salalause tassa"}


# What is probed: how, with which address, what is typed; `{it}` is the thing asked about.
THINGS = {
    "a members' topic": ("get", "/fi/t/{it}/", {}, "members_topic"),
    "its fragment": ("get", "/fi/t/{it}/", {"_part": "1"}, "members_topic"),
    "after one of its messages": ("get", "/fi/t/{it}/?after=" + NOTHING, {}, "members_topic"),
    "answering there": ("post", "/fi/t/{it}/reply/", {"body": "Hei"}, "members_topic"),
    "following it": ("post", "/fi/t/{it}/follow/", {}, "members_topic"),
    "a topic nobody has read yet": ("get", "/fi/t/{it}/", {}, "held_topic"),
    "answering what waits": ("post", "/fi/t/{it}/reply/", {"body": "Hei"}, "held_topic"),
    "a members' board": ("get", "/fi/b/{it}/", {}, "members_board"),
    "starting on it": ("post", "/fi/b/{it}/new/", {"title": "a", "body": "b"}, "members_board"),
    "somebody's waiting message": ("get", "/fi/p/{it}/back/", {}, "waiting"),
    "taking it back": ("post", "/fi/p/{it}/back/", {}, "waiting"),
    "somebody's shown message": ("get", "/fi/p/{it}/back/", {}, "shown"),
    "a topic that was taken back": ("get", "/fi/t/{it}/", {}, "gone_topic"),
    "a room": ("get", "/fi/g/{it}/room/", {}, "group"),
    "speaking in it": ("post", "/fi/g/{it}/room/say/", {"body": "Hei"}, "group"),
    "its agreement": ("get", "/fi/g/{it}/agreement/", {}, "group"),
    "leaving a seat one has not": ("get", "/fi/g/{it}/seat/", {}, "group"),
    "a review at the desk": ("get", "/fi/d/{it}/", {}, "review"),
    "claiming it": ("post", "/fi/d/{it}/claim/", {}, "review"),
    "the reference of a person": ("get", "/fi/t/{it}/", {}, "person"),
}
# Visitors are asked to sign in before a members' place says anything; members are past that.
ONLY_FOR_VISITORS = {"a members' board", "starting on it", "a members' topic", "its fragment",
                     "after one of its messages", "answering there", "following it"}  # fmt: skip
NAMES = {
    "signing in": ("post", "/fi/a/in/", typed_by_name),
    "signing in twice": ("post", "/fi/a/in/", typed_by_name),
    "recovering": ("post", "/fi/a/lost/", lambda name: {"pseudonym": name, "code": "aaaa-bbbb"}),
    "an address made of the name": ("get", "/fi/{it}/", lambda name: {}),
    "a picture called so": ("get", "/media/{it}.jpg", lambda name: {}),
}
TIED = {name: "person" for name in NAMES}


def ref_of(thing) -> str:
    if hasattr(thing, "trait"):
        return thing.trait.ref
    return thing.byline.ref if hasattr(thing, "byline") else thing.ref


@pytest.fixture
def hidden(world, mikko, aino):
    """Two more things that are there and not for everybody."""
    with limits.lifted():
        gone = talk.start(world.board, title="Pois", body="Pois.", language="fi", by=mikko).post
    talk.withdraw(gone, by=mikko)
    world.gone_topic = Topic.objects.get(pk=gone.topic_id)
    world.shown, world.person = world.topic.first_post, mikko
    return world


@pytest.fixture(params=["visitor", "stranger"])
def reader(request, person, signed_in) -> Client:
    return Client() if request.param == "visitor" else signed_in(person("Vieras"))


@pytest.mark.parametrize("probe", list(THINGS))
def test_EX_16_what_is_not_for_you_answers_like_what_never_was(hidden, reader, request, probe):
    if probe in ONLY_FOR_VISITORS and "stranger" in request.node.callspec.id:
        return
    how, path, typed, what = THINGS[probe]
    ref = ref_of(getattr(hidden, what))
    with limits.lifted():
        there = answer_of(reader, how, path.format(it=ref), typed, ref)
        never = answer_of(reader, how, path.format(it=NOTHING), typed, NOTHING)
    assert there == never


@pytest.mark.parametrize("probe", list(NAMES))
def test_EX_16_a_name_that_is_taken_answers_like_one_that_never_was(hidden, client, probe):
    how, path, typed = NAMES[probe]
    answers = []
    for name in (MEMBER, NOBODY):
        with limits.lifted():
            if "twice" in probe:
                client.post(path, typed(name))
            answers.append(answer_of(client, how, path.format(it=name), typed(name), name))
    assert answers[0] == answers[1]


def test_EX_16_a_probe_can_tell_what_is_there_for_you(hidden, reader):
    """The comparison is worth something: of an open topic it sees the difference."""
    ref = hidden.topic.trait.ref
    there = answer_of(reader, "get", f"/fi/t/{ref}/", {}, ref)
    assert there != answer_of(reader, "get", f"/fi/t/{NOTHING}/", {}, NOTHING)


def test_EX_16_there_are_twenty_five_probes():
    assert len(THINGS) + len(NAMES) == 25


def test_EX_16_signing_up_says_the_same_of_every_name_it_does_not_take(hidden, client):
    """A name must be one's own, so that one is taken shows; but not who has it, nor why not:
    a member's, one a discussion gives and one close to another's get the same words."""
    yes = {"adult": "on", "rules": "on", "special_data": "on", "passphrase": PASSPHRASE}
    said = {
        answer_of(client, "post", "/fi/a/new/", {"pseudonym": name, **yes}, name)
        for name in (MEMBER, "Hiljainen koivu", "Mlkko")
    }
    assert len(said) == 1 and next(iter(said))[0] == 400


@pytest.mark.parametrize(
    "path", ["/robots.txt", "/sitemap.xml", "/favicon.ico", "/media/", "/.well-known/x"]
)
def test_EX_16_the_files_robots_look_for_name_nothing(hidden, client, path):
    answer = client.get(path)
    body = answer.content.decode(errors="replace")
    assert answer.status_code in {200, 404}
    assert not re.search(r"/(t|b|g|d|p|a|n|y)/|editor|Mikko", body.replace('href="/fi/', ""))


def test_PB_15_a_signed_out_request_shows_no_title(hidden, client):
    title = "Piilossa"
    for path in (
        "/fi/",
        "/fi/b/",
        "/fi/q/",
        reverse("talk:topic", args=[hidden.members_topic.trait.ref]),
    ):
        assert title not in client.get(path).content.decode()
