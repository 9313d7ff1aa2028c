"""The tags every page uses: coarse times, roles, icons, languages."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.template import Context, Template
from django.test import RequestFactory, override_settings
from django.utils import translation

from community.core.templatetags import ui

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _english_noon():
    with time_machine.travel(NOW, tick=False), translation.override("en"):
        yield


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=-5), "today"),
        (timedelta(minutes=1), "today"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=3), "this week"),
        (timedelta(days=12), "earlier this month"),
        (timedelta(days=40), "in October"),
        (timedelta(days=400), "in October 2025"),
    ],
)
def test_PB_05_others_see_only_coarse_time(ago, words):
    assert ui.coarse_time(NOW - ago) == words


def test_MC_05_the_writer_is_told_when_it_is_read():
    assert ui.until(NOW + timedelta(hours=2)).startswith("today by 16.00")
    assert ui.until(NOW + timedelta(hours=19)).startswith("tomorrow by 9.00")


def test_PV_01_the_role_stands_in_words_before_the_name():
    who = {"name": "Dr. Laine", "role": "professional", "label": "Professional – psychologist"}
    html = Template("{% load ui %}{% byline who %}").render(Context({"who": who}))
    assert html.index("Professional – psychologist") < html.index("Dr. Laine")


def test_PV_03_an_unknown_role_is_an_ordinary_member():
    who = {"name": "Aino", "role": "judge"}
    html = Template("{% load ui %}{% byline who %}").render(Context({"who": who}))
    assert "label--member" in html
    assert "judge" not in html


def test_PV_03_a_name_cannot_draw_a_label():
    who = {"name": '<span class="label label--professional">Doctor</span>', "role": "member"}
    html = Template("{% load ui %}{% byline who %}").render(Context({"who": who}))
    assert "&lt;span" in html
    assert html.count('class="label') == 1


def test_icons_are_unseen_by_screen_readers_and_turn_with_the_text():
    assert 'aria-hidden="true"' in ui.icon("lamp")
    assert "icon--turns" in ui.icon("back")
    assert "icon--turns" not in ui.icon("clock")


def test_a_room_that_is_not_run_leaves_no_broken_link():
    assert ui.way("no:such_place") == ""


def test_LA_04_a_page_that_exists_in_no_other_language_says_so():
    known = [
        {"code": "en", "label": "English", "url": "/en/x/", "exists": True},
        {"code": "sv", "label": "Svenska", "url": "/sv/", "exists": False},
    ]
    html = Template('{% load ui %}{% include "components/_languages.html" %}').render(
        Context({"request": RequestFactory().get("/en/x/"), "alternates": known})
    )
    assert "not yet in this language" in html
    assert 'hreflang="sv"' in html


@override_settings(LEAVE_TARGET="https://weather.example/")
def test_EX_04_everyone_leaves_to_the_same_place():
    assert ui.exit_target() == "https://weather.example/"
