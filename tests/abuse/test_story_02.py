"""Abuse story 2: "I know how she writes. I will collect all her posts." (PB-02, 03, 15)"""

import re

import pytest
from django.urls import reverse

from community.core import limits
from forum.discussion import services
from forum.forum_conversation.models import Topic
from tests.talk import make_board

SAME = "Kuule, niinhän se on, eikös vaan."  # how she begins every message
AWAY = re.compile(
    r'(csrfmiddlewaretoken" value|client_id" value|id|data-ref|data-left|href|action)="[^"]*"'
)


@pytest.fixture
def told(aino, mikko, let_through):
    """Aino writes in three discussions, Mikko in one, all with the same words."""
    board = make_board("any", "members", naming="per_topic", holds="all")
    topics = {}
    for key, by in (("a", aino), ("b", aino), ("c", aino), ("his", mikko)):
        with limits.lifted():
            post = services.start(board, title="Iltaisin", body=SAME, language="fi", by=by).post
        let_through(post)
        topics[key] = Topic.objects.get(pk=post.topic_id)
    return board, topics


def test_story_02_knowing_how_she_writes_collects_nothing(told, person, signed_in, client):
    """Two of her discussions are no more alike than one of hers and one of somebody else's."""
    board, topics = told
    browser = signed_in(person("Lukija"))
    refs = {key: topic.trait.ref for key, topic in topics.items()}
    pages = {
        key: AWAY.sub("", browser.get(reverse("talk:topic", args=[ref])).content.decode())
        for key, ref in refs.items()
    }
    for key, page in pages.items():
        name = re.search(r'byline__name"><bdi>([^<]+)', page)[1]
        pages[key] = page.replace(name, "·").replace(refs[key], "·")
    assert pages["a"] == pages["b"] == pages["c"] == pages["his"]
    # Nothing gives many at once: no feed, no archive, no export of what others wrote.
    for way in ("feed", "rss", "atom", "export", "archive", "api", "api/posts", "sitemap.xml"):
        for path in (f"/{way}/", f"/fi/{way}/", f"/fi/b/{board.ref}/{way}/"):
            assert browser.get(path).status_code == 404
    for ask in ("?format=json", "?format=rss", "?all=1"):
        answer = browser.get(reverse("talk:board", args=[board.ref]) + ask)
        assert answer["Content-Type"].startswith("text/html")
    # And search engines and strangers collect nothing at all.
    assert client.get(reverse("talk:topic", args=[refs["a"]])).status_code == 404
    assert "noindex" in browser.get(reverse("talk:boards"))["X-Robots-Tag"]
