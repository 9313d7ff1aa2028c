"""The room over sockets: heard once and in order, closed when the right ends."""

import asyncio
import json

import pytest
from channels.db import database_sync_to_async as in_db
from channels.layers import get_channel_layer
from django.urls import reverse

from community.accounts import services as accounts
from community.accounts.keeping import KEPT
from community.accounts.models import OpenSession, User
from community.accounts.sessions import SessionStore
from community.groups import queries, services, wire
from community.groups.consumers import RoomConsumer
from community.groups.models import Message
from tests.unit.groups import setting

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)
say, close = in_db(setting.say), in_db(services.close_session)


async def test_two_people_hear_what_one_says(session, group, aino, mikko, line):
    speaking, hearing = await line(aino, group), await line(mikko, group)
    await speaking.say("Hei *kaikille*", "a1")
    assert await speaking.hear("said") == {"type": "said", "client_id": "a1", "seq": 1}
    own, heard = await speaking.hear("messages"), await hearing.hear("messages")
    assert "<em>kaikille</em>" in heard["html"] and heard["last"] == 1
    assert "say--own" in own["html"] and "say--own" not in heard["html"]
    assert await in_db(Message.objects.count)() == 1


async def test_sending_again_is_acknowledged_again_and_said_once(session, group, aino, mikko, line):
    speaking, hearing = await line(aino, group), await line(mikko, group)
    for _again in range(3):
        await speaking.say("Hei", "a1")
        assert (await speaking.hear("said"))["seq"] == 1
    await speaking.say("Toinen", "a2")
    assert await hearing.seqs(2) == [1, 2]


async def test_other_words_under_a_used_number_come_back_to_their_writer(
    session, group, aino, mikko, line
):
    speaking, hearing = await line(aino, group), await line(mikko, group)
    await speaking.say("Hei", "a1")
    await speaking.hear("said")
    await speaking.say("Jotain muuta", "a1")
    refused = await speaking.hear("refused")
    assert refused["client_id"] == "a1" and refused["reason"]
    await speaking.say("Jotain muuta", "a2")
    assert (await speaking.hear("said"))["seq"] == 2
    assert await hearing.seqs(2) == [1, 2]


async def test_what_was_kept_over_a_sign_in_is_forgotten_when_it_was_said(
    session, group, aino, session_key
):
    key = await in_db(session_key)(aino)

    def keep() -> None:
        store = SessionStore(key)
        room = reverse("groups:room", args=[group.ref])
        store[KEPT] = {"for": room, "typed": {"body": "Hei"}}
        store.save()

    await in_db(keep)()
    speaking = Line(f"/live/g/{group.ref}/", key)
    await speaking.connect()
    await speaking.say("Hei", "a1")
    await speaking.hear("said")
    assert KEPT not in await in_db(SessionStore(key).load)()
    await speaking.disconnect()


async def test_after_a_gap_exactly_what_was_missed_once_and_in_order(
    session, group, aino, mikko, ville, line
):
    away = await line(mikko, group)
    await say(group, aino, "Ennen")
    assert await away.seqs(1) == [1]
    await away.disconnect()
    for number in range(8):
        await say(group, ville if number % 2 else aino, f"Sillä välin {number}")
    back = await line(mikko, group, after=1)
    assert await back.seqs(9) == list(range(2, 10))
    assert await back.receive_nothing(timeout=0.3)


async def test_each_frame_says_what_it_covers(session, group, aino, mikko, line):
    """A client that sees a gap between two frames asks again; here none has one."""
    for number in range(3):
        await say(group, aino, f"Ennen {number}")
    hearing = await line(mikko, group, after=1)
    first = await hearing.hear("messages")
    await say(group, aino, "Jälkeen")
    second = await hearing.hear("messages")
    assert [(one["since"], one["last"]) for one in (first, second)] == [(1, 3), (3, 4)]


async def test_a_long_gap_comes_in_several_frames_in_order(
    session, group, aino, mikko, ville, line, monkeypatch
):
    monkeypatch.setattr(queries, "MOST", 3)
    said = [await say(group, aino, f"Viesti {number}") for number in range(8)]
    for one in (said[0], said[6]):
        await in_db(services.hide)(one, by=ville)
    back = await line(mikko, group, after=0)
    assert await back.seqs(8) == list(range(1, 9))
    assert await back.receive_nothing(timeout=0.2)


async def test_a_word_the_layer_dropped_comes_with_the_next(
    session, group, aino, mikko, line, monkeypatch
):
    hearing = await line(mikko, group)
    with monkeypatch.context() as deaf:
        deaf.setattr(wire, "_send", lambda ref, event: None)
        await say(group, aino, "Ei kuulu")
    await say(group, aino, "Kuuluu")
    assert await hearing.seqs(2) == [1, 2]


async def test_the_last_word_heals_by_asking(session, group, aino, mikko, line, monkeypatch):
    monkeypatch.setattr(RoomConsumer, "ask_every", 0.2)
    hearing = await line(mikko, group)
    monkeypatch.setattr(wire, "_send", lambda ref, event: None)
    await say(group, aino, "Ei kuulu heti")
    assert await hearing.seqs(1) == [1]


async def test_doubled_and_reordered_nudges_double_nothing(session, group, aino, mikko, line):
    hearing = await line(mikko, group)
    await say(group, aino, "Yksi")
    await say(group, aino, "Kaksi")
    layer = get_channel_layer()
    for seq in (2, 1, 2, 1, 99):
        event = {"type": "room.said", "ref": group.ref, "seq": seq}
        await layer.group_send(wire.room_group(group.ref), event)
    assert await hearing.seqs(2) == [1, 2]
    assert await hearing.receive_nothing(timeout=0.3)


async def test_a_client_that_never_says_where_it_stands_hears_from_its_coming_on(
    session, group, aino, mikko, line, monkeypatch
):
    monkeypatch.setattr(RoomConsumer, "begin_within", 0.1)
    await say(group, aino, "Ennen")
    hearing = await line(mikko, group, after=None)
    await say(group, aino, "Jälkeen")
    assert await hearing.seqs(2) == [2]


async def test_the_layer_carries_no_word(session, group, aino, mikko, line):
    layer = get_channel_layer()
    channel = await layer.new_channel()
    await layer.group_add(wire.room_group(group.ref), channel)
    await say(group, aino, "Salaisuus")
    event = await asyncio.wait_for(layer.receive(channel), 3)
    await layer.group_discard(wire.room_group(group.ref), channel)
    assert set(event) - {"__asgi_group__"} == {"type", "ref", "seq"}
    assert "Salaisuus" not in json.dumps(event, default=str)


async def test_RT_07_a_removed_person_is_out_within_two_seconds(
    session, group, aino, mikko, ville, line
):
    removed, staying = await line(mikko, group), await line(aino, group)
    seat = await in_db(group.seat_of)(mikko)
    await in_db(services.remove_person)(group, seat, by=ville)
    assert await removed.closed(within=2) == 4403
    await staying.say("Jatketaan", "a1")
    assert await staying.hear("said")


async def test_RT_07_also_when_the_layer_dropped_the_word(
    session, group, mikko, aino, ville, line, monkeypatch
):
    from community.core import live

    removed = await line(mikko, group)
    seat = await in_db(group.seat_of)(mikko)
    with monkeypatch.context() as deaf:
        deaf.setattr(live, "_send", lambda group, message: None)
        await in_db(services.remove_person)(group, seat, by=ville)
    await removed.say("Olenko vielä täällä", "m1")
    assert await removed.closed() == 4403
    assert not await in_db(Message.objects.exists)()


async def test_signing_out_closes_the_line(session, group, mikko, line, session_key):
    open_line = await line(mikko, group)
    await in_db(OpenSession.objects.all().delete)()
    await in_db(accounts.signed_out)(mikko)
    assert await open_line.closed() == 4401


async def test_a_suspended_person_is_out(session, group, mikko, line):
    open_line = await line(mikko, group)
    await in_db(User.objects.filter(pk=mikko.pk).update)(is_active=False)
    await in_db(accounts.signed_out)(mikko)
    assert await open_line.closed() == 4401


async def test_a_session_that_ends_gives_the_last_words_and_closes(
    session, group, aino, mikko, ville, line, monkeypatch
):
    hearing = await line(mikko, group)
    with monkeypatch.context() as deaf:
        deaf.setattr(wire, "_send", lambda ref, event: None)
        await say(group, aino, "Hyvää yötä")
    await close(group, by=ville)
    assert "Hyvää yötä" in (await hearing.hear("messages"))["html"]
    assert (await hearing.hear("closed"))["reason"]
    assert await hearing.closed() == 4410


async def test_coming_back_after_the_end_one_still_gets_what_one_missed(
    session, group, aino, mikko, ville, line
):
    await say(group, aino, "Hyvää yötä")
    await close(group, by=ville)
    late = await line(mikko, group, after=0)
    assert await late.seqs(1) == [1]
    assert await late.closed() == 4410


async def test_a_pause_is_told_and_refuses_kindly(session, group, aino, ville, line):
    open_line = await line(aino, group)
    await in_db(services.pause)(group, by=ville)
    assert (await open_line.hear("status"))["text"]
    await open_line.say("Hei", "a1")
    refused = await open_line.hear("refused")
    assert refused["client_id"] == "a1" and refused["reason"]
    await in_db(services.resume)(group, by=ville)
    assert (await open_line.hear("status"))["text"]
    await open_line.say("Hei", "a1")
    assert (await open_line.hear("said"))["seq"] == 1


async def test_a_hidden_message_turns_grey_for_others(session, group, aino, mikko, ville, line):
    hearing, leading = await line(mikko, group), await line(ville, group)
    said = await say(group, aino, "Liian tarkka osoite")
    await hearing.hear("messages")
    assert 'form="hide"' in (await leading.hear("messages"))["html"]
    await in_db(services.hide)(said, by=ville)
    grey, kept = await hearing.hear("messages"), await leading.hear("messages")
    assert f'id="message-{said.seq}"' in grey["html"] and "osoite" not in grey["html"]
    assert grey["last"] == said.seq and "osoite" in kept["html"]


async def test_words_are_in_the_language_of_the_page(session, group, mikko, ville, session_key):
    key = await in_db(session_key)(mikko)
    english = Line(f"/live/g/{group.ref}/?language=en", key)
    await english.connect()
    await in_db(services.pause)(group, by=ville)
    assert (await english.hear("status"))["text"].startswith("There is a pause")
    await english.disconnect()
