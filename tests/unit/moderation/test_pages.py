"""The desk's pages: concealed from all but moderators, plain forms, nothing typed is lost."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from community.accounts.models import User
from community.core.refs import new_ref
from forum.discussion import services
from forum.discussion.models import Byline
from moderation import desk
from moderation.models import Review

SAID = "Viestissä on lapsen koulun nimi."
ACTS = ("claim", "release", "approve", "decline")


@pytest.fixture
def browser(signed_in, salla):
    return signed_in(salla)


def address(review: Review, act: str = "review") -> str:
    return reverse(f"desk:{act}", args=[review.ref])


def seen(answer) -> tuple[int, str]:
    """Status and text, without the token of the form and the page's own address."""
    text = re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.content.decode())
    return answer.status_code, text.replace(answer.wsgi_request.path.split("/", 2)[2], "…")


@pytest.mark.parametrize("who", ["nobody", "aino", "outi"])
def test_PB_09_the_desk_answers_like_an_unknown_page(client, signed_in, request, review, who):
    browser = client if who == "nobody" else signed_in(request.getfixturevalue(who))
    unknown = seen(browser.get("/fi/nothing-here/"))
    assert unknown[0] == 404
    for path in (reverse("desk:queue"), address(review), address(review, "claim")):
        assert seen(browser.get(path)) == unknown
    for act in ACTS:
        assert seen(browser.post(address(review, act), {"version": 1})) == unknown
    assert Review.objects.get(pk=review.pk).version == 1


def test_a_moderator_gets_the_same_answer_for_a_review_that_never_was(browser, review):
    unknown = seen(browser.get("/fi/nothing-here/"))
    for act in ("review", *ACTS):
        assert seen(browser.get(reverse("desk:queue") + new_ref() + "/")) == unknown
        assert browser.post(reverse(f"desk:{act}", args=[new_ref()])).status_code in (404, 405)


def test_the_queue_shows_what_waits_and_who_reads_it(browser, review, eero):
    desk.claim(review, by=eero)
    page = browser.get(reverse("desk:queue"))
    assert page.status_code == 200
    for words in ("Kaksi kotia", "Eero", address(review)):
        assert words in page.content.decode()
    assert "Aino" not in page.content.decode()


def test_an_empty_queue_offers_a_next_step(browser):
    page = browser.get(reverse("desk:queue")).content.decode()
    assert reverse("talk:boards") in page and 'class="empty"' in page


def test_the_fragment_is_the_lines_and_nothing_else(browser, review):
    answer = browser.get(reverse("desk:queue"), headers={"X-Fragment": "1"}).content.decode()
    assert f'id="review-{review.ref}"' in answer and "<html" not in answer


def test_a_text_is_claimed_read_and_let_through_without_scripts(browser, review, post, digest):
    page = browser.post(address(review, "claim"), follow=True).content.decode()
    assert "Hei, olen uusi täällä." in page
    sent = dict(re.findall(r'name="(version|digest)" value="([0-9a-f]+)"', page))
    assert sent == {"version": "2", "digest": digest}
    answer = browser.post(address(review, "approve"), sent)
    assert answer.url == reverse("desk:queue")
    assert Byline.objects.get(post=post).shown_at
    assert browser.get(address(review)).status_code == 200


def test_declining_asks_for_reasons_and_keeps_what_was_typed(browser, review, digest):
    sent = {"version": 1, "digest": digest, "reason": SAID}
    answer = browser.post(address(review, "decline"), sent)
    assert answer.status_code == 400
    assert SAID in answer.content.decode()
    browser.post(address(review, "decline"), {**sent, "rule": "child"})
    assert Review.objects.get(pk=review.pk).outcome == "declined"


def test_a_stale_page_is_refused_with_all_that_was_typed(browser, review, eero, digest):
    desk.claim(review, by=eero)
    desk.release(review, by=eero)
    sent = {"version": 1, "digest": digest, "reason": SAID, "rule": "child"}
    answer = browser.post(address(review, "decline"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert SAID in page and 'name="version" value="3"' in page
    assert Review.objects.get(pk=review.pk).closed_at is None


def test_a_decided_text_cannot_be_decided_again(browser, review, eero, digest):
    desk.approve(review, version=1, digest=digest, by=eero)
    sent = {"version": 2, "digest": digest, "reason": SAID, "rule": "child"}
    for act in ACTS:
        assert browser.post(address(review, act), sent).status_code == 409
    assert Review.objects.get(pk=review.pk).outcome == "approved"


def test_another_moderators_claim_is_kept(browser, review, eero, digest):
    desk.claim(review, by=eero)
    answer = browser.post(address(review, "approve"), {"version": 2, "digest": digest})
    assert answer.status_code == 403
    assert "Eero" in answer.content.decode()
    assert Review.objects.get(pk=review.pk).claimed_by == eero


@pytest.mark.parametrize(
    "forged",
    [
        {},
        {"version": "x", "digest": "y"},
        {"version": "99999999999999999999", "digest": "0"},
        {"version": "-1", "digest": "<script>"},
        {"version": ["1", "2"], "digest": "\x00"},
    ],
)
def test_forged_or_missing_fields_change_nothing(browser, review, forged):
    for act in ("approve", "decline"):
        answer = browser.post(address(review, act), {**forged, "outcome": "approved"})
        assert answer.status_code == 409
    assert Review.objects.get(pk=review.pk).version == 1


def test_extra_fields_are_not_read(browser, review, salla, aino, digest):
    sent = {"version": 1, "digest": digest, "decided_by": aino.pk, "outcome": "withdrawn"}
    browser.post(address(review, "approve"), {**sent, "writer": salla.pk, "rule": "child"})
    now = Review.objects.get(pk=review.pk)
    assert (now.outcome, now.decided_by, now.writer, now.rule) == ("approved", salla, aino, "")


def test_PB_17_the_desk_shows_the_name_in_that_place_only(browser, person, members_board):
    writer = person("Tuulenpesä")
    services.start(members_board, title="Vaihdot", body="Hei.", language="fi", by=writer)
    review = Review.objects.get(writer=writer)
    pages = browser.get(reverse("desk:queue")), browser.get(address(review))
    assert not [page for page in pages if "Tuulenpesä" in page.content.decode()]


def test_the_queue_asks_the_same_number_of_questions_whatever_its_length(
    browser, person, open_board
):
    def questions() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(reverse("desk:queue"))
        return len(asked)

    def write(writer: User, times: int) -> None:
        for number in range(times):
            services.start(open_board, title=f"Asia {number}", body="Hei", language="fi", by=writer)

    write(person("Koivu"), 2)
    few = questions()
    for name in ("Tuomi", "Pihlaja", "Haapa"):
        write(person(name), 3)
    assert questions() == few <= 25
