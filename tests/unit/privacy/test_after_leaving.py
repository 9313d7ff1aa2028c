"""What others meet after somebody left, and what may go wrong on the way."""

import pytest

from community.accounts.models import User
from community.core import knowing
from community.core.knowing import Choice
from community.groups.models import Seat
from community.privacy import services
from tests.unit.groups.setting import begin, found_group, say


@pytest.mark.parametrize("choice", list(Choice))
def test_PR_07_in_a_group_the_person_and_the_words_are_gone(aino, mikko, ville, choice):
    group = found_group(ville)
    begin(group, ville, aino, mikko)
    say(group, aino, "Ainon sana piirissä")
    say(group, mikko, "Mikon sana piirissä")
    services.erase(aino, choice)
    assert [one.source for one in group.messages.all()] == ["Mikon sana piirissä"]
    assert not Seat.objects.filter(person=aino).exists()
    assert group.seats_taken() == 1


def test_PR_07_a_facilitator_leaves_and_the_group_is_not_led(aino, ville):
    group = found_group(ville)
    begin(group, ville, aino)
    services.erase(ville, Choice.REMOVE)
    assert not group.is_led()
    assert not User.objects.get(pk=ville.pk).has_role("facilitator")
    assert group.seats_taken() == 1, "whoever was given a seat keeps it"


@pytest.mark.parametrize("choice", list(Choice))
def test_PR_07_somebody_of_the_house_can_leave_too(salla, laine, outi, choice):
    for person in (salla, laine, outi):
        services.erase(person, choice)
        assert not User.objects.get(pk=person.pk).is_active


def test_PR_07_leaving_twice_changes_nothing_more(aino, topic):
    services.erase(aino, Choice.REMOVE)
    first = User.objects.get(pk=aino.pk)
    services.erase(first, Choice.WITHOUT_ME)
    assert not User.objects.get(pk=aino.pk).is_active


@pytest.mark.django_db(transaction=True)
def test_PR_07_one_room_that_fails_leaves_everything_as_it_was(aino, monkeypatch):
    def fails(person, choice):
        raise RuntimeError

    monkeypatch.setattr(knowing, "_erasers", {"a.room": fails, **knowing._erasers})  # asked last
    with pytest.raises(RuntimeError):
        services.erase(aino, Choice.REMOVE)
    assert User.objects.get(pk=aino.pk).pseudonym == "Aino"


def test_PR_07_names_go_after_the_words_they_stand_at():
    order = [name.rpartition(".")[2] for name in reversed(knowing._erasers)]
    assert order.index("empty_talk") < order.index("forget_the_doer") < order.index("empty_account")
    assert order.index("empty_blocks") < order.index("drop_identity")
