"""Story 13. "I join the same live group or event." """

import pytest
from django.urls import reverse

from community import promises
from community.accounts.models import User
from community.core.errors import Refused
from community.groups import services
from community.groups.models import PeerGroup
from community.safety.blocking import block
from tests.unit.groups import setting


@pytest.fixture
def group(ville) -> PeerGroup:
    return setting.found_group(ville)


@pytest.fixture
def he(person) -> User:
    return person("Varjolinna")


def test_story_13_he_waits_like_everybody_and_full_and_parted_answer_alike(
    group, ville, aino, person, he, signed_in
):
    """The one who chooses reads one sentence for both; he reads that he waits, and nothing else."""
    setting.give_seat(group, aino, ville)
    block(he, place="topic:x", shown_name="Joku", by=aino)
    services.ask_seat(group, by=he)
    waiting = signed_in(he).get(reverse("groups:group", args=[group.ref])).content
    with pytest.raises(Refused) as parted:
        services.give_seat(group, to=he, by=ville)
    told = signed_in(he).get(reverse("groups:group", args=[group.ref])).content
    assert not group.seat_of(he) and group.requests.get(person=he).answered_at is None

    full = setting.found_group(ville)
    for number in range(promises.GROUP_SEATS[1]):
        setting.give_seat(full, person(f"Vieras{number}nimi"), ville)
    services.ask_seat(full, by=he)
    with pytest.raises(Refused) as no_place:
        services.give_seat(full, to=he, by=ville)
    assert str(parted.value) == str(no_place.value)
    assert plain(waiting) == plain(told)


def test_story_13_from_outside_he_learns_of_nobody_who_sits_there(
    group, ville, aino, he, signed_in
):
    setting.begin(group, ville, aino)
    client = signed_in(he)
    for name in ("groups:list", "groups:group"):
        args = [] if name == "groups:list" else [group.ref]
        assert "Aino" not in client.get(reverse(name, args=args)).content.decode()
    for name in ("groups:room", "groups:agreement", "groups:give_up"):
        assert client.get(reverse(name, args=[group.ref])).status_code == 404


def test_story_13_who_sat_there_before_the_block_is_removed_quietly(
    group, ville, aino, mikko, he, signed_in
):
    """They sat together already: from the block on neither hears the other, and the facilitator
    can end a seat without a word to the rest."""
    setting.begin(group, ville, aino, mikko, he)
    setting.say(group, he, "Varjolinnan sana")
    block(he, place=group.place, shown_name="Varjolinna", by=aino)
    room = reverse("groups:room", args=[group.ref])
    hers, his = (signed_in(one).get(room).content.decode() for one in (aino, he))
    assert "Varjolinna" not in hers and "Aino" not in his
    others = signed_in(mikko)
    assert "Varjolinnan sana" in others.get(room).content.decode()
    services.remove_person(group, group.seat_of(he), by=ville)
    assert signed_in(he).get(room).status_code == 404
    assert "Varjolinnan sana" in others.get(room).content.decode(), "what was said stays"


def plain(page: bytes) -> list[bytes]:
    """A page without its tokens and its clock."""
    return [line for line in page.splitlines() if b"csrf" not in line and b"data-left" not in line]
