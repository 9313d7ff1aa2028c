"""Two senders, and two tellers, at the very same moment on a database in which they truly meet."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection

from community.accounts.models import User
from community.notifications import services as notices
from community.notifications.models import Notice, Outgoing
from forum.discussion import services

pytestmark = [
    pytest.mark.services,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite lets writers in one by one anyway."
    ),
]


def at_once(act: Callable[[], object], times: int = 4) -> list[object]:
    """What each of so many threads answered; all begin together. Errors rise."""
    start, answers = Barrier(times), []

    def run() -> None:
        start.wait()
        try:
            answers.append(act())
        except Exception as error:
            answers.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers:
        if isinstance(answer, Exception):
            raise answer
    return answers


@pytest.fixture
def told() -> Callable:
    """Here everything is committed truly."""
    return lambda act: act()


def test_EX_09_of_four_senders_one_sends(topic, mikko, aino, let_through, evening):
    User.objects.filter(pk=mikko.pk).update(email="mikko@post.example")
    notices.follow(topic.trait.place, "watch", by=mikko)
    notices.choose({"answers": "mail"}, by=User.objects.get(pk=mikko.pk))
    let_through(services.reply(topic, body="Hei", by=aino).post)
    assert Outgoing.objects.waiting().count() == 1
    evening.shift(timedelta(minutes=11))
    assert sorted(at_once(notices.send_due)) == [0, 0, 0, 1]
    assert len(mail.outbox) == 1


def test_four_tellers_of_one_happening_make_one_notice(topic, mikko, aino, let_through):
    notices.follow(topic.trait.place, "watch", by=mikko)
    let_through(services.reply(topic, body="Hei", by=aino).post)
    notice = Notice.objects.get(person=mikko, kind="answers")
    at, place = notice.last_at, notice.place
    notice.delete()
    tell = lambda: notices.tell([mikko.pk], kind="answers", place=place, at=at)  # noqa: E731
    assert sorted(at_once(tell)) == [0, 0, 0, 1]
    assert Notice.objects.filter(person=mikko, kind="answers").count() == 1
