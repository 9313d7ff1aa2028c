"""Professions: checked by another, again in time, and what their messages say afterwards."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from community import promises
from community.accounts import chores, credentials, inviting
from community.accounts import staff_queries as queries
from community.accounts.bounds import all_bounds, bounds_of
from community.accounts.events import CredentialDue
from community.accounts.hats import hats_of
from community.accounts.models import Credential, User
from community.accounts.queries import still_standing
from community.core import chores as known_chores
from community.core import happenings
from community.core.errors import Concealed, Refused
from forum.discussion import services as talk

FORM = {
    "field": "legal",
    "register": "Asianajajaluettelo",
    "register_number": "77",
    "checked_on": "2026-11-16",
    "shown_name": "",
    **{
        f"title_{code}": word
        for code, word in (("fi", "Lakimies"), ("sv", "Jurist"), ("en", "Lawyer"))
    },
    **{f"organisation_{code}": "Rinnalla" for code in ("fi", "sv", "en")},
}


@pytest.fixture
def told(monkeypatch) -> list[CredentialDue]:
    """What the chore told, and nobody else heard."""
    heard: list[CredentialDue] = []
    monkeypatch.setitem(happenings._listeners, CredentialDue, [heard.append])
    return heard


@pytest.fixture
def tend(told, django_capture_on_commit_callbacks):
    def run() -> list[int]:
        told.clear()
        with django_capture_on_commit_callbacks(execute=True):
            chores.remind_of_professions()
        return [one.days for one in told]

    return run


def again(someone: User) -> User:
    return User.objects.get(pk=someone.pk)


def test_PV_02_a_profession_is_kept_through_the_page_with_who_and_when(desk_of_outi, outi, salla):
    address = reverse("people:profession", args=[salla.ref])
    assert desk_of_outi.get(address).status_code == 200
    assert desk_of_outi.post(address, FORM).status_code == 302
    kept = Credential.objects.get()
    assert (kept.checked_by, kept.checked_on) == (outi, date(2026, 11, 16))
    assert kept.recheck_by == kept.checked_on + promises.CREDENTIAL_RECHECKED
    (hat, *_) = hats_of(again(salla))
    assert hat.label == "Lakimies" and hat.shown_name == ""  # PV-13: title, without a name
    page = desk_of_outi.get(reverse("people:person", args=[salla.ref])).content.decode()
    assert "Asianajajaluettelo" in page and "77" in page and "Outi" in page


@pytest.mark.parametrize(
    "wrong", [{"checked_on": "2027-01-01"}, {"checked_on": "2026-01-01"}, {"title_sv": ""}]
)
def test_PV_02_a_wrong_form_keeps_what_was_typed_and_makes_no_label(wrong, desk_of_outi, salla):
    address = reverse("people:profession", args=[salla.ref])
    page = desk_of_outi.post(address, {**FORM, **wrong})
    assert page.status_code in {400, 403} and not Credential.objects.exists()
    assert "Asianajajaluettelo" in page.content.decode()


def test_PV_02_nobody_checks_oneself_and_only_a_coordinator_checks(outi, salla, laine):
    own = Credential.objects.get()
    facts = {"field": "legal", "title": {}, "organisation": {}, "register": "x"}
    with pytest.raises(Refused):
        credentials.check(outi, by=outi, checked_on=timezone.localdate(), **facts)
    for by in (salla, laine):
        with pytest.raises(Concealed):
            credentials.check_again(own, checked_on=timezone.localdate(), by=by)
        with pytest.raises(Concealed):
            credentials.end(own, reason="wish", by=by)


def test_PV_02_the_label_falls_off_when_late_and_comes_back_when_checked(outi, laine, evening):
    kept = Credential.objects.get()
    evening.move_to(f"{kept.recheck_by}T12:00:00+02:00")
    assert hats_of(again(laine))
    evening.move_to(f"{kept.recheck_by + timedelta(days=1)}T12:00:00+02:00")
    assert not hats_of(again(laine))
    credentials.check_again(kept, checked_on=timezone.localdate(), by=outi)
    assert hats_of(again(laine))


def test_PV_02_the_list_is_sorted_by_what_falls_due_and_marks_it(
    desk_of_outi, outi, laine, salla, ville
):
    for someone, days in ((salla, 170), (ville, 20)):
        credentials.check(
            someone,
            field="legal",
            title={"fi": f"Titteli {days}"},
            organisation={"fi": "O"},
            register="x",
            checked_on=timezone.localdate() - timedelta(days=days),
            by=outi,
        )
    order = [one.person for one in queries.professions(outi)]
    assert order == [salla, laine, ville] or order == [salla, ville, laine]
    page = desk_of_outi.get(reverse("people:index")).content.decode()
    assert "Titteli 170" in page and "Titteli 20" not in page
    whole = desk_of_outi.get(reverse("people:professions")).content.decode()
    assert whole.index("Titteli 170") < whole.index("Titteli 20")
    assert whole.count("people__mark--due") == 1


def test_PV_02_reminders_are_told_once_each_at_30_7_and_0_days(laine, tend, evening):
    last = Credential.objects.get().recheck_by

    def on(days_left: int) -> list[int]:
        evening.move_to(f"{last - timedelta(days=days_left)}T12:00:00+02:00")
        return tend()

    told = [on(days) for days in (31, 30, 29, 30, 8, 7, 1, 0, -1)]
    assert told == [[], [30], [], [], [], [7], [], [0], []]


def test_PV_02_after_a_silence_only_the_nearest_reminder_and_after_a_check_all_anew(
    laine, outi, tend, evening
):
    kept = Credential.objects.get()
    evening.move_to(f"{kept.recheck_by + timedelta(days=3)}T12:00:00+02:00")
    assert tend() == [0] and tend() == []
    credentials.check_again(kept, checked_on=timezone.localdate(), by=outi)
    assert tend() == []
    evening.move_to(f"{Credential.objects.get().recheck_by - timedelta(days=30)}T12:00:00+02:00")
    assert tend() == [30]


def test_the_chore_is_found_by_tend():
    assert f"{chores.__name__}.remind_of_professions" in known_chores._chores


def answered(topic, laine, profession, sources="", body="Näin se menee.") -> None:
    written = talk.reply(topic, body=body, wearing=profession(laine), by=laine)
    assert not written.is_held


@pytest.mark.parametrize("how", ["ended", "late", "role"])
def test_PV_01_a_message_says_verified_at_the_time_when_the_right_is_gone(
    how, topic, laine, outi, profession, client, evening
):
    answered(topic, laine, profession)
    with translation.override("en"):
        address = reverse("talk:topic", args=[topic.trait.ref])
    before = client.get(address).content.decode()
    assert "checked on" in before and "verified at the time" not in before
    kept = Credential.objects.get()
    if how == "ended":
        credentials.end(kept, reason="right_ended", by=outi)
    if how == "role":
        inviting.end_role(laine, "professional", by=outi)
    if how == "late":
        evening.move_to(f"{kept.recheck_by + timedelta(days=1)}T12:00:00+02:00")
    assert still_standing([kept.ref]) == frozenset()
    after = client.get(address).content.decode()
    assert "verified at the time" in after and "checked on" not in after
    assert "Dr. Laine" in after and "Psychologist" in after  # as it was then


def test_PV_01_one_question_a_page_whatever_the_number_of_professionals(
    topic, laine, outi, profession, client
):
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            client.get(reverse("talk:topic", args=[topic.trait.ref]))
        return sum("accounts_credential" in one["sql"] for one in seen)

    assert asked() == 0
    answered(topic, laine, profession)
    assert asked() == 1
    answered(topic, laine, profession, body="Ja vielä näin.")
    assert asked() == 1


def test_PV_07_the_bounds_of_the_field_are_shown_to_both(
    topic, laine, profession, client, signed_in
):
    ask = client.get(reverse("talk:ask")).content.decode()
    assert all(sentence in ask for sentence in all_bounds())
    writing = signed_in(laine).get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
    assert bounds_of("psychosocial") in writing and bounds_of("health") not in writing
    answered(topic, laine, profession)
    read = client.get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
    assert bounds_of("psychosocial") in read
