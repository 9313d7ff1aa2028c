"""What goes out: nothing unless chosen, asked about once more when due, and only once."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from community.access import boards
from community.accounts import changes
from community.accounts.models import Change, User
from community.core.chores import tend
from community.core.errors import Refused
from community.notifications import services as notices
from community.notifications.models import Choice, Notice, Outgoing, Postbox
from forum.discussion import services
from forum.forum_permission.models import ForumPermission, UserForumPermission

pytestmark = pytest.mark.django_db
WINDOW = timedelta(minutes=10, seconds=1)


@pytest.fixture
def reader(mikko, topic) -> User:
    """Mikko watches his discussion, has an address, and chose mail for answers."""
    User.objects.filter(pk=mikko.pk).update(email="mikko@post.example")
    mikko = User.objects.get(pk=mikko.pk)
    notices.follow(topic.trait.place, "watch", by=mikko)
    notices.choose({"answers": "mail"}, by=mikko)
    return mikko


def send_later(evening, after: timedelta = WINDOW) -> int:
    evening.shift(after)
    return notices.send_due()


def test_EX_08_nothing_goes_out_unless_it_was_chosen(topic, mikko, aino, write, evening):
    User.objects.filter(pk=mikko.pk).update(email="mikko@post.example")
    notices.follow(topic.trait.place, "watch", by=mikko)
    write(topic, aino)
    assert send_later(evening, timedelta(days=8)) == 0
    assert not Outgoing.objects.exists() and not mail.outbox


def test_EX_08_each_kind_is_chosen_for_itself(topic, mikko, aino, write, evening):
    User.objects.filter(pk=mikko.pk).update(email="mikko@post.example")
    mikko = User.objects.get(pk=mikko.pk)
    notices.follow(topic.trait.place, "watch", by=mikko)
    notices.choose({"groups": "mail"}, by=mikko)
    write(topic, aino)
    assert send_later(evening) == 0


def test_a_mail_waits_ten_minutes_and_many_answers_are_one(topic, reader, aino, write, evening):
    write(topic, aino)
    write(topic, aino, "Ja vielä")
    assert send_later(evening, timedelta(minutes=9)) == 0
    assert send_later(evening, timedelta(minutes=2)) == 1
    assert send_later(evening, timedelta(minutes=2)) == 0
    assert [letter.to for letter in mail.outbox] == [["mikko@post.example"]]


def test_a_withdrawn_answer_sends_nothing_and_a_later_one_has_its_own_ten_minutes(
    topic, reader, aino, write, told, evening
):
    first = write(topic, aino)
    evening.shift(timedelta(minutes=8))
    told(lambda: services.withdraw(first, by=aino))
    write(topic, aino, "Toinen")
    assert send_later(evening, timedelta(minutes=3)) == 0  # eleven after the first, three after
    assert send_later(evening) == 1


@pytest.mark.parametrize("what", ["withdrawn", "right", "seen", "choice", "hidden", "gone", "mail"])
def test_SE_10_what_is_not_true_any_more_when_it_is_due_is_not_sent(
    topic, reader, aino, open_board, write, told, evening, what
):
    post = write(topic, aino)
    assert Outgoing.objects.waiting().count() == 1
    undo = {
        "withdrawn": lambda: services.withdraw(post, by=aino),
        "right": lambda: UserForumPermission.objects.create(
            permission=ForumPermission.objects.get(codename=boards.READ),
            forum=open_board.forum,
            user=reader,
            has_perm=False,
        ),
        "seen": lambda: notices.see_all(by=reader),
        "choice": lambda: notices.choose({"answers": "inbox"}, by=reader),
        "hidden": lambda: User.objects.filter(pk=reader.pk).update(hidden_at=timezone.now()),
        "gone": lambda: User.objects.filter(pk=reader.pk).update(is_active=False),
        "mail": lambda: User.objects.filter(pk=reader.pk).update(email=""),
    }
    told(undo[what])
    assert send_later(evening) == 0
    assert not mail.outbox
    assert Outgoing.objects.get().dropped_at


def test_EX_08_after_ninety_days_nothing_goes_out_until_a_yes(
    topic, reader, aino, write, evening, signed_in, told
):
    evening.shift(timedelta(days=90))
    write(topic, aino)
    assert send_later(evening) == 0
    browser = signed_in(reader)
    assert "ask-again" in browser.get("/fi/n/").text
    told(lambda: notices.see_all(by=reader))
    browser.post("/fi/n/again/", {"answer": "yes"})
    assert "ask-again" not in browser.get("/fi/n/").text
    write(topic, aino, "Taas")
    assert send_later(evening) == 1
    evening.shift(timedelta(days=91))
    signed_in(reader).post("/fi/n/again/", {"answer": "no"})
    assert Choice.objects.get(person=reader).channel == "inbox"
    assert changes.of(reader).filter(what=Change.What.NOTICES).count() == 1  # 90 days later


def test_nobody_gets_two_mails_in_half_a_day(topic, reader, aino, write, told, evening):
    write(topic, aino)
    assert send_later(evening) == 1
    told(lambda: notices.see_all(by=reader))
    write(topic, aino, "Taas")
    assert send_later(evening) == 0
    assert send_later(evening, timedelta(hours=12)) == 1
    assert len(mail.outbox) == 2


def test_what_was_mailed_and_not_seen_is_not_mailed_again(topic, reader, aino, write, evening):
    write(topic, aino)
    assert send_later(evening) == 1
    evening.shift(timedelta(days=2))
    write(topic, aino, "Taas")
    assert send_later(evening) == 0
    told_twice = Notice.objects.get(person=reader, kind="answers").last_at
    assert notices.tell([reader.pk], kind="answers", place=topic.trait.place, at=told_twice) == 0


def test_a_digest_comes_once_a_week(topic, reader, aino, write, evening):
    notices.choose({"answers": "digest"}, by=reader)
    write(topic, aino)  # a Tuesday
    assert send_later(evening, timedelta(days=5)) == 0
    write(topic, aino, "Sunnuntaina")
    assert send_later(evening, timedelta(days=1)) == 1
    assert len(mail.outbox) == 1


def test_a_daily_follower_gets_no_mail_before_the_morning(topic, reader, aino, write, evening):
    notices.follow(topic.trait.place, "follow", by=reader)
    write(topic, aino)
    assert send_later(evening, timedelta(hours=13)) == 0
    assert send_later(evening, timedelta(hours=1, minutes=15)) == 1


def test_two_senders_send_once(topic, reader, aino, write, evening, monkeypatch):
    write(topic, aino)
    evening.shift(WINDOW)
    from community.notifications import mail as letters
    from community.notifications.services import sending

    second = []
    truly = letters.send_notice

    def meanwhile(person) -> None:
        if not second:
            second.append(None)
            second[0] = sending._send_to(User.objects.get(pk=person.pk), timezone.now())
        truly(person)

    monkeypatch.setattr(letters, "send_notice", meanwhile)
    assert notices.send_due() == 1
    assert second == [False]
    assert len(mail.outbox) == 1


def test_PR_11_a_mail_that_fails_is_tried_again_and_the_log_names_nobody(
    topic, reader, aino, write, evening, monkeypatch, caplog
):
    from community.notifications import mail as letters

    truly = letters.send_notice

    def refuse(person) -> None:
        raise smtplib.SMTPRecipientsRefused({"mikko@post.example": (550, b"no such Mikko")})

    monkeypatch.setattr(letters, "send_notice", refuse)
    write(topic, aino)
    assert send_later(evening) == 0
    assert "mikko" not in caplog.text.casefold() and "SMTPRecipientsRefused" in caplog.text
    assert Postbox.objects.get(person=reader).mailed_at is None
    monkeypatch.setattr(letters, "send_notice", truly)
    assert send_later(evening) == 0
    assert send_later(evening, timedelta(hours=1)) == 1


def test_EX_19_a_choice_is_written_into_the_list_of_changes(mikko, signed_in):
    User.objects.filter(pk=mikko.pk).update(email="mikko@post.example")
    mikko = User.objects.get(pk=mikko.pk)
    browser = signed_in(mikko)
    page = browser.get("/fi/n/choose/").text
    assert len(re.findall(r'value="inbox"[^>]*checked', page)) == 5
    kinds = dict.fromkeys(("answers", "read", "groups", "tasks", "safety"), "inbox")
    browser.post("/fi/n/choose/", kinds)
    assert not changes.of(mikko).filter(what=Change.What.NOTICES).exists()
    browser.post("/fi/n/choose/", {**kinds, "answers": "mail", "read": "digest"})
    assert changes.of(mikko).filter(what=Change.What.NOTICES).count() == 1
    chosen = dict(Choice.objects.filter(person=mikko).values_list("kind", "channel"))
    assert chosen == {"answers": "mail", "read": "digest"}


def test_mail_is_offered_only_with_a_confirmed_address(mikko, signed_in):
    page = signed_in(mikko).get("/fi/n/choose/").text
    assert 'value="mail"' not in page and 'value="digest"' not in page
    with pytest.raises(Refused):
        notices.choose({"answers": "mail"}, by=mikko)
    answer = signed_in(mikko).post("/fi/n/choose/", {"answers": "mail"})
    assert answer.status_code == 400
    assert not Choice.objects.exists()


def test_changes_of_the_account_always_come_into_the_inbox(mikko, told, signed_in):
    with pytest.raises(Refused):
        notices.choose({"safety": "none"}, by=mikko)
    told(lambda: changes.note(mikko, Change.What.EXPORT_ASKED))
    assert "news__dot" in signed_in(mikko).get("/fi/n/").text


def test_the_chores_send_and_forget(topic, reader, aino, write, evening):
    write(topic, aino)
    evening.shift(WINDOW)
    assert tend(everything=True)["community.notifications.chores.send_what_is_due"] == 1
    notices.see_all(by=reader)
    evening.shift(timedelta(days=31))
    assert tend(everything=True)["community.notifications.chores.forget_old_notices"] >= 2
