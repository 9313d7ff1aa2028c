"""The waiting list is no oracle: who waits hears of nobody else who waits (RT-04, PB-12)."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from community import promises
from community.accounts.models import User
from community.core import live
from community.core.errors import TooMany
from community.groups import services
from community.groups.models import SeatRequest

from . import setting

FRAGMENT = {"X-Fragment": "1"}


@pytest.fixture
def koivu(person) -> User:
    """Somebody else who waits."""
    return person("Rantakivi")


@pytest.fixture
def heard(monkeypatch, django_capture_on_commit_callbacks):
    """What a person who listens to everything they may would hear of some verbs."""

    def by(viewer, verbs) -> list[str]:
        found: list[str] = []
        monkeypatch.setattr(live, "nudge", lambda kind, ref: found.append(f"{kind}:{ref}"))
        with django_capture_on_commit_callbacks(execute=True):
            verbs()
        return [address for address in found if live.may_listen(viewer, address)]

    return by


def test_two_who_wait_hear_nothing_of_each_other(group, ville, tuuli, koivu, heard):
    services.ask_seat(group, by=tuuli)

    def another_comes_and_goes() -> None:
        services.ask_seat(group, by=koivu)
        services.withdraw_request(group, by=koivu)
        services.answer_request(services.ask_seat(group, by=koivu), gives=False, by=ville)
        setting.give_seat(group, koivu, ville)
        services.give_up_seat(group, by=koivu)

    assert heard(tuuli, another_comes_and_goes) == []


def test_the_facilitator_hears_who_asks_and_who_was_answered(group, ville, tuuli, heard):
    def ask_and_answer() -> None:
        setting.give_seat(group, tuuli, ville)

    assert heard(ville, ask_and_answer) == [f"waiting:{group.ref}"] * 2


def test_the_waiting_list_is_heard_by_this_groups_facilitator_only(
    session, group, ville, aino, tuuli, other_facilitator, outi
):
    services.ask_seat(group, by=tuuli)
    people = [ville, aino, tuuli, other_facilitator, outi, AnonymousUser()]
    may = [live.may_listen(who, f"waiting:{group.ref}") for who in people]
    assert may == [True, False, False, False, False, False]


def test_who_waits_hears_the_room_open_and_close_but_no_pause(session, group, ville, tuuli, heard):
    services.ask_seat(group, by=tuuli)

    def pause_and_resume() -> None:
        services.pause(group, by=ville)
        services.resume(group, by=ville)

    assert heard(tuuli, pause_and_resume) == []
    assert heard(tuuli, lambda: services.close_session(group, by=ville)) == [f"group:{group.ref}"]


def test_new_requests_come_to_the_facilitators_page_alone(
    group, ville, tuuli, koivu, signed_in, client
):
    first = services.ask_seat(group, by=tuuli)
    services.ask_seat(group, words="Hei vain", by=koivu)
    url = reverse("groups:group", args=[group.ref]) + "?part=waiting"
    whole = signed_in(ville).get(url, headers=FRAGMENT).content.decode()
    assert "Tuulenpesä" in whole and "Hei vain" in whole and "<html" not in whole
    later = signed_in(ville).get(f"{url}&after={first.ref}", headers=FRAGMENT).content.decode()
    assert "Tuulenpesä" not in later and "Hei vain" in later
    for browser in (client, signed_in(koivu), signed_in(tuuli)):
        assert browser.get(url, headers=FRAGMENT).content.decode().strip() == ""


@pytest.mark.parametrize("answer", [{}, {"answer": ""}, {"answer": "yes"}, {"answer": "Give"}])
def test_an_answer_that_is_none_neither_gives_nor_declines(answer, group, ville, tuuli, signed_in):
    asked = services.ask_seat(group, by=tuuli)
    url = reverse("groups:answer", args=[group.ref])
    assert signed_in(ville).post(url, {"request": asked.ref, **answer}).status_code == 403
    asked.refresh_from_db()
    assert (asked.answer, group.seat_of(tuuli)) == ("", None)
    signed_in(ville).post(url, {"request": asked.ref, "answer": "decline"})
    asked.refresh_from_db()
    assert asked.answer == SeatRequest.Answer.DECLINED


def test_SE_11_asking_has_a_limit_and_taking_back_is_always_free(group, tuuli):
    for _turn in range(promises.LIMITS["seat_requests"][0]):
        services.ask_seat(group, by=tuuli)
        services.withdraw_request(group, by=tuuli)
    before = SeatRequest.objects.count()
    with pytest.raises(TooMany):
        services.ask_seat(group, by=tuuli)
    services.withdraw_request(group, by=tuuli)
    assert SeatRequest.objects.count() == before


def test_words_of_invisible_signs_are_no_words(group, tuuli):
    assert services.ask_seat(group, words="\u200b\u2060", by=tuuli).words == ""


def test_page_and_room_say_under_which_name_one_is_seen(session, group, aino, tuuli, signed_in):
    asking = signed_in(tuuli).get(reverse("groups:group", args=[group.ref])).content.decode()
    inside = signed_in(aino).get(reverse("groups:room", args=[group.ref])).content.decode()
    form = inside[inside.index('id="write"') :]
    assert "Tuulenpesä" in asking and "<bdi>Aino</bdi>" in form
