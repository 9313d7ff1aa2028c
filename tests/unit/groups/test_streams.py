"""The group's page learns that the room opened; from outside not even that is told."""

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse

from community.core import live
from community.core.refs import new_ref
from community.groups import services

from . import setting


def test_RT_04_only_people_with_a_seat_or_waiting_for_one_may_listen(
    session, group, ville, aino, tuuli, outi
):
    address = f"group:{group.ref}"
    listeners = [ville, aino, tuuli, outi, AnonymousUser()]
    assert [live.may_listen(who, address) for who in listeners] == [True, True, False, False, False]
    services.ask_seat(group, by=tuuli)
    assert live.may_listen(tuuli, address)
    assert not live.may_listen(ville, f"group:{new_ref()}")


def test_the_fragment_is_the_door_alone(group, ville, aino, signed_in):
    setting.give_seat(group, aino, ville)
    setting.plan(group, ville)
    url = reverse("groups:group", args=[group.ref])
    room = reverse("groups:room", args=[group.ref])
    browser = signed_in(aino)
    shut = browser.get(url, headers={"X-Fragment": "1"}).content.decode()
    services.open_session(group, by=ville)
    opened = browser.get(url, headers={"X-Fragment": "1"}).content.decode()
    assert "<html" not in shut and 'id="door"' in shut and room not in shut
    assert room in opened
