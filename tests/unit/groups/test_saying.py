"""A message is stored once, under the next number, or refused with a sentence."""

import pytest
from django.db import IntegrityError, transaction

from community import promises
from community.audit.models import Entry
from community.core.errors import Concealed, Refused, Stale, TooMany
from community.groups import services
from community.groups.models import Message, PeerGroup

from . import setting


def test_the_same_client_id_is_one_message(session, group, aino):
    first = services.say(group, body="Hei", client_id="a1", by=aino)
    again = services.say(group, body="Hei", client_id="a1", by=aino)
    assert (first.pk, Message.objects.count()) == (again.pk, 1)
    assert PeerGroup.objects.get(pk=group.pk).last_seq == 1


def test_the_same_client_id_of_another_person_is_another_message(session, group, aino, mikko):
    services.say(group, body="Hei", client_id="a1", by=aino)
    assert services.say(group, body="Moi", client_id="a1", by=mikko).seq == 2


def test_what_was_acknowledged_is_acknowledged_again_in_a_pause(session, group, aino, ville):
    first = services.say(group, body="Hei", client_id="a1", by=aino)
    services.pause(group, by=ville)
    assert services.say(group, body="Hei", client_id="a1", by=aino) == first


def test_other_words_under_a_number_that_was_used_are_refused_not_thrown_away(session, group, aino):
    first = services.say(group, body="Hei", client_id="a1", by=aino)
    with pytest.raises(Stale):
        services.say(group, body="Jotain muuta", client_id="a1", by=aino)
    assert services.say(group, body=" Hei\r\n", client_id="a1", by=aino) == first
    assert Message.objects.get().source == "Hei"


def test_one_number_serves_each_group_apart(session, group, aino, ville):
    elsewhere = setting.found_group(ville)
    setting.begin(elsewhere, ville, aino)
    services.say(group, body="Hei", client_id="a1", by=aino)
    assert services.say(elsewhere, body="Moi", client_id="a1", by=aino).source == "Moi"


@pytest.mark.parametrize(
    "body", ["\u200b", "\u200b \u2060\n", "\x01\x02", "\ufeff", "\u202e\u202c"]
)
def test_a_message_in_which_nothing_can_be_seen_is_empty(body, session, group, aino):
    with pytest.raises(Refused):
        setting.say(group, aino, body)
    assert not Message.objects.exists()


def test_numbers_have_no_gap_also_after_refusals_and_sweeps(session, group, aino, mikko, ville):
    setting.say(group, aino, "Yksi")
    for body in ("", "   ", "x" * (promises.GROUP_MESSAGE_LENGTH + 1)):
        with pytest.raises(Refused):
            setting.say(group, mikko, body)
    assert setting.say(group, mikko, "Kaksi").seq == 2
    services.close_session(group, by=ville)
    services.sweep(session.opened_at + 3 * promises.GROUP_MESSAGES_KEPT)
    setting.plan(group, ville)
    services.open_session(group, by=ville)
    # A later evening begins somewhere further on, so that the last number tells nobody anything.
    third = setting.say(group, ville, "Kolme").seq
    assert third >= 3, "a number is never given twice"
    assert setting.say(group, ville, "Neljä").seq == third + 1


def test_a_race_on_the_same_sending_ends_with_one_message(session, group, aino, monkeypatch):
    """Where a lock let two through, the constraint stops one, and it finds the other's message."""
    from community.groups.services import talking

    store, raced = talking._store, []

    def store_after_another(locked, source, client_id, by):
        if not raced:
            raced.append(True)
            raise IntegrityError
        return store(locked, source, client_id, by)

    monkeypatch.setattr(talking, "_store", store_after_another)
    assert services.say(group, body="Hei", client_id="a1", by=aino).seq == 1
    assert Message.objects.count() == 1


def test_the_database_refuses_a_second_number_and_a_second_sending(session, group, aino):
    said = setting.say(group, aino, "Hei", "a1")
    copy = {"session": session, "group": group, "person": aino, "source": "x", "html": "x"}
    for clash in ({"seq": said.seq, "client_id": "b"}, {"seq": 99, "client_id": "a1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.create(**copy, **clash)


@pytest.mark.parametrize("client_id", ["", "a b", "ä", "x" * 65, "<b>", "a\n"])
def test_a_forged_client_id_stores_nothing(client_id, session, group, aino):
    with pytest.raises(Refused):
        services.say(group, body="Hei", client_id=client_id, by=aino)
    assert not Message.objects.exists()


def test_characters_no_database_takes_are_refused_or_left_out(session, group, aino):
    with pytest.raises(Refused):
        setting.say(group, aino, "half \ud800 a pair")
    assert setting.say(group, aino, "a\x00b\x07c\r\nd").source == "abc\nd"


def test_RT_08_ten_messages_in_thirty_seconds_are_the_most(session, group, aino, evening):
    evening.move_to("2026-11-17 18:00:00+02:00")
    for count in range(10):
        setting.say(group, aino, f"Viesti {count}")
    with pytest.raises(TooMany) as refusal:
        setting.say(group, aino, "Vielä")
    assert Message.objects.count() == 10
    assert "18" in str(refusal.value.reason)
    evening.shift(31)
    assert setting.say(group, aino, "Vielä").seq == 11


def test_RT_07_after_removal_nothing_can_be_said(session, group, aino, ville):
    services.remove_person(group, group.seat_of(aino), by=ville)
    with pytest.raises(Concealed):
        setting.say(group, aino, "Hei")


def test_a_session_that_ended_takes_no_message(session, group, aino, ville):
    services.close_session(group, by=ville)
    with pytest.raises(Refused):
        setting.say(group, aino, "Hei")
    assert not Message.objects.exists()


def test_the_facilitators_hat_comes_from_the_seat(session, group, aino, ville):
    assert setting.say(group, ville, "Tervetuloa").hat["kind"] == "facilitator"
    assert setting.say(group, aino, "Kiitos").hat == {}


def test_a_facilitator_in_anothers_group_speaks_as_a_member(
    session, group, ville, other_facilitator
):
    setting.give_seat(group, other_facilitator, ville)
    services.accept_agreement(group, by=other_facilitator)
    assert setting.say(group, other_facilitator, "Hei").hat == {}


def test_the_record_holds_the_act_and_no_word(session, group, aino):
    said = setting.say(group, aino, "Salaisuus")
    line = Entry.objects.get(tag="groups.message_said")
    assert (line.by, line.subject_id, line.facts) == (aino, str(said.pk), {"seq": 1})
    assert not any("Salaisuus" in str(entry.facts) for entry in Entry.objects.all())
