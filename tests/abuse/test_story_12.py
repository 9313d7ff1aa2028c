"""Story 12: "I read her mail and history."

He has her phone for a night: the mailbox is open, so is the browser's history. She has written, got
answers, chosen a mail, and confirmed an address. What he finds names nobody and nothing.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail

from community.accounts.models import User
from community.core import telling
from community.notifications import services as notices
from forum.discussion import services
from tests.talk import *  # noqa: F403

pytestmark = pytest.mark.django_db
TELLS = re.compile(r"aino|kaksi kotia|rinnalla|http|/t/|vaihdot|discussion|keskustel", re.I)


@pytest.fixture
def answered(topic, mikko, aino, let_through, django_capture_on_commit_callbacks):
    """Aino answers Mikko, who watches his discussion."""

    def answer(body: str) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            post = services.reply(topic, body=body, by=aino).post
        with django_capture_on_commit_callbacks(execute=True):
            let_through(post)

    notices.follow(topic.trait.place, "watch", by=mikko)
    User.objects.filter(pk=mikko.pk).update(email="perhe@post.example")
    return answer


def test_story_12_there_is_no_mail_at_all_until_it_is_chosen(answered, evening):
    answered("Meillä vaihdot sujuvat.")
    evening.shift(timedelta(days=8))
    notices.send_due()
    assert mail.outbox == []


def test_story_12_a_chosen_mail_says_nothing_in_any_part_of_it(answered, mikko, evening):
    notices.choose({"answers": "mail"}, by=User.objects.get(pk=mikko.pk))
    answered("Meillä vaihdot sujuvat.")
    evening.shift(timedelta(minutes=11))
    assert notices.send_due() == 1
    whole = mail.outbox[0].message().as_string()
    body = mail.outbox[0].body
    assert not TELLS.search(body) and not TELLS.search(whole.replace("perhe@post.example", ""))
    assert not telling.words_in(f"{mail.outbox[0].subject} {body}", "")
    assert mikko.ref not in whole


def test_story_12_the_history_holds_quiet_titles_and_paths(answered, topic, mikko, signed_in):
    answered("Meillä vaihdot sujuvat.")
    browser = signed_in(mikko)
    for path in ("/fi/n/", "/fi/n/choose/", f"/fi/t/{topic.trait.ref}/", "/fi/a/", "/fi/s/"):
        answer = browser.get(path)
        assert answer.status_code == 200, path
        title = re.search(r"<title>(.*?)</title>", answer.text, re.S)[1]
        for text in (title, path):
            assert not telling.words_in(text, "fi"), text
        assert topic.trait.title not in title and "Mikko" not in title
        assert "no-store" in answer.headers["Cache-Control"]
