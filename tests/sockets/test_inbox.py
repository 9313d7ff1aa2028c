"""The inbox over sockets: one's own and nobody else's, and not a word in what is sent."""

import pytest
from channels.db import database_sync_to_async as in_db

from community.notifications import services as notices
from forum.discussion import services
from tests.talk import *  # noqa: F403

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)


async def test_an_answer_nudges_the_inbox_of_who_watches_without_a_word(
    topic, mikko, aino, let_through, session_key
):
    await in_db(lambda: notices.follow(topic.trait.place, "watch", by=mikko))()
    line = Line("/live/", await in_db(session_key)(mikko))
    assert (await line.connect())[0]
    address = f"inbox:{mikko.ref}"
    await line.send_json_to({"listen": [address]})
    assert await line.receive_json_from(timeout=5) == {"listening": address}
    post = await in_db(lambda: services.reply(topic, body="Salaista", by=aino).post)()
    await in_db(let_through)(post)
    assert await line.receive_json_from(timeout=5) == {"look": address}
    await line.disconnect()


@pytest.mark.parametrize("who", ["aino", None])
async def test_SE_10_nobody_listens_to_the_inbox_of_somebody_else(
    topic, mikko, aino, session_key, who
):
    line = Line("/live/", await in_db(session_key)(aino) if who else "")
    assert (await line.connect())[0]
    open_to_all = await in_db(lambda: topic.trait.place)()
    await line.send_json_to({"listen": [f"inbox:{mikko.ref}", "inbox:me", open_to_all]})
    assert await line.receive_json_from(timeout=5) == {"listening": open_to_all}
    await in_db(notices.see_all)(by=mikko)
    assert await line.receive_nothing(timeout=0.3)
    await line.disconnect()
