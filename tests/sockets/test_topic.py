"""The live topic over sockets: what is taken back goes from open pages too."""

import pytest
from channels.db import database_sync_to_async as in_db

from forum.discussion import services
from forum.forum_conversation.models import Post
from tests.talk import *  # noqa: F403

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)


async def test_PB_16_an_open_page_is_told_what_was_taken_back_and_when_nothing_is_left(
    topic, mikko, aino, let_through, session_key
):
    answer = await in_db(lambda: services.reply(topic, body="Hei", by=aino).post)()
    await in_db(let_through)(answer)
    address = f"topic:{topic.trait.ref}"
    reader = Line("/live/")  # a visitor: the board is open to everyone
    assert (await reader.connect())[0]
    await reader.send_json_to({"listen": [address, "topic:\0", "desk:queue"]})
    assert await reader.receive_json_from(timeout=5) == {"listening": address}

    await in_db(services.withdraw)(answer, by=aino)
    gone = await in_db(lambda: answer.byline.ref)()
    assert await reader.receive_json_from(timeout=5) == {"look": address, "gone": gone}
    first = await in_db(Post.objects.select_related("topic", "byline").get)(pk=topic.first_post_id)
    await in_db(services.withdraw)(first, by=mikko)
    assert await reader.receive_json_from(timeout=5) == {"look": address, "shut": True}
    await reader.disconnect()
