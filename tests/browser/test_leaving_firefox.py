"""Leaving fast in the ordinary Firefox: Back never shows what was there (EX-01, EX-03)."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest

from . import firefox
from .conftest import PASSPHRASE
from .site import Site
from .test_leaving import OURS

pytestmark = [pytest.mark.browser]

SHIFT = "\ue008"


@pytest.fixture(scope="module")
def fox(tmp_path_factory) -> Iterator[firefox.Firefox]:
    program = firefox.here(os.environ.get("FIREFOX", ""))
    if not program:
        pytest.skip("there is no Firefox on this machine")
    window = firefox.Firefox(program, tmp_path_factory.mktemp("firefox") / "profile")
    yield window
    window.close()


def sign_in(fox: firefox.Firefox, site: Site, name: str, key: str) -> None:
    fox.go(f"{site.url}/fi/a/in/")
    fox.type("[name=pseudonym]", name)
    fox.type("[name=passphrase]", PASSPHRASE.format(key))
    fox.click("main form button")
    fox.until("location.pathname === '/fi/b/'")


def read_something(fox: firefox.Firefox) -> None:
    """Through a board to a discussion."""
    fox.run("[...document.querySelectorAll('main a')].find(a => a.href.includes('/fi/b/')).click()")
    fox.until("document.querySelector('.topic-list a')")
    fox.click(".topic-list a")
    fox.until("document.querySelector('.message')")
    with pytest.raises(AssertionError):  # there is something to hide
        nothing_of_ours(fox)


def nothing_of_ours(fox: firefox.Firefox) -> None:
    shown = str(fox.run("return document.title + ' ' + document.documentElement.innerText"))
    assert not OURS.search(shown), shown[:300]


def back_shows_nothing(fox: firefox.Firefox) -> None:
    for _ in range(4):
        fox.say("WebDriver:Back")
        nothing_of_ours(fox)


def come_back(fox: firefox.Firefox, site: Site) -> None:
    fox.go(f"{site.url}/fi/r/")
    fox.click("form[action='/back/'] button")
    fox.until("document.querySelector('h1')")


@pytest.mark.parametrize(
    ("way", "name", "key"), [("click", "Iltakajo", "kajo"), ("shift", "Blåklint", "klint")]
)
def test_EX_03_back_finds_nothing_in_firefox(fox, site, way, name, key):
    sign_in(fox, site, name, key)
    read_something(fox)
    if way == "click":
        fox.click("quick-exit a")
    else:
        fox.press(SHIFT, 3)
    fox.until("location.href === arguments[0]", site.weather_url)
    back_shows_nothing(fox)
    come_back(fox, site)
    fox.go(f"{site.url}/fi/a/")
    assert "/a/in/" in fox.url  # the session is over


def test_EX_03_firefox_shows_nothing_without_a_connection(fox, site):
    fox.go(f"{site.url}/fi/r/")
    fox.run("document.querySelector('main .card__title a').click()")
    fox.until("location.pathname.split('/').length === 5")
    fox.click("quick-exit a")
    fox.until("location.href === arguments[0]", site.weather_url)
    fox.inside("Services.io.offline = true")
    try:
        for _ in range(3):
            with suppress(RuntimeError):  # the browser's own page about having no connection
                fox.say("WebDriver:Back")
            nothing_of_ours(fox)
    finally:
        fox.inside("Services.io.offline = false")


def test_EX_01_firefox_leaves_by_a_plain_link_from_the_page_without_scripts(fox, site):
    come_back(fox, site)
    fox.go(f"{site.url}/fi/s/now/")
    fox.click("quick-exit a")
    fox.until("location.href === arguments[0]", site.weather_url)
    back_shows_nothing(fox)
