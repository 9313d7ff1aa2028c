"""Hide everything of mine now, undo it for a week, then it is gone (PR-06)."""

from datetime import timedelta

import pytest
from django.test import Client

from community import promises
from community.accounts import changes
from community.accounts.models import Change, User
from community.core import live
from community.privacy import chores, services
from forum.discussion import services as talk

HIDE, UNDO = "/en/i/h/", "/en/i/h/no/"
LINE = "Everything of yours is hidden"
WORDS = "Meillä pojat vaihtavat perjantaisin"


@pytest.fixture
def answered(aino, topic, let_through) -> str:
    """Aino has answered in Mikko's discussion."""
    let_through(talk.reply(topic, body=WORDS, by=aino).post)
    return f"/fi/t/{topic.trait.ref}/"


@pytest.mark.django_db(transaction=True)
def test_PR_06_one_press_hides_every_word_from_everybody_and_undoing_brings_it_back(
    aino, mikko, signed_in, answered
):
    readers = [signed_in(mikko), Client()]
    assert all(WORDS in one.get(answered).content.decode() for one in readers)
    own = signed_in(aino)
    assert own.get(HIDE).status_code == 200
    assert User.objects.get(pk=aino.pk).hidden_at is None, "looking changes nothing"
    own.post(HIDE)
    assert not any(WORDS in one.get(answered).content.decode() for one in readers)
    assert "Aino" not in readers[0].get(answered).content.decode()
    other_device = signed_in(aino)
    assert LINE in other_device.get("/en/b/").content.decode()
    other_device.post(UNDO)
    assert all(WORDS in one.get(answered).content.decode() for one in readers)
    assert LINE not in own.get("/en/b/").content.decode()
    assert {one.what for one in changes.of(aino)} >= {Change.What.HIDDEN, Change.What.SHOWN_AGAIN}


@pytest.mark.django_db(transaction=True)
def test_PR_06_open_pages_are_asked_again_at_once(aino, answered, topic, monkeypatch):
    asked: list[tuple] = []
    monkeypatch.setattr(
        live, "_send", lambda group, message: asked.append((group, message["type"]))
    )
    services.hide(by=aino)
    assert (live.group_of(f"topic:{topic.trait.ref}"), "live.recheck") in asked
    assert (live.person_group(aino.ref), "live.recheck") in asked


@pytest.mark.parametrize("early", [timedelta(minutes=1), timedelta(days=3)])
def test_PR_06_for_seven_days_nothing_is_erased(aino, answered, evening, early):
    services.hide(by=aino)
    evening.shift(promises.HIDING_UNDONE - early)
    assert chores.erase_who_left() == 0
    services.show_again(by=aino)
    evening.shift(timedelta(days=30))
    assert chores.erase_who_left() == 0
    assert User.objects.get(pk=aino.pk).pseudonym == "Aino"


def test_PR_06_after_seven_days_everything_is_gone(aino, answered, evening, found_in_tables):
    services.hide(by=aino)
    evening.shift(promises.HIDING_UNDONE)
    assert chores.erase_who_left() == 1
    assert chores.erase_who_left() == 0
    assert found_in_tables("Aino", WORDS) == []


def test_PR_06_hiding_asks_for_a_fresh_sign_in_and_undoing_does_not(aino, signed_in, evening):
    client = signed_in(aino)
    client.post(HIDE)
    assert User.objects.get(pk=aino.pk).hidden_at
    stale = Client()
    stale.force_login(aino)
    assert stale.post(UNDO).status_code == 302
    assert User.objects.get(pk=aino.pk).hidden_at is None
    assert Client().post(HIDE).status_code == 302


def test_PR_06_others_words_in_a_discussion_of_mine_are_there_again_without_mine(
    mikko, aino, answered, evening, signed_in
):
    """Mikko opened it, Aino answered. While he is hidden it is not there; then hers is again."""
    services.hide(by=mikko)
    assert "Kaksi kotia" not in signed_in(aino).get(answered).content.decode()
    evening.shift(promises.HIDING_UNDONE)
    chores.erase_who_left()
    page = signed_in(aino).get(answered).content.decode()
    assert WORDS in page and "Kaksi kotia" not in page and "Miten teillä" not in page
