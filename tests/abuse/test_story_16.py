"""Abuse story 16: "I am an adult looking for children." (CH-04, 09, PB-13; CH-21 waits)

That a moderator can mark somebody as a child belongs to the desk's issue. Here: there is nobody to
find in the children's rooms, and no way to speak with anybody alone.
"""

import re

from tests.unit.cms.wing import _grown, wing  # noqa: F401
from tests.unit.guards.addresses import every_address
from tests.unit.guards.crawl import walk


def test_story_16_the_childrens_rooms_hold_no_child_and_no_way_to_one(wing, client):  # noqa: F811
    rooms = walk(client, ["/fi/c/"], within="/fi/c/")
    assert len(rooms) > 10
    for path, page in rooms.items():
        tags = {tag for tag, _has in page.parts.elements}
        assert not tags & {"input", "textarea", "select", "form", "script", "iframe"}, path
        links = [link for link in page.parts.links() if link]
        grown_up = [link for link in links if re.match(r"^/fi/(b|t|g|q|a|n)/", link)]
        assert not grown_up, (path, grown_up)
        assert page.answer.status_code == 200 and not page.answer.cookies
        assert client.post(path, {"body": "Hei, kuka olet?"}).status_code in {403, 405}


def test_story_16_nobody_can_write_to_one_person_alone(wing):  # noqa: F811
    """No address of the site sends a message to a person: no private messages (PB-13)."""
    for address in every_address():
        words = f"{address.name} {address.route}"
        assert not re.search(r"\b(dm|pm|private|inbox/new|message/|chat|invite/)", words), words


def test_story_16_the_grown_ups_side_asks_everybody_to_be_one(db, client):
    """Without the word "I am 18 or older" there is no account, whatever else is sent."""
    typed = {"pseudonym": "Pikkuinen", "passphrase": "lamppu ikkunalla palaa", "rules": "on"}
    answer = client.post("/fi/a/new/", {**typed, "special_data": "on", "age": "12"})
    assert answer.status_code == 400
