"""Many people speak in the same moment: every number is given once, none is left out."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from community.groups import services
from community.groups.models import Message
from tests.unit.groups import setting

pytestmark = pytest.mark.django_db(transaction=True)


def test_numbers_have_no_gap_when_many_speak_at_once(session, group, aino, mikko, ville, person):
    if connection.vendor == "sqlite":
        pytest.skip("a database in memory lets one thread write; PostgreSQL shows this")
    people = [aino, mikko, ville, person("Tuulenpesä")]
    setting.give_seat(group, people[-1], ville)
    services.accept_agreement(group, by=people[-1])

    def speak(who) -> None:
        try:
            for number in range(9):  # each sent twice, as over a bad line
                for _twice in range(2):
                    services.say(group, body=f"Viesti {number}", client_id=f"t{number}", by=who)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(speak, people))
    assert list(Message.objects.values_list("seq", flat=True)) == list(range(1, 37))
