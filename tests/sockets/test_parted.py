"""Two people are parted while both have pages open: it acts on both at once, and says nothing."""

import pytest
from channels.db import database_sync_to_async as in_db

from community.accounts.services import signed_out
from community.core import limits
from community.groups import services as services_of_seats
from community.safety.blocking import block
from forum.discussion import services
from tests.talk import *  # noqa: F403
from tests.unit.groups import setting

from .conftest import SEQ, Line

pytestmark = pytest.mark.django_db(transaction=True)
say = in_db(setting.say)
part = in_db(lambda by, about: block(about, place="topic:x", shown_name="Joku", by=by))
BOTH = [("aino", "mikko"), ("mikko", "aino")]


@pytest.fixture
def pair(request, aino, mikko):
    """Who presses, and about whom; each way round."""
    people = {"aino": aino, "mikko": mikko}
    return people[request.param[0]], people[request.param[1]]


@pytest.mark.parametrize("pair", BOTH, indirect=True)
async def test_RT_07_a_block_takes_the_others_lines_from_both_open_rooms(
    session, group, aino, mikko, ville, pair, line
):
    for number, person in enumerate((ville, aino, mikko, ville)):
        await say(group, person, f"Sana {number}")
    rooms = {one: await line(person, group) for one, person in (("aino", aino), ("mikko", mikko))}
    for room in rooms.values():
        assert await room.seqs(4) == [1, 2, 3, 4]
    await part(*pair)
    for name, room in rooms.items():
        frame = await room.hear("messages")
        assert (frame["since"], frame["last"]) == (0, 3)
        assert [int(seq) for seq in SEQ.findall(frame["html"])] == [1, 2, 3]
        assert ("Sana 1" in frame["html"]) == (name == "aino")
        assert ("Sana 2" in frame["html"]) == (name == "mikko")


async def test_PB_08_nothing_is_heard_of_what_the_other_one_says_not_even_a_number(
    session, group, aino, mikko, ville, line
):
    await part(aino, mikko)
    hearing, leading = await line(aino, group), await line(ville, group)
    await say(group, mikko, "Kanaria")
    await say(group, ville, "Yksi")
    await say(group, mikko, "Kanaria")
    await say(group, ville, "Kaksi")
    for expected in ((0, 1, "Yksi"), (1, 2, "Kaksi")):
        frame = await hearing.hear("messages")
        assert (frame["since"], frame["last"]) == expected[:2]
        assert expected[2] in frame["html"] and "Kanaria" not in frame["html"]
    assert await hearing.receive_nothing(timeout=0.2)
    assert await leading.seqs(4) == [1, 2, 3, 4]  # who leads hears everybody
    await hearing.say("Oma", "a1")
    assert (await hearing.hear("said"))["seq"] == 3
    assert await hearing.seqs(3) == [3]
    await hearing.after(1)
    assert await hearing.seqs(3) == [2, 3]


async def listening(person, topic, session_key) -> Line:
    key = await in_db(session_key)(person)
    one = Line("/live/", key)
    assert (await one.connect())[0]
    address = await in_db(lambda: f"topic:{topic.trait.ref}")()
    await one.send_json_to({"listen": [address]})
    assert await one.receive_json_from(timeout=5) == {"listening": address}
    return one


@pytest.fixture
def answer(topic, aino, let_through):
    """Aino answered in Mikko's discussion."""
    written = services.reply(topic, body="Hei", by=aino).post
    let_through(written)
    return written


async def test_RT_07_open_discussions_of_both_lose_the_others_words_at_once(
    topic, answer, aino, mikko, session_key
):
    pages = [await listening(person, topic, session_key) for person in (aino, mikko)]
    address = f"topic:{topic.trait.ref}"
    await part(aino, mikko)
    # For Mikko it is the frame of words that were taken back; for Aino his discussion is not there.
    assert await pages[1].receive_json_from(timeout=5) == {
        "look": address, "gone": await in_db(lambda: answer.byline.ref)(),
    }  # fmt: skip
    assert await pages[0].receive_json_from(timeout=5) == {"look": address, "shut": True}
    for page in pages:
        assert await page.receive_nothing(timeout=0.2)
        await page.disconnect()


async def test_PB_09_a_post_of_the_other_one_moves_no_open_page_coming_or_going(
    topic, aino, mikko, ville, let_through, session_key
):
    await part(aino, ville)
    readers = [await listening(person, topic, session_key) for person in (aino, mikko)]

    def come_and_go() -> None:
        with limits.lifted():
            written = services.reply(topic, body="Kanaria", by=ville).post
            let_through(written)
            services.withdraw(written, by=ville)

    await in_db(come_and_go)()
    assert "look" in await readers[1].receive_json_from(timeout=5)
    assert "gone" in await readers[1].receive_json_from(timeout=5)
    assert await readers[0].receive_nothing(timeout=0.3)
    for reader in readers:
        await reader.disconnect()


async def test_RT_04_names_and_the_audience_line_of_open_rooms_follow_a_block_like_a_leaving(
    session, group, aino, mikko, ville, line
):
    """The frame is the one by which everybody learns that somebody left."""
    reading, leading = await line(aino, group), await line(ville, group)
    await part(mikko, aino)
    told = await reading.hear("people")
    assert "Mikko" not in told["html"] and "2" in told["audience"]
    await in_db(services_of_seats.give_up_seat)(group, by=mikko)
    left = await leading.hear("people")
    assert "Mikko" not in left["html"] and set(left) == set(told)


async def test_PB_09_asking_rights_again_tells_nothing_of_what_never_stood_on_the_page(
    topic, aino, mikko, ville, let_through, session_key
):
    """A reference that goes without ever having come would be somebody who is hidden."""
    await part(aino, ville)
    reader = await listening(aino, topic, session_key)

    def come() -> None:
        with limits.lifted():
            let_through(services.reply(topic, body="Kanaria", by=ville).post)

    await in_db(come)()
    await in_db(lambda: signed_out(aino))()  # any change of one's own rights asks again
    assert await reader.receive_nothing(timeout=0.5)
    await reader.disconnect()
