"""Hide everything of mine: open pages of others lose it within five seconds (PR-06)."""

import time

import pytest
from channels.db import database_sync_to_async as in_db

from community.privacy import services as privacy
from forum.discussion import services
from forum.forum_conversation.models import Post
from tests.talk import *  # noqa: F403
from tests.unit.groups.setting import say

from .conftest import Line

pytestmark = pytest.mark.django_db(transaction=True)


async def test_PR_06_a_visitors_open_page_loses_every_word_within_five_seconds(
    topic, aino, let_through
):
    answer = await in_db(lambda: services.reply(topic, body="Hei", by=aino).post)()
    await in_db(let_through)(answer)
    address = f"topic:{topic.trait.ref}"
    reader = Line("/live/")
    assert (await reader.connect())[0]
    await reader.send_json_to({"listen": [address]})
    assert await reader.receive_json_from(timeout=5) == {"listening": address}
    began = time.perf_counter()
    await in_db(privacy.hide)(by=aino)
    gone = await in_db(lambda: Post.objects.get(pk=answer.pk).byline.ref)()
    assert await reader.receive_json_from(timeout=5) == {"look": address, "gone": gone}
    assert time.perf_counter() - began < 5
    await reader.disconnect()


async def test_PR_06_in_a_live_group_the_words_are_not_given_out_any_more(
    session, group, aino, mikko, line
):
    await in_db(say)(group, aino, "Tämä katoaa")
    await in_db(privacy.hide)(by=aino)
    hearing = await line(mikko, group, after=None)
    await hearing.after(0)
    await in_db(say)(group, mikko, "Tämä jää")
    frame = await hearing.hear("messages", 5)
    assert "Tämä jää" in frame["html"] and "Tämä katoaa" not in frame["html"]
