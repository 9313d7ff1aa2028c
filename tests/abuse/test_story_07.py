"""Abuse story 7: "I stand behind her." (EX-01 to 03)

That the screen is blank within 100 ms and that Back shows nothing is seen in a real browser:
`tests/browser/test_leaving.py`. Here: what the server does, on every page she may be on.
"""

import re

from django.urls import reverse

from forum.discussion import services
from forum.discussion.models import Byline


def test_story_07_the_one_who_stands_behind_her_finds_nothing_afterwards(
    aino, topic, signed_in, settings
):
    browser = signed_in(aino)
    services.reply(topic, body="Pelkään kotona.", by=aino)
    own = [
        reverse("talk:topic", args=[topic.trait.ref]),
        reverse("talk:start", args=[topic.forum.board.ref]),
        reverse("accounts:own"),
        reverse("safety:hub"),
        reverse("safety:changes"),
    ]
    for path in own:
        page = browser.get(path)
        # The way out is there, is a plain link, and the browser keeps no copy to come back to.
        assert re.search(r'<a class="exit-bar__exit" href="/leave/"', page.content.decode())
        assert page["Cache-Control"] == "no-store"
    key = browser.session.session_key
    left = browser.get(reverse("leave"))
    assert left.status_code == 302 and left.url == settings.LEAVE_TARGET
    assert "storage" in left["Clear-Site-Data"]
    for path in own:
        after = browser.get(path).content.decode()
        assert "Pelkään" not in after and "Aino" not in after and "Rinnalla" not in after
    # The session she had opens nothing, also for one who wrote its key down.
    assert not browser.session.__class__(key).exists(key)
    assert Byline.objects.filter(person=aino).exists(), "what she wrote is still hers"
