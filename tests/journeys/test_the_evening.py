"""The evening, without a browser: the same people, the same doors, HTTP and sockets.

A parent reads a guide without an account, signs up with a pseudonym and a passphrase, and writes.
She sees her message in place, waiting, with the time by which it is read. A volunteer claims it and
lets exactly that text through; a reader who listens is told to look, a visitor finds it behind
"newer messages". A verified psychologist answers in her role. A small group talks live; one person
loses the line and misses nothing; one is removed. The parent leaves fast. A child reads a page that
leaves no trace.

Runs on SQLite in memory, and on PostgreSQL with Redis when those are there.
"""

import re
from pathlib import Path

import pytest
from channels.db import database_sync_to_async as in_db
from django.test import Client
from django.urls import reverse

from cms import seeding
from community.accounts.models import User
from community.groups import services as groups
from forum.discussion import services as talk
from forum.forum_conversation.models import Topic
from tests.conftest import PASSPHRASE
from tests.sockets.conftest import Line
from tests.unit.groups import setting

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = Path(seeding.__file__).resolve().parents[2] / "community" / "demo" / "content"
FIRST_WORDS = "Muutin eilen. Nukuin kolme tuntia, ja silti aamu tuli."


def body(response) -> str:
    return response.content.decode()


@in_db
def reads_a_guide(visitor: Client) -> None:
    front = body(visitor.get("/", follow=True))
    guide = re.search(r'href="(/fi/r/[^"]+)"', front).group(1)
    page = visitor.get(guide)
    assert page.status_code == 200 and "sessionid" not in visitor.cookies


@in_db
def signs_up(aino: Client) -> User:
    given = {"pseudonym": "Aino", "passphrase": PASSPHRASE}
    yes = {"adult": "on", "rules": "on", "special_data": "on"}
    assert aino.post(reverse("accounts:sign_up"), {**given, **yes}).status_code == 302
    return User.objects.get(pseudonym="Aino", email="")


@in_db
def writes(aino: Client, topic: Topic) -> None:
    path = reverse("talk:topic", args=[topic.trait.ref])
    page = body(aino.get(path))
    assert page.index("myös ilman tunnusta") < page.index(">Lähetä</button>")
    sent = aino.post(
        f"{path}reply/", {"body": FIRST_WORDS, "client_id": "ensimmäinen"}, follow=True
    )
    assert FIRST_WORDS in body(sent) and "20.00" in body(sent)


@in_db
def lets_it_through(salla: Client) -> None:
    queue = body(salla.get(reverse("desk:queue")))
    review = re.search(r'href="(/fi/d/[a-z2-7]{16}/)"', queue).group(1)
    salla.post(f"{review}claim/")
    page = body(salla.get(review))
    assert FIRST_WORDS in page
    hidden = dict(re.findall(r'name="(version|digest)" value="([^"]+)"', page))
    wrong = {**hidden, "digest": "0" * 64}
    assert salla.post(f"{review}approve/", wrong).status_code == 409
    assert salla.post(f"{review}approve/", hidden).status_code == 302


@in_db
def finds_it(visitor: Client, topic: Topic, after: str) -> None:
    page = visitor.get(reverse("talk:topic", args=[topic.trait.ref]), {"after": after})
    assert FIRST_WORDS in body(page)


@in_db
def answers_in_her_role(laine: Client, visitor: Client, topic: Topic) -> None:
    path = reverse("talk:topic", args=[topic.trait.ref])
    key = re.search(r'name="wearing" value="([a-z2-7]{16})"', body(laine.get(path))).group(1)
    laine.post(f"{path}reply/", {"body": "Uni palaa vähitellen.", "wearing": key})
    page = body(visitor.get(path))
    assert page.index("Psykologi") < page.index("Uni palaa vähitellen.")


@in_db
def cannot_dress_up(aino: Client, topic: Topic) -> None:
    path = reverse("talk:reply", args=[topic.trait.ref])
    for forged in ("professional", "moderator", "a" * 16):
        assert aino.post(path, {"body": "Olen psykologi", "wearing": forged}).status_code == 400


@in_db
def leaves_fast(aino: Client, topic: Topic, group) -> None:
    assert aino.get(reverse("leave")).status_code == 302
    for path in (
        reverse("talk:topic", args=[topic.trait.ref]),
        reverse("groups:room", args=[group.ref]),
    ):
        assert "Aino" not in body(aino.get(path)) and FIRST_WORDS not in body(aino.get(path))


@in_db
def a_child_reads(child: Client) -> None:
    for path in ("/fi/c/", "/fi/c/5-8/"):
        page = child.get(path)
        assert page.status_code == 200 and not child.cookies
        assert "<script" not in body(page) and "<form" not in body(page)
        assert "connect-src 'none'" in page.headers["Content-Security-Policy"]


def client_of(key: str) -> Client:
    client = Client()
    client.cookies["sessionid"] = key
    return client


async def test_the_evening(
    editors_ground, open_board, mikko, salla, laine, ville, person, let_through, session_key, line
):
    people = {"laine": laine, "outi": await in_db(User.objects.get)(pseudonym="Outi")}
    readers = {"protection": "laine", "violence": "outi"}
    cast = {"salla": salla, "helmi": await in_db(person)("Helmi", "editor"), **people}
    await in_db(lambda: plant(cast, readers))()
    topic = await in_db(lambda: a_topic(open_board, mikko, let_through))()

    visitor, aino_at = Client(), Client()
    await reads_a_guide(visitor)
    aino = await signs_up(aino_at)

    # Mikko listens to the topic while Aino writes.
    mikko_key = await in_db(session_key)(mikko)
    listening = Line("/live/", mikko_key)
    assert (await listening.connect())[0]
    await listening.send_json_to({"listen": [f"topic:{topic.trait.ref}"]})
    assert await listening.receive_json_from(timeout=5) == {"listening": f"topic:{topic.trait.ref}"}
    await writes(aino_at, topic)
    assert await listening.receive_nothing(timeout=0.3)
    await lets_it_through(client_of(await in_db(session_key)(salla)))
    assert await listening.receive_json_from(timeout=5) == {"look": f"topic:{topic.trait.ref}"}
    await listening.disconnect()

    await finds_it(visitor, topic, topic.first_post.byline.ref)
    await answers_in_her_role(client_of(await in_db(session_key)(laine)), visitor, topic)
    await cannot_dress_up(aino_at, topic)

    # Ville opens the evening; Mikko loses the line, misses nothing, and hears nothing twice.
    circle = await in_db(setting.found_group)(ville)
    await in_db(setting.begin)(circle, ville, aino, mikko)
    speaking, away = await line(aino, circle), await line(mikko, circle)
    await speaking.say("Iltaa", "a1")
    assert await away.seqs(1) == [1]
    await away.disconnect()
    for number in range(2, 7):
        await speaking.say(f"Viesti {number}", f"a{number}")
        assert (await speaking.hear("said"))["type"] == "said"
    back = await line(mikko, circle, after=1)
    assert await back.seqs(6) == [2, 3, 4, 5, 6]
    assert await back.receive_nothing(timeout=0.3)

    # Ville removes Mikko: the line closes within two seconds, and the room was never there.
    seat = await in_db(circle.seat_of)(mikko)
    await in_db(groups.remove_person)(circle, seat, by=ville)
    assert await back.closed(within=2) == 4403
    again = Line(f"/live/g/{circle.ref}/", mikko_key)
    assert not (await again.connect())[0]

    await leaves_fast(aino_at, topic, circle)
    await a_child_reads(Client())


def plant(cast, readers) -> None:
    seeding.load(CONTENT, people={**everybody(cast)}, readers=readers)


def everybody(cast) -> dict[str, User]:
    """The content names owners by key; one person stands for those who are not here."""
    return {
        **dict.fromkeys(
            ("outi", "laine", "salla", "helmi", "ville", "virta", "eero"), cast["salla"]
        ),
        **cast,
    }


def a_topic(board, mikko: User, let_through) -> Topic:
    written = talk.start(board, title="Kaksi kotia", body="Miten teillä?", language="fi", by=mikko)
    let_through(written.post)
    topic = Topic.objects.select_related("trait", "first_post__byline").get(
        pk=written.post.topic_id
    )
    return topic
