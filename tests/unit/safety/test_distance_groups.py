"""The distance list and live groups: no new seats, and none that falls silent (PB-12)."""

from datetime import timedelta

import pytest

from community.accounts.models import User
from community.core.errors import Refused
from community.groups import queries, services
from community.safety import distance
from tests.unit.groups import setting

from .distance_cast import KAI, identified, named


@pytest.fixture(autouse=True)
def switched_on(settings) -> None:
    settings.DISTANCE_LIST = True


@pytest.fixture
def two(aino, mikko) -> tuple[User, User]:
    """Aino named Mikko; both are verified."""
    return identified(aino, "010190Y901R"), identified(mikko, "010190-900P", **KAI)


def begins(by: User, evening) -> None:
    named(by)
    evening.shift(timedelta(hours=25))
    assert distance.meet() == 1


@pytest.mark.parametrize("sits, asks", [(0, 1), (1, 0)])
def test_PB_12_full_and_conflict_are_one_sentence(two, ville, person, evening, sits, asks):
    sitting, asking = two[sits], two[asks]
    group = setting.found_group(ville)
    setting.give_seat(group, sitting, ville)
    begins(two[0], evening)
    services.ask_seat(group, by=asking)
    with pytest.raises(Refused) as conflict:
        services.give_seat(group, to=asking, by=ville)
    full = setting.found_group(ville)
    for number in range(10):
        setting.give_seat(full, person(f"Sivullinen{'abcdefghij'[number]}"), ville)
    services.ask_seat(full, by=asking)
    with pytest.raises(Refused) as no_room:
        services.give_seat(full, to=asking, by=ville)
    assert conflict.value.reason == no_room.value.reason


def test_PB_12_in_a_room_where_both_sit_already_nobody_falls_silent(two, ville, evening):
    aino, mikko = two
    group = setting.found_group(ville)
    setting.give_seat(group, aino, ville)
    setting.give_seat(group, mikko, ville)
    begins(aino, evening)
    session = setting.begin(group, ville)
    for someone in two:
        services.accept_agreement(group, by=someone)
    setting.say(group, aino, "Hei")
    setting.say(group, mikko, "Hei hei")
    for someone in two:
        viewer = User.objects.get(pk=someone.pk)
        assert len(queries.messages(viewer, session)) == 2
