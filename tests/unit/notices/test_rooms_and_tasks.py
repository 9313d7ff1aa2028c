"""What groups and tasks tell: to whom it concerns, while it is true, and nobody else."""

from datetime import timedelta

import pytest

from community.accounts.events import CredentialDue
from community.accounts.models import Credential, User
from community.core.happenings import publish
from community.groups import services as groups
from community.notifications import queries
from community.notifications import services as notices
from community.notifications.models import Notice
from tests.unit.groups import setting

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(ville):
    return setting.found_group(ville)


def lines(person: User) -> list[str]:
    fresh = User.objects.get(pk=person.pk)
    return [line.url for line in queries.inbox(fresh).lines]


@pytest.mark.parametrize("gives", [True, False])
def test_who_asked_for_a_seat_hears_the_answer_and_nobody_else(
    group, ville, aino, mikko, told, gives
):
    told(lambda: groups.ask_seat(group, by=mikko))
    request = groups.ask_seat(group, by=aino)
    told(lambda: groups.answer_request(request, gives=gives, by=ville))
    assert [url.split("/")[-2] for url in lines(aino)] == [group.ref]
    assert lines(mikko) == lines(ville) == []
    told(lambda: groups.withdraw_request(group, by=mikko))
    assert lines(mikko) == []  # the own act is no news


def test_RT_04_an_open_room_is_told_to_its_seats_while_it_is_open(
    group, ville, aino, mikko, person, told, evening
):
    setting.give_seat(group, aino, ville)
    setting.give_seat(group, mikko, ville)
    setting.plan(group, ville)
    evening.shift(timedelta(minutes=5))
    told(lambda: groups.open_session(group, by=ville))
    assert len(lines(aino)) == len(lines(mikko)) == 1
    assert lines(ville) == lines(person("Vieras")) == []
    told(lambda: groups.remove_person(group, group.seat_of(mikko), by=ville))
    assert (len(lines(aino)), lines(mikko)) == (1, [])
    told(lambda: groups.close_session(group, by=ville))
    assert lines(aino) == []


def test_a_kind_that_was_shut_stays_silent(group, ville, aino, told):
    notices.choose({"groups": "none"}, by=aino)
    request = groups.ask_seat(group, by=aino)
    told(lambda: groups.answer_request(request, gives=True, by=ville))
    assert not Notice.objects.filter(person=aino, kind="groups").exists()


def test_PV_02_a_professional_is_reminded_and_not_after_it_was_looked_up(laine, told):
    credential = Credential.objects.get(person=laine)
    told(lambda: publish(CredentialDue(credential_id=credential.pk, days=7)))
    assert len(lines(laine)) == 1
    Credential.objects.filter(pk=credential.pk).update(ended_at="2026-11-17T16:00Z")
    assert lines(laine) == []
