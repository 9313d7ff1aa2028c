"""The way out on every kind of page: the second tab stop at most, three Shifts in time, offline."""

import pytest
from playwright.sync_api import Page, expect

from .test_leaving import nothing_of_ours, walk

pytestmark = [pytest.mark.browser]

# One of each layout: wide, reading, form, bare, not there, a list of one's own, a child's.
KINDS = [
    ("/fi/", False), ("/fi/r/", False), ("/fi/b/", False), ("/fi/g/", False), ("/fi/q/", False),
    ("/fi/a/in/", False), ("/fi/a/new/", False), ("/fi/s/before/", False), ("/fi/s/now/", False),
    ("/fi/s/leaving/", False), ("/fi/t/aaaaaaaaaaaaaaaa/", False), ("/fi/c/", False),
    ("/fi/c/5-8/", False), ("/fi/a/", True), ("/fi/s/", True), ("/fi/s/changes/", True),
]  # fmt: skip
# A press of Shift at a moment of our choosing: (milliseconds) => void.
PRESS = """at => {
  const press = new KeyboardEvent("keydown", { key: "Shift" })
  Object.defineProperty(press, "timeStamp", { value: at })
  dispatchEvent(press)
}"""


def tabs_to_the_exit(page: Page) -> int:
    """How many presses of Tab lead to the way out, three at most."""
    for stops in (1, 2, 3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('exit-bar__exit')"):
            return stops
    return 99


@pytest.mark.parametrize("scripts", [True, False])
def test_EX_01_the_way_out_is_the_second_tab_stop_on_every_kind_of_page(someone, scripts):
    visitor, member = someone(scripts=scripts), someone(scripts=scripts)
    member.sign_in("Tuulenpesä", "tuuli")
    for path, own in KINDS:
        page = (member if own else visitor).go(path)
        assert tabs_to_the_exit(page) <= 2, path
        box = page.locator(".exit-bar__exit").bounding_box()
        assert box["y"] < 80 and box["height"] >= 44, path


def test_EX_01_three_presses_count_within_five_seconds_only(someone, site):
    page = someone().go("/fi/r/")
    for at in (1_000, 3_600, 6_100):
        page.evaluate(PRESS, at)
    expect(page.locator("h1")).to_be_visible()
    page.evaluate(PRESS, 6_200)  # with the two before it: three in 2.6 seconds
    page.wait_for_url(site.weather_url)


def test_EX_03_back_without_a_connection_shows_nothing(someone, site):
    person = someone().sign_in("Koivunlehti", "koivu")
    walk(person)
    page = person.page
    page.locator("quick-exit a").click()
    page.wait_for_url(site.weather_url)
    person.context.set_offline(True)
    for _ in range(3):
        page.evaluate("setTimeout(() => history.back(), 0)")
        page.wait_for_timeout(400)  # a page from memory never loads, it is there
        nothing_of_ours(page)
    person.context.set_offline(False)


def test_EX_02_without_a_connection_the_screen_is_blank_all_the_same(someone, site):
    person = someone().sign_in("Koivunlehti", "koivu")
    walk(person)
    person.context.set_offline(True)
    person.page.keyboard.press("Shift")
    person.page.keyboard.press("Shift")
    person.page.keyboard.press("Shift")
    person.page.wait_for_timeout(100)  # the promise itself: blank within 100 ms
    nothing_of_ours(person.page)
    person.context.set_offline(False)
