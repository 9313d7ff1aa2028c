"""Pages of the groups through the door people use: without scripts, with forged fields, late."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from community import promises
from community.access import audience
from community.core.refs import new_ref
from community.groups import services
from community.groups.models import Message, Pause, Seat

from . import setting

FRAGMENT = {"X-Fragment": "1"}


def at(name: str, group, **query: object) -> str:
    url = reverse(f"groups:{name}", args=[group.ref])
    return f"{url}?{'&'.join(f'{key}={value}' for key, value in query.items())}" if query else url


@pytest.mark.parametrize("name", ["agreement", "room", "give_up"])
def test_RT_04_without_a_seat_a_room_answers_like_one_that_never_was(
    name, session, group, tuuli, other_facilitator, signed_in
):
    for who in (tuuli, other_facilitator):
        browser = signed_in(who)
        there = browser.get(at(name, group))
        unknown = browser.get(reverse(f"groups:{name}", args=[new_ref()]))
        assert there.status_code == unknown.status_code == 404
        nothing = b""
        assert there.content.replace(group.ref.encode(), nothing)[:400] == unknown.content[:400]


@pytest.mark.parametrize(
    "name", ["say", "open", "pause", "resume", "remove", "hide", "close", "answer", "agreement"]
)
def test_no_verb_answers_somebody_without_a_seat(name, session, group, tuuli, signed_in):
    browser = signed_in(tuuli)
    fields = {"body": "Hei", "seq": 1, "accepts": "on", "role": "facilitator", "answer": "give"}
    there = browser.post(at(name, group), fields)
    unknown = browser.post(reverse(f"groups:{name}", args=[new_ref()]), fields)
    assert there.status_code == unknown.status_code == 404
    assert not Message.objects.exists()


@pytest.mark.parametrize("name", ["open", "pause", "resume", "remove", "hide", "close", "answer"])
def test_a_member_cannot_lead_by_forged_fields(name, session, group, aino, mikko, signed_in):
    said = setting.say(group, mikko, "Hei")
    fields = {"seat": group.seat_of(mikko).ref, "seq": said.seq, "role": "facilitator", "by": "1"}
    assert signed_in(aino).post(at(name, group), fields).status_code == 403
    said.refresh_from_db()
    session.refresh_from_db()
    assert (said.hidden_at, session.closed_at, Pause.objects.count()) == (None, None, 0)
    assert Seat.objects.standing().count() == 3


def test_signed_out_the_room_leads_to_the_sign_in_whatever_the_address(session, group, db):
    there = Client().get(at("room", group))
    unknown = Client().get(reverse("groups:room", args=[new_ref()]))
    assert there.status_code == unknown.status_code == 302


def test_the_invitation_names_nobody(session, group, client, signed_in, tuuli):
    for browser in (client, signed_in(tuuli)):
        for url in (reverse("groups:list"), at("group", group)):
            page = browser.get(url).content.decode()
            assert setting.WORDS["fi"] in page
            assert not any(name in page for name in ("Aino", "Mikko", "Ville"))


def test_a_seat_is_asked_for_and_given_by_forms(group, ville, tuuli, signed_in):
    asking, leading = signed_in(tuuli), signed_in(ville)
    asking.post(at("ask", group), {"words": "Olen uusi täällä"})
    page = leading.get(at("group", group)).content.decode()
    assert "Tuulenpesä" in page and "Olen uusi täällä" in page
    request = group.requests.get()
    leading.post(at("answer", group), {"request": request.ref, "answer": "give"})
    assert group.seat_of(tuuli)


def test_the_whole_evening_without_scripts(group, ville, aino, signed_in):
    setting.give_seat(group, aino, ville)
    setting.plan(group, ville)
    leading, member = signed_in(ville), signed_in(aino)
    assert leading.post(at("open", group)).status_code == 302
    assert member.get(at("room", group)).url == at("agreement", group)
    assert member.post(at("agreement", group), {}).status_code == 400
    assert member.post(at("agreement", group), {"accepts": "on"}).url == at("room", group)
    answer = member.post(at("say", group), {"body": "Hei *kaikille*", "client_id": ""})
    assert answer.url.endswith("#message-1")
    page = leading.get(at("room", group)).content.decode()
    assert "<em>kaikille</em>" in page
    assert f"{at('room', group)}?after=1" in page, "a plain link to newer messages"
    leading.post(at("say", group), {"body": "Tervetuloa", "client_id": ""})
    newer = member.get(at("room", group, after=1)).content.decode()
    assert "Tervetuloa" in newer and "kaikille" not in newer
    leading.post(at("close", group))
    ended = member.get(at("room", group))
    assert ended.status_code == 200 and "Tervetuloa" in ended.content.decode()


def test_PB_01_the_sentence_above_the_button_is_the_computed_one(session, group, aino, signed_in):
    page = signed_in(aino).get(at("room", group)).content.decode()
    assert escape(audience.of_group(3)) in page


def test_sending_the_same_form_twice_is_one_message(session, group, aino, signed_in):
    browser = signed_in(aino)
    for _twice in range(2):
        browser.post(at("say", group), {"body": "Hei", "client_id": "f1"})
    assert Message.objects.count() == 1


def test_what_was_typed_comes_back_with_every_refusal(session, group, ville, aino, signed_in):
    browser = signed_in(aino)
    long = "pitkä " * promises.GROUP_MESSAGE_LENGTH
    too_long = browser.post(at("say", group), {"body": long, "client_id": "x1"})
    assert too_long.status_code == 403 and long.strip() in too_long.content.decode()
    services.pause(group, by=ville)
    paused = browser.post(at("say", group), {"body": "Sanon tämän", "client_id": "x2"})
    assert paused.status_code == 403 and "Sanon tämän" in paused.content.decode()
    services.close_session(group, by=ville)
    late = browser.post(at("say", group), {"body": "Sanon tämän", "client_id": "x3"})
    assert late.status_code == 403 and "Sanon tämän" in late.content.decode()
    signed_out = Client().post(at("say", group), {"body": "Sanon tämän", "client_id": "x4"})
    assert signed_out.status_code == 403 and "Sanon tämän" in signed_out.content.decode()
    assert not Message.objects.exists()


def test_a_limit_gives_the_words_back_too(session, group, aino, signed_in):
    browser = signed_in(aino)
    for number in range(10):
        setting.say(group, aino, f"Viesti {number}")
    answer = browser.post(at("say", group), {"body": "Vielä tämä", "client_id": "x"})
    assert answer.status_code == 429 and "Vielä tämä" in answer.content.decode()


def test_as_a_fragment_only_what_came_after_and_a_sentence_when_refused(
    session, group, ville, aino, signed_in
):
    browser = signed_in(aino)
    setting.say(group, ville, "Ensimmäinen")
    setting.say(group, ville, "Toinen")
    found = browser.get(at("room", group, after=1), headers=FRAGMENT).content.decode()
    assert "Toinen" in found and "Ensimmäinen" not in found and "<html" not in found
    taken = browser.post(at("say", group), {"body": "Hei", "client_id": "f"}, headers=FRAGMENT)
    assert taken.status_code == 204
    refused = browser.post(at("say", group), {"body": " ", "client_id": "g"}, headers=FRAGMENT)
    assert 400 <= refused.status_code < 500 and "<" not in refused.content.decode()


@pytest.mark.parametrize("after", ["-1", "x", "9" * 30, "1e3", "٣", "%00", ""])
def test_a_strange_number_in_the_address_does_no_harm(after, session, group, aino, signed_in):
    browser = signed_in(aino)
    for headers in ({}, FRAGMENT):
        assert browser.get(at("room", group, after=after), headers=headers).status_code == 200


def test_a_hidden_message_is_a_grey_line_everywhere(session, group, ville, aino, mikko, signed_in):
    said = setting.say(group, aino, "Liian tarkka osoite")
    leading, member = signed_in(ville), signed_in(mikko)
    assert f'name="seq" value="{said.seq}"' in leading.get(at("room", group)).content.decode()
    assert 'form="hide"' not in member.get(at("room", group)).content.decode()
    leading.post(at("hide", group), {"seq": said.seq})
    for headers in ({}, FRAGMENT):
        seen = member.get(at("room", group), headers=headers).content.decode()
        assert "grey-line" in seen and "Liian tarkka" not in seen
    assert "Liian tarkka" in leading.get(at("room", group)).content.decode()


def test_RT_06_removing_by_the_facilitators_bar(session, group, ville, mikko, signed_in):
    leading, removed = signed_in(ville), signed_in(mikko)
    seat = group.seat_of(mikko)
    assert seat.ref in leading.get(at("room", group)).content.decode()
    leading.post(at("remove", group), {"seat": seat.ref})
    assert removed.get(at("room", group)).status_code == 404
    assert removed.get(at("room", group), headers=FRAGMENT).status_code == 404


def test_a_room_with_many_messages_shows_them_all_in_order(session, group, aino, signed_in):
    copies = [
        Message(
            session=session, group=group, seq=seq, person=aino, client_id=f"c{seq}",
            source=f"w{seq}", html=f"<p>w{seq}</p>",
        )
        for seq in range(1, 451)
    ]  # fmt: skip
    Message.objects.bulk_create(copies)
    group.last_seq = 450
    group.save()
    page = signed_in(aino).get(at("room", group)).content.decode()
    places = [page.find(f"<p>w{seq}</p>") for seq in range(1, 451)]
    assert -1 not in places and places == sorted(places)
