"""Abuse story 17: "I open the site on my child's tablet to see what the child read." (CH-01, 11)"""

import pytest

from community.core import telling
from tests.unit.cms.wing import _grown, wing  # noqa: F401
from tests.unit.guards.crawl import walk


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_story_17_the_tablet_shows_nothing_of_what_was_read(wing, client, language):  # noqa: F811
    rooms = walk(client, [f"/{language}/c/"], within=f"/{language}/c/")
    assert len(rooms) > 10
    titles = set()
    for path, page in rooms.items():
        answer = page.answer
        assert not answer.cookies and "Set-Cookie" not in answer.headers
        assert answer["Cache-Control"] == "no-store" and "ETag" not in answer.headers
        assert not any(tag == "script" for tag, _has in page.parts.elements)  # so nothing is stored
        title = page.parts.title.strip()
        titles.add(title)
        for seen in (title, path.replace("/", " ")):
            assert telling.words_in(seen, language) == [], (path, seen)
    # The history is a column of one and the same line.
    assert len(titles) == 1, titles
    assert client.cookies == {}
