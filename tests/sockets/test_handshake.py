"""Who gets a line at all: with a seat and from our site; else as for a room that never was."""

import pytest
from channels.db import database_sync_to_async as in_db

from community.accounts.models import User
from community.core.refs import new_ref
from community.groups import services
from tests.unit.groups import setting

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tuuli(person) -> User:
    """A member without a seat."""
    return person("Tuulenpesä")


async def refusal(line: Line) -> object:
    connected, code = await line.connect()
    assert not connected
    return code


async def test_RT_04_no_seat_no_session_and_no_such_room_are_refused_alike(
    session, group, tuuli, aino, session_key
):
    outside, inside = await in_db(session_key)(tuuli), await in_db(session_key)(aino)
    codes = {
        await refusal(Line(f"/live/g/{group.ref}/", outside)),
        await refusal(Line(f"/live/g/{group.ref}/")),
        await refusal(Line(f"/live/g/{group.ref}/", "forged")),
        await refusal(Line(f"/live/g/{new_ref()}/", outside)),
        await refusal(Line(f"/live/g/{new_ref()}/", inside)),
    }
    assert codes == {4404}


@pytest.mark.parametrize(
    "origin", [b"http://evil.example", b"http://testserver.evil.example", b"null", b""]
)
async def test_RT_08_another_sites_page_gets_no_line(origin, session, group, aino, session_key):
    key = await in_db(session_key)(aino)
    assert await refusal(Line(f"/live/g/{group.ref}/", key, origin))


async def test_somebody_removed_gets_no_new_line(session, group, aino, ville, session_key):
    seat = await in_db(group.seat_of)(aino)
    await in_db(services.remove_person)(group, seat, by=ville)
    key = await in_db(session_key)(aino)
    assert await refusal(Line(f"/live/g/{group.ref}/", key)) == 4404


async def test_RT_03_without_the_agreement_the_line_closes(session, group, tuuli, ville, line):
    await in_db(setting.give_seat)(group, tuuli, ville)
    early = await line(tuuli, group)
    assert (await early.hear("closed"))["reason"]
    assert await early.closed() == 4409


async def test_before_the_facilitator_has_come_the_line_closes(group, aino, ville, line):
    await in_db(setting.give_seat)(group, aino, ville)
    await in_db(setting.plan)(group, ville)
    early = await line(aino, group)
    assert await early.closed() == 4410
