"""Whatever a client sends, the room stands: others hear, and the line itself still answers."""

import json

import pytest
from channels.db import database_sync_to_async as in_db
from django.core.cache import cache
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from community.groups import frames
from community.groups.models import Message

pytestmark = pytest.mark.django_db(transaction=True)

KINDS = st.sampled_from(["say", "after", "said", "closed", "live.recheck", "", None, [], {}])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=8,
)
FRAMES = st.fixed_dictionaries(
    {"type": KINDS},
    optional={
        "client_id": ANYTHING,
        "body": ANYTHING | st.text(st.characters(categories=["Cs", "Cc"]), max_size=5),
        "seq": ANYTHING | st.sampled_from([-1, 2**31, 2**70, True, 1.5, "1"]),
        "approved": st.just(True),
        "hat": st.just({"kind": "facilitator"}),
    },
)
HOSTILE = st.one_of(
    FRAMES.map(json.dumps),
    ANYTHING.map(json.dumps),
    st.text(max_size=60),
    st.just("[" * 5000),
    st.just('{"type":"say","body":"' + "x" * 5000),
)


@pytest.fixture
def much(monkeypatch) -> None:
    """A test is faster than any person: the budget of frames is another test's concern."""
    monkeypatch.setattr(frames, "MOST", 100_000)


async def test_hostile_frames_leave_the_room_standing(session, group, aino, mikko, line, much):
    hostile, hearing = await line(aino, group), await line(mikko, group)
    seen: list[str] = []

    # Hypothesis draws in its own loop of examples; the frames are then sent over one line.
    @settings(
        max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(HOSTILE)
    def draw(text: str) -> None:
        seen.append(text)

    draw()
    for text in seen:
        await hostile.send_input({"type": "websocket.receive", "text": text})
    for data in (b"", b"\x00\xff"):
        await hostile.send_input({"type": "websocket.receive", "bytes": data})
    cache.clear()  # some of it may have been messages
    await hostile.say("Olen tässä", "last-one")
    while True:
        frame = await hostile.hear("said", within=20)
        if frame["client_id"] == "last-one":
            break
    assert await hearing.seqs(frame["seq"], within=20)
    stored = await in_db(lambda: list(Message.objects.values_list("person_id", "hat")))()
    assert all(who == aino.pk and hat == {} for who, hat in stored)


async def test_forged_fields_of_a_frame_are_not_looked_at(session, group, aino, mikko, line):
    open_line = await line(aino, group)
    await open_line.send_json_to(
        {
            "type": "say",
            "client_id": "a1",
            "body": "Hei",
            "seq": 77,
            "person": mikko.pk,
            "hat": {"kind": "professional"},
            "hidden_at": "2020-01-01",
        }
    )
    assert (await open_line.hear("said"))["seq"] == 1
    stored = await in_db(Message.objects.get)()
    assert (stored.person_id, stored.hat, stored.hidden_at) == (aino.pk, {}, None)


async def test_a_message_that_is_too_long_is_refused_and_the_line_stays(session, group, aino, line):
    open_line = await line(aino, group)
    await open_line.say("x" * 2001, "a1")
    assert (await open_line.hear("refused"))["client_id"] == "a1"
    await open_line.say("x" * 2000, "a1")
    assert (await open_line.hear("said"))["seq"] == 1


async def test_a_frame_over_64_kib_ends_the_line_of_its_sender_only(
    session, group, aino, mikko, line
):
    hostile, hearing = await line(aino, group), await line(mikko, group)
    await hostile.send_to(text_data="x" * (frames.FRAME_MOST + 1))
    assert await hostile.closed() == 1009
    await hearing.say("Täällä ollaan", "m1")
    assert await hearing.hear("said")


async def test_a_flood_of_frames_is_refused_without_asking_the_database(
    session, group, aino, line, monkeypatch
):
    monkeypatch.setattr(frames, "MOST", 3)
    open_line = await line(aino, group)
    for number in range(6):
        await open_line.say("Hei", f"a{number}")
    answers = [await open_line.hear("refused") for _refused in range(3)]
    assert all(answer["reason"] for answer in answers)
    assert await in_db(Message.objects.count)() <= 3
