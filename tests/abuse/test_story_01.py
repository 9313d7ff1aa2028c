"""Abuse story 1: "I register to find her posts." (PB-02 to 06, 11)"""

import re

from django.urls import reverse

from community.accounts.models import Alias
from community.core import limits
from forum.discussion import services
from forum.forum_conversation.models import Topic
from tests.conftest import PASSPHRASE

YES = {"adult": "on", "rules": "on", "special_data": "on"}
# Where a site of another kind would list its people, or what one of them wrote.
PLACES = (
    "members", "users", "people", "profile", "profiles", "u", "user/aino", "members/aino", "@aino",
    "search", "search?q=Aino", "author/aino", "posts?by=aino", "a/aino", "t?by=aino", "online",
)  # fmt: skip


def test_story_01_whoever_registers_to_find_her_finds_no_way(
    aino, members_board, let_through, client
):
    """He knows her pseudonym and that she writes. Nothing here takes a name and gives a person."""
    topics = []
    for title in ("Väsyttää", "Rahasta"):
        with limits.lifted():
            post = services.start(
                members_board, title=title, body="Sanoja.", language="fi", by=aino
            ).post
        let_through(post)
        topics.append(Topic.objects.get(pk=post.topic_id))
    client.post(
        reverse("accounts:sign_up"), {"pseudonym": "Etsijä", "passphrase": PASSPHRASE, **YES}
    )
    assert client.get(reverse("accounts:own")).status_code == 200
    for place in PLACES:
        assert client.get(f"/fi/{place}").status_code == 404
        assert client.get(f"/fi/{place}/").status_code == 404
    # What he may read names her by nothing he knows, and by another name each time.
    pages = [client.get(reverse("talk:board", args=[members_board.ref])).content.decode()]
    pages += [
        client.get(reverse("talk:topic", args=[one.trait.ref])).content.decode() for one in topics
    ]
    names = {Alias.objects.get(person=aino, place=one.trait.place).name for one in topics}
    assert len(names) == 2 and "Aino" not in names
    for page in pages:
        assert "Aino" not in page and aino.ref not in page
        assert not re.search(r"Ei ole koskaan|\d{1,2}[.:]\d\d[.:]\d\d|datetime=", page)
    # No name on a page leads anywhere but to parting from it.
    for page in pages[1:]:
        around = page.split('class="byline')[1].split("</div>")[0]
        links = re.findall(r'href="([^"]*)"', around)
        assert all("/s/k/" in link for link in links)
