"""An evening opens when its facilitator checks in, ends once, and leaves no word after its time."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from community import promises
from community.core.errors import Refused, Stale
from community.groups import services
from community.groups.models import Message, Pause, Session

from . import setting


def test_RT_01_a_session_opens_by_its_facilitator_and_once(group, ville, aino):
    with pytest.raises(Refused):
        services.open_session(group, by=ville)  # nothing planned
    setting.plan(group, ville)
    session = services.open_session(group, by=ville)
    assert (session.opened_by, session.is_agreed_by(ville)) == (ville, True)
    setting.plan(group, ville, in_minutes=60)
    with pytest.raises(Refused):
        services.open_session(group, by=ville)


def test_an_evening_long_past_cannot_be_opened(group, ville, evening):
    setting.plan(group, ville)
    evening.shift(timedelta(days=1))
    with pytest.raises(Refused):
        services.open_session(group, by=ville)


def test_pausing_twice_is_one_pause_and_closing_ends_it(session, group, ville):
    assert services.pause(group, by=ville) == services.pause(group, by=ville)
    services.close_session(group, by=ville)
    assert Pause.objects.get().ended_at
    with pytest.raises(Refused):
        services.close_session(group, by=ville)


def test_the_agreement_is_accepted_for_each_session_anew(session, group, ville, aino):
    services.close_session(group, by=ville)
    with pytest.raises(Refused):
        services.accept_agreement(group, by=aino)
    setting.plan(group, ville)
    services.open_session(group, by=ville)
    with pytest.raises(Refused):
        setting.say(group, aino, "Hei")


def test_hiding_twice_is_said_kindly(session, group, ville, aino):
    said = setting.say(group, aino, "Hei")
    services.hide(said, by=ville)
    with pytest.raises(Stale):
        services.hide(said, by=ville)


def test_RT_05_messages_are_gone_24_hours_after_the_session(session, group, ville, aino, evening):
    setting.say(group, aino, "Hei")
    services.close_session(group, by=ville)
    evening.shift(promises.GROUP_MESSAGES_KEPT - timedelta(minutes=1))
    assert services.sweep() == 0
    evening.shift(timedelta(minutes=2))
    assert services.sweep() == 1
    assert services.sweep() == 0
    assert not Message.objects.exists()


def test_RT_05_a_session_nobody_closed_ended_with_its_last_word(session, group, aino, evening):
    evening.shift(timedelta(hours=20))
    said = setting.say(group, aino, "Vielä hereillä")
    evening.shift(timedelta(hours=23))
    assert services.sweep() == 0
    evening.shift(timedelta(hours=2))
    assert services.sweep() == 1
    assert Session.objects.get(pk=session.pk).closed_at == said.said_at


def test_the_sweep_can_be_run_as_a_command(session, group, ville, aino, evening, capsys):
    setting.say(group, aino, "Hei")
    services.close_session(group, by=ville)
    evening.shift(timedelta(hours=25))
    call_command("sweep_groups")
    assert "1 messages" in capsys.readouterr().out
    assert Session.objects.get().closed_at < timezone.now()
