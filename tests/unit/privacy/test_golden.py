"""A copy holds one's own and nothing of anybody else: compared, word for word (PR-05).

The golden file is what Aino gets after an evening with Mikko, Salla and Ville. When a room gives
more or less, the file changes in the same commit, and a person has looked at it.
"""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from community.accounts.models import User
from community.core.knowing import Part
from community.groups import services as groups
from community.privacy import archive
from community.safety.models import Block
from forum.discussion import services as talk
from forum.discussion.models import Byline
from forum.forum_conversation.models import Topic
from moderation import desk
from moderation import queries as waiting
from tests.unit.groups.setting import begin, found_group, say

GOLDEN = Path(__file__).parent / "golden" / "aino.json"
TIME = re.compile(r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d")
REASON = "Tässä on liikaa tunnistettavaa, terveisin päivystäjä"
OTHERS = ("Mikon avaus", "Mikon otsikko", "Mikko piirissä", REASON, "Salla", "Ville")


@pytest.fixture
def evening_of_aino(
    aino, mikko, salla, ville, open_board, members_board, careful_board, let_through
) -> User:
    aino, mikko = (User.objects.get(pk=one.pk) for one in (aino, mikko))
    mine = talk.start(
        open_board, title="Vaihtopäivät", body="Miten te teette?", language="fi", by=aino
    )
    let_through(mine.post)
    theirs = talk.start(
        members_board, title="Mikon otsikko", body="Mikon avaus", language="fi", by=mikko
    )
    let_through(theirs.post)
    other = Topic.objects.get(pk=theirs.post.topic_id)
    let_through(talk.reply(other, body="Meillä perjantaisin", by=aino).post)
    other_post = talk.reply(other, body="Liian tarkka kertomus", by=aino).post
    _decline(other_post, salla)
    group = found_group(ville)
    begin(group, ville, aino, mikko)
    say(group, aino, "Aino piirissä")
    say(group, mikko, "Mikko piirissä")
    groups.close_session(group, by=ville)
    Block.objects.create(by=aino, about=mikko, place=other.trait.place, name="Tyyni kuusi")
    Block.objects.create(by=mikko, about=aino, place=other.trait.place, name="Utuinen lampi")
    return aino


def _decline(post, by: User) -> None:
    review = waiting.open_reviews(by).get(kind="post", thing=f"post:{post.pk}")
    review = desk.claim(review, by=by)
    digest = Byline.objects.get(post=post).latest.digest
    desk.decline(
        review, version=review.version, digest=digest, reason=REASON, rule="telling", by=by
    )


def as_kept(person: User) -> dict:
    """The copy with what differs from run to run taken out: clocks, and names that are drawn."""
    found = json.loads(TIME.sub("", archive.as_json(person, list(Part))))
    for one in found["basics"]["messages"]:
        one["name"] = "Aino" if one["name"] == "Aino" else "<drawn>"
    return found


def test_PR_05_a_copy_is_exactly_this(evening_of_aino):
    assert as_kept(evening_of_aino) == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_PR_05_nothing_of_others_in_either_file(evening_of_aino, mikko):
    with zipfile.ZipFile(io.BytesIO(archive.packed(evening_of_aino, list(Part)))) as pack:
        files = [pack.read(name).decode() for name in pack.namelist()]
    for text in files:
        assert not [words for words in (*OTHERS, "Mikko", mikko.ref) if words in text]
        assert "Utuinen lampi" not in text, "who blocked me is not told"
        assert "Tyyni kuusi" in text, "whom I blocked is told by the name I saw"
        assert "Meillä perjantaisin" in text


def test_PR_04_the_basics_hold_nothing_of_safety_settings(evening_of_aino):
    text = archive.as_json(evening_of_aino, [Part.BASICS])
    assert "Tyyni kuusi" not in text and '"private"' not in text


def test_PR_05_an_empty_life_has_every_chapter_and_no_error(mikko):
    page = archive.as_page(mikko, list(Part))
    assert page.count("<h2>") > 10 and "Mikko" in page
