"""Seats come from the waiting list by a person's choice, and end quietly."""

import pytest
from django.utils import timezone

from community import promises
from community.accounts import names
from community.core.errors import Concealed, Refused, Stale
from community.groups import services
from community.groups.models import Seat, SeatRequest

from . import setting


def test_PB_12_asking_is_answered_alike_whether_the_group_is_full_or_not(
    group, ville, tuuli, person
):
    free = services.ask_seat(group, by=tuuli)
    for number in range(promises.GROUP_SEATS[1]):
        setting.give_seat(group, person(f"Ihminen {chr(97 + number)}"), ville)
    late = services.ask_seat(group, by=person("Myöhäinen"))
    assert (free.answer, free.answered_at) == (late.answer, late.answered_at)
    with pytest.raises(Refused):
        services.answer_request(late, gives=True, by=ville)
    late.refresh_from_db()
    assert late.answered_at is None, "still on the list"


def test_RT_02_nobody_gets_a_seat_without_having_asked(group, ville, tuuli):
    with pytest.raises(Refused):
        services.give_seat(group, to=tuuli, by=ville)
    assert not group.seat_of(tuuli)


def test_asking_twice_is_one_request(group, tuuli):
    assert services.ask_seat(group, by=tuuli) == services.ask_seat(group, words="taas", by=tuuli)


def test_a_request_is_answered_once(group, ville, tuuli):
    asked = services.ask_seat(group, by=tuuli)
    services.answer_request(asked, gives=False, by=ville)
    with pytest.raises(Stale):
        services.answer_request(asked, gives=True, by=ville)
    assert not Seat.objects.filter(person=tuuli).exists()


def test_only_this_groups_facilitator_chooses(group, tuuli, other_facilitator, outi):
    asked = services.ask_seat(group, by=tuuli)
    for who in (tuuli, other_facilitator, outi):
        with pytest.raises(Concealed):
            services.answer_request(asked, gives=True, by=who)


def test_taking_a_request_back_and_asking_again(group, tuuli):
    services.ask_seat(group, by=tuuli)
    services.withdraw_request(group, by=tuuli)
    services.withdraw_request(group, by=tuuli)
    services.ask_seat(group, by=tuuli)
    assert SeatRequest.objects.filter(person=tuuli).count() == 2


def test_words_of_a_request_are_short_and_plain(group, tuuli):
    with pytest.raises(Refused):
        services.ask_seat(group, words="x" * 301, by=tuuli)
    assert services.ask_seat(group, words="Hei\x00\n  taas", by=tuuli).words == "Hei taas"


def test_a_person_has_one_name_in_the_group(group, ville, tuuli):
    setting.give_seat(group, tuuli, ville)
    assert names.in_place(group.place, [tuuli.pk]) == {tuuli.pk: "Tuulenpesä"}


def test_giving_up_a_seat_ends_it(group, ville, tuuli):
    setting.give_seat(group, tuuli, ville)
    services.give_up_seat(group, by=tuuli)
    seat = Seat.objects.get(person=tuuli)
    assert seat.ended_at <= timezone.now() and seat.ended_by == tuuli
    with pytest.raises(Refused):
        services.give_up_seat(group, by=ville)


def test_a_member_cannot_found_a_group(tuuli):
    with pytest.raises(Refused):
        setting.found_group(tuuli)


def test_removing_somebody_twice_changes_nothing(session, group, ville, aino):
    seat = group.seat_of(aino)
    services.remove_person(group, seat, by=ville)
    ended = Seat.objects.get(pk=seat.pk).ended_at
    with pytest.raises(Concealed):
        services.remove_person(group, seat, by=ville)
    assert Seat.objects.get(pk=seat.pk).ended_at == ended
