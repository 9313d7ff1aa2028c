"""A role that ends is gone from open sockets within a moment, and its pages with it (PV-12)."""

import pytest
from channels.db import database_sync_to_async as in_db
from django.conf import settings as site
from django.test import Client
from django.urls import reverse

from community.accounts import inviting
from community.accounts.models import Role, User

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def outi(person) -> User:
    return person("Outi", Role.Kind.COORDINATOR)


def status_with(key: str, address: str) -> int:
    client = Client()
    client.cookies[site.SESSION_COOKIE_NAME] = key
    return client.get(address).status_code


async def test_PV_12_a_moderator_without_the_role_hears_no_more_of_the_desk(
    salla, outi, session_key
):
    key = await in_db(session_key)(salla)
    line = Line("/live/", key)
    assert (await line.connect())[0]
    await line.send_json_to({"listen": ["desk:queue"]})
    assert await line.receive_json_from(timeout=5) == {"listening": "desk:queue"}
    assert await in_db(status_with)(key, reverse("desk:queue")) == 200

    await in_db(inviting.end_role)(salla, "moderator", by=outi)
    event = await line.receive_output(timeout=5)
    told = event.get("text", "")
    assert event["type"] == "websocket.close" or '"shut": true' in told
    assert await in_db(status_with)(key, reverse("desk:queue")) != 200
    await line.disconnect()


async def test_PV_12_a_facilitator_without_the_role_leads_no_open_room(
    session, group, ville, aino, outi, line
):
    leads = await line(ville, group)
    listens = await line(aino, group)
    await in_db(inviting.end_role)(ville, "facilitator", by=outi)
    await leads.say("Olen vielä täällä", "c1")
    frame = await leads.hear("refused") if not await gone(leads) else {"type": "closed"}
    assert frame["type"] in {"refused", "closed"}
    await listens.say("Kuka vetää?", "c2")
    assert (await listens.hear("refused"))["reason"]  # RT-08: nobody leads


async def gone(line: Line) -> bool:
    """Whether the server hung up on this line."""
    try:
        await line.closed(within=2.0)
        return True
    except TimeoutError:
        return False


@pytest.mark.parametrize(
    ("staff", "opens"), [("", True), ("staff.example", True), ("testserver", False)]
)
async def test_SE_03_no_socket_on_the_staff_host_or_for_its_pages(staff, opens, settings):
    settings.STAFF_HOST = staff
    line = Line("/live/")
    assert (await line.connect())[0] == opens
    await line.disconnect()
