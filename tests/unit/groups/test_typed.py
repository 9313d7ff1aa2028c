"""Nothing typed in a group is lost, and nothing strange that is sent does harm."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from community.groups import services
from community.groups.models import Message, Seat
from tests.conftest import PASSPHRASE

from . import setting

STRANGE = ["\x00", "a\x00b", "' or 1=1", "x" * 5000, "ÄÄKKÖSIÄKÖTÄSSÄ"]


def at(name: str, group) -> str:
    return reverse(f"groups:{name}", args=[group.ref])


def sign_in(browser: Client, page: str, name: str):
    """Send the sign-in form as it stands on a page, kept words and all."""
    fields = dict(re.findall(r'<textarea id="kept-\w+" name="(\w+)"[^>]*>([^<]*)</textarea>', page))
    target = re.search(r'name="next" value="([^"]*)"', page).group(1)
    given = {**fields, "next": target, "pseudonym": name, "passphrase": PASSPHRASE}
    return browser.post(reverse("accounts:sign_in"), given, follow=True)


def test_what_was_said_after_the_session_ended_is_in_the_field_after_signing_in(
    session, group, aino
):
    browser = Client()
    door = browser.post(at("say", group), {"body": "Sanon tämän", "client_id": "x1"})
    assert door.status_code == 403
    room = sign_in(browser, door.content.decode(), "Aino")
    assert room.request["PATH_INFO"] == at("room", group)
    assert "Sanon tämän</textarea>" in room.content.decode()
    browser.post(at("say", group), {"body": "Sanon tämän", "client_id": "x2"})
    again = browser.get(at("room", group)).content.decode()
    assert "Sanon tämän</textarea>" not in again and Message.objects.count() == 1


def test_kept_words_wait_while_the_agreement_is_read(session, group, ville, tuuli):
    setting.give_seat(group, tuuli, ville)
    browser = Client()
    door = browser.post(at("say", group), {"body": "Sanon tämän", "client_id": "x1"})
    agreement = sign_in(browser, door.content.decode(), "Tuulenpesä")
    assert agreement.request["PATH_INFO"] == at("agreement", group)
    room = browser.post(at("agreement", group), {"accepts": "on"}, follow=True)
    assert "Sanon tämän</textarea>" in room.content.decode()


def test_words_to_the_facilitator_are_in_the_form_after_signing_in(group, tuuli):
    browser = Client()
    door = browser.post(at("ask", group), {"words": "Olen uusi täällä"})
    assert door.status_code == 403 and not group.requests.exists()
    page = sign_in(browser, door.content.decode(), "Tuulenpesä")
    assert page.request["PATH_INFO"] == at("group", group)
    assert "Olen uusi täällä</textarea>" in page.content.decode()
    browser.post(at("ask", group), {"words": "Olen uusi täällä"})
    assert group.requests.get().words == "Olen uusi täällä"


def test_other_words_under_a_used_number_come_back_with_a_fresh_one(
    session, group, aino, signed_in
):
    browser = signed_in(aino)
    browser.post(at("say", group), {"body": "Hei", "client_id": "used-1"})
    answer = browser.post(at("say", group), {"body": "Jotain muuta", "client_id": "used-1"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "Jotain muuta</textarea>" in page
    fresh = re.search(r'name="client_id" value="([^"]+)"', page).group(1)
    assert fresh != "used-1"
    browser.post(at("say", group), {"body": "Jotain muuta", "client_id": fresh})
    assert list(Message.objects.values_list("source", flat=True)) == ["Hei", "Jotain muuta"]


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_references_never_reach_the_database(strange, session, group, ville, signed_in):
    browser, before = signed_in(ville), Seat.objects.standing().count()
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post(at("answer", group), {"request": strange, "answer": "give"})
        removal = browser.post(at("remove", group), {"seat": strange})
        fragment = browser.get(
            at("group", group), {"part": "waiting", "after": strange}, headers={"X-Fragment": "1"}
        )
    assert (answer.status_code, removal.status_code, fragment.status_code) == (404, 404, 200)
    assert not any(strange in query["sql"] for query in asked)
    assert Seat.objects.standing().count() == before


def test_the_list_asks_as_often_for_twenty_groups_as_for_two(group, ville, tuuli, signed_in):
    browser, counts = signed_in(tuuli), []
    for wanted in (2, 20):
        while len(ville.seats.all()) < wanted:
            one = setting.found_group(ville)
            setting.plan(one, ville)
            if len(ville.seats.all()) % 2:
                services.open_session(one, by=ville)
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("groups:list"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_EX_07_titles_of_groups_are_one_neutral_word(session, group, aino, tuuli, signed_in):
    pages = [
        signed_in(tuuli).get(reverse("groups:list")),
        signed_in(tuuli).get(at("group", group)),
        *(signed_in(aino).get(at(name, group)) for name in ("room", "agreement", "give_up")),
    ]
    titles = {re.search(r"<title>(.*?)</title>", page.content.decode()).group(1) for page in pages}
    assert len(titles) == 1 and "Rinnalla" not in titles.pop()
