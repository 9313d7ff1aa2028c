"""Each check by its own table; all run; no finding holds words of the text."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from moderation.kinds import Standing
from moderation.screening import CHECKS, Submitted, checks, screen
from moderation.screening.details import counted

HELSINKI = ZoneInfo("Europe/Helsinki")
EVENING = datetime(2026, 11, 17, 18, 0, tzinfo=HELSINKI)
NIGHT = datetime(2026, 11, 17, 23, 30, tzinfo=HELSINKI)
KNOWN = Standing(shown_before=10)


def submitted(words: str = "Hei", standing: Standing = KNOWN, at: datetime = EVENING) -> Submitted:
    return Submitted(words, standing, at)


@pytest.mark.parametrize(
    ("standing", "holds"),
    [
        (Standing(shown_before=0), True),
        (Standing(shown_before=2), True),
        (Standing(shown_before=3), False),
        (Standing(shown_before=0, is_edit=True), True),
        (Standing(shown_before=0, speaks_for_house=True), False),
    ],
)
def test_MC_06_first_three_posts_wait(standing, holds):
    found = checks.first_posts(submitted(standing=standing))
    assert bool(found and found.holds) is holds


@pytest.mark.parametrize(
    ("standing", "holds"),
    [
        (Standing(shown_before=10, holds_all=True), True),
        (Standing(shown_before=10), False),
        (Standing(shown_before=10, holds_all=True, speaks_for_house=True), False),
    ],
)
def test_MC_06_in_careful_places_everything_waits(standing, holds):
    found = checks.board_policy(submitted(standing=standing))
    assert bool(found and found.holds) is holds


@pytest.mark.parametrize(
    ("hour", "minute", "holds"), [(8, 59, True), (9, 0, False), (20, 59, False), (21, 0, True)]
)
def test_MC_05_outside_reading_hours_everything_waits(hour, minute, holds):
    at = datetime(2026, 11, 17, hour, minute, tzinfo=HELSINKI)
    found = checks.nobody_reading(submitted(at=at))
    assert bool(found and found.holds) is holds
    staff = Standing(shown_before=0, speaks_for_house=True)
    assert checks.nobody_reading(submitted(standing=staff, at=at)) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Lapsen tunnus on 131052-308T.", {"identity_codes": 1}),
        ("131052 -308t", {"identity_codes": 1}),
        ("131052–308T ja 010101A0101", {"identity_codes": 2}),
        ("１３１０５２-308T", {"identity_codes": 1}),
        ("131052\u200b-308T", {"identity_codes": 1}),
        ("131052-308U", {}),  # the check character is wrong
        ("321052-308T", {}),  # no such day
        ("Soita 040 123 4567", {"telephones": 1}),
        ("Soita +358 40 1234567 tai 0401234567", {"telephones": 2}),
        ("(09) 123 4567", {"telephones": 1}),
        ("040-123-45-67", {"telephones": 1}),
        ("Hädässä soita 112", {}),
        ("Tavataan 17.11.2026 tai 01-02-2026", {}),
        ("Elatusapu on 196,42 euroa, yhteensä 1 200 000", {}),
        ("aino.k@esimerkki.fi", {"mail_addresses": 1}),
        ("aino (at) esimerkki.fi", {"mail_addresses": 1}),
        ("Nähdään klo 18 @ puisto", {}),
        ("Lapset ovat 7 ja 10, vuorot 2-2-5-5", {}),
        ("", {}),
    ],
)
def test_PB_18_details_that_tell_who_somebody_is(words, expected):
    assert counted(words) == expected


def test_a_worker_may_give_the_number_of_a_service_but_no_identity_code():
    staff = Standing(shown_before=0, speaks_for_house=True)
    assert not checks.telling_details(submitted("Soita 09 1234 5678", staff)).holds
    assert checks.telling_details(submitted("131052-308T", staff)).holds
    assert checks.telling_details(submitted("Soita 09 1234 5678")).holds


def test_all_checks_run_whatever_the_others_found():
    worst = submitted("131052-308T", Standing(shown_before=0, holds_all=True), NIGHT)
    assert [found.found_by for found in screen(worst)] == [check.__name__ for check in CHECKS]


def test_findings_hold_no_words_of_the_text():
    words = "Kirsikkapuu 131052-308T aino.k@esimerkki.fi 040 123 4567"
    told = repr(screen(submitted(words, Standing(shown_before=0), NIGHT)))
    assert not [part for part in words.split() if part in told]


@pytest.mark.parametrize("piece", ["0", "0 ", "a@", "1-", "a.", "+0(", "(at)", "131052-"])
def test_SE_13_screening_a_hostile_text_takes_no_time(piece):
    began = time.perf_counter()
    counted(piece * (10_000 // len(piece)))
    assert time.perf_counter() - began < 0.5
