"""Story 11: "I delete her account, or clear her settings, to scare her." """

from datetime import timedelta

from django.test import Client

from community import promises
from community.accounts.models import Change, User
from community.privacy import chores
from forum.discussion import services as talk
from tests.talk import *  # noqa: F403


def test_story_11_what_he_deletes_comes_back_and_she_sees_that_somebody_was_at_it(
    aino, topic, let_through, signed_in, evening
):
    """He leaves in her name. Six days later she undoes it; nobody clears the list of changes."""
    let_through(talk.reply(topic, body="Meillä perjantaisin", by=aino).post)
    here = f"/en/t/{topic.trait.ref}/"
    him = signed_in(aino)
    him.post("/en/i/l/", {"choice": "remove"})
    assert "Meillä perjantaisin" not in Client().get(here).content.decode()
    evening.shift(promises.HIDING_UNDONE - timedelta(days=1))
    chores.erase_who_left()
    chores.sweep_changes()
    her = signed_in(aino)
    assert "Everything of yours is hidden" in her.get("/en/a/").content.decode()
    her.post("/en/i/h/no/")
    assert "Meillä perjantaisin" in Client().get(here).content.decode()
    assert User.objects.get(pk=aino.pk).pseudonym == "Aino"
    seen = set(Change.objects.filter(person=aino).values_list("what", flat=True))
    assert seen >= {Change.What.HIDDEN, Change.What.SHOWN_AGAIN}
    page = her.get("/en/s/changes/").content.decode()
    assert "Everything was hidden" in page
    assert 'method="post"' not in page.split("<main")[1].split("</main>")[0], "nothing clears it"
