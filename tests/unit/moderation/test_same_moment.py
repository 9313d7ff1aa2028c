"""Two people at the very same moment, on a database in which they truly meet."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection

from community.core.errors import Stale
from forum.discussion import services
from forum.discussion.models import Byline
from moderation import desk
from moderation.models import Review

pytestmark = [
    pytest.mark.services,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="SQLite lets writers in one by one anyway."
    ),
]

SAID = "Viestissä on lapsen koulun nimi."


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What each act answered, or the refusal it met; all begin together. Other errors rise."""
    start, answers = Barrier(len(acts)), [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        start.wait()
        try:
            answers[place] = act()
        except Exception as error:
            answers[place] = error
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for answer in answers:
        if isinstance(answer, Exception) and not isinstance(answer, Stale):
            raise answer
    return answers


def test_MC_24_of_two_decisions_at_the_same_second_one_counts(review, post, salla, eero, digest):
    shown = {"version": 1, "digest": digest}
    answers = at_once(
        lambda: desk.approve(review, **shown, by=salla),
        lambda: desk.decline(review, **shown, reason=SAID, rule="child", by=eero),
    )
    assert [type(answer) for answer in answers].count(Review) == 1
    decided = Review.objects.get(pk=review.pk)
    assert decided.decided_by in (salla, eero)
    is_shown = Byline.objects.get(post=post).shown_at is not None
    assert is_shown is (decided.outcome == Review.Outcome.APPROVED)


def test_a_text_taken_back_while_it_is_let_through_is_not_shown(review, post, aino, salla, digest):
    at_once(
        lambda: desk.approve(review, version=1, digest=digest, by=salla),
        lambda: services.withdraw(post, by=aino),
    )
    byline = Byline.objects.get(post=post)
    post.refresh_from_db()
    assert byline.withdrawn_at and not byline.html and not post.approved
