"""Story 9: "I ask for all data about me, to see who reported me." """

import io
import zipfile

from community import promises
from community.accounts.models import User
from community.privacy.models import ExportRequest
from community.safety.models import Block
from forum.discussion import services as talk
from forum.discussion.models import Byline
from moderation import desk
from moderation import queries as waiting
from tests.talk import *  # noqa: F403

REASON = "Joku toinen kertoi meille tästä"


def test_story_09_a_copy_of_everything_names_nobody_else(
    aino, mikko, salla, careful_board, signed_in, evening
):
    """Mikko's text was declined, and Aino has blocked him. His copy tells neither who nor that."""
    mikko = User.objects.get(pk=mikko.pk)
    post = talk.start(
        careful_board, title="Hänestä", body="Kerron hänestä kaiken", language="fi", by=mikko
    ).post
    review = desk.claim(waiting.open_reviews(salla).get(thing=f"post:{post.pk}"), by=salla)
    digest = Byline.objects.get(post=post).latest.digest
    desk.decline(
        review, version=review.version, digest=digest, reason=REASON, rule="telling", by=salla
    )
    Block.objects.create(by=aino, about=mikko, place="topic:x", name="Mikko")
    copy = _everything(mikko, signed_in, evening)
    assert "Kerron hänestä kaiken" in copy, "his own words are his"
    for words in ("Aino", "Salla", REASON, aino.ref, salla.ref):
        assert words not in copy
    chapter = copy.split('"blocks": ')[1]
    assert chapter.startswith("[]"), "whom he blocked is there: nobody; who blocked him is not"


def _everything(person: User, signed_in, evening) -> str:
    signed_in(person).post("/en/i/c/", {"basics": "on", "private": "on"})
    asked = ExportRequest.objects.get(person=person)
    evening.shift(promises.EXPORT_WAITS)
    client = signed_in(person)
    client.post(f"/en/i/c/{asked.ref}/")
    packed = client.post(f"/en/i/c/{asked.ref}/get/").content
    with zipfile.ZipFile(io.BytesIO(packed)) as pack:
        return "\n".join(pack.read(name).decode() for name in pack.namelist())
