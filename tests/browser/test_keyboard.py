"""By keyboard alone, on a small screen: every stop is seen, ringed, under nothing (AC-02)."""

import pytest
from playwright.sync_api import Page, expect

from .conftest import Someone

pytestmark = [pytest.mark.browser]

SMALL = {"width": 360, "height": 640}
MOST_STOPS = 120
RING = 3
# The thing in focus: what it is, whether each part of it is on top and on the screen, its ring.
STOP = """
  () => {
    const one = document.activeElement
    if (!one || one === document.body) return null
    const box = one.getClientRects()[0]
    if (!box) return { name: one.outerHTML.slice(0, 80), hidden: ["no box"], ring: 0 }
    const inset = 3, points = {
      middle: [box.left + box.width / 2, box.top + box.height / 2],
      start: [box.left + inset, box.top + inset],
      end: [box.right - inset, box.bottom - inset],
    }
    // A tall field may go on below the screen; nothing of it may be under something else.
    if (box.bottom > innerHeight) delete points.end
    const hidden = Object.entries(points).filter(([, [x, y]]) => {
      const hit = document.elementFromPoint(x, y)
      const label = one.labels?.[0]
      return !(hit && (one.contains(hit) || label?.contains(hit) || hit.contains(one)
        && getComputedStyle(hit).position !== "sticky"))
    }).map(([name]) => name)
    const widths = [null, "::after"].map(part => getComputedStyle(one, part))
      .map(style => style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth))
    return { name: one.outerHTML.slice(0, 80), hidden, ring: Math.max(...widths) }
  }
"""


def stops(page: Page, key: str) -> list[dict]:
    """Every stop from one end of the page to the other, by this key.

    Going round, the browser may rest on the page itself before the first one.
    """
    found, rests = [], 2
    while len(found) < MOST_STOPS:
        page.keyboard.press(key)
        here = page.evaluate(STOP)
        if here is None and not found and rests:
            rests -= 1
            continue
        if here is None or (found and here["name"] == found[0]["name"]):
            break
        found.append(here)
    return found


def every_stop_is_seen(page: Page, *, at_least: int) -> None:
    """Down the page, and up again: upwards a thing comes to lie next to the exit bar."""
    for key in ("Tab", "Shift+Tab"):
        found = stops(page, key)
        assert at_least <= len(found) < MOST_STOPS, f"{len(found)} stops by {key}"
        assert not [one for one in found if one["hidden"]], key
        assert not [one for one in found if one["ring"] < RING]


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until this is in focus."""
    target = page.locator(selector).first
    for _ in range(MOST_STOPS):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {selector}")


@pytest.fixture
def small(someone):
    def open_window(*who: str) -> Someone:
        person = someone(width=SMALL["width"])
        person.page.set_viewport_size(SMALL)
        return person.sign_in(*who) if who else person

    return open_window


def test_AC_02_a_topic_and_the_desk(small):
    member = small("Ruskametsä", "ruska")
    page = member.go("/fi/b/")
    page.locator("main a:has-text('Lapselle kertominen')").first.click()
    every_stop_is_seen(page, at_least=12)
    page.locator(".topic-list a").first.click()
    page.wait_for_url("**/fi/t/*/")
    every_stop_is_seen(page, at_least=15)

    # An answer, without ever touching the screen; on this board it is read first.
    tab_to(page, ".composer textarea[name=body]")
    page.keyboard.type("Kerroimme yhdessä, lauantaina aamupalalla.")
    tab_to(page, ".composer .actions button")
    page.keyboard.press("Enter")
    expect(page.locator(".message--waiting")).to_contain_text("aamupalalla")

    salla = small("Salla", "salla")
    desk = salla.go("/fi/d/")
    every_stop_is_seen(desk, at_least=10)
    tab_to(desk, ".queue__item:last-child a")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/fi/d/*/")
    every_stop_is_seen(desk, at_least=12)
    tab_to(desk, "form[action$='/claim/'] button")
    desk.keyboard.press("Enter")
    expect(desk.locator("form[action$='/release/'] button")).to_be_visible()
    tab_to(desk, "form[action$='/approve/'] button")
    desk.keyboard.press("Enter")
    expect(desk.locator("form[action$='/approve/'] button")).to_have_count(0)


def test_AC_02_children_by_keyboard(small):
    child = small()
    page = child.go("/fi/c/")
    every_stop_is_seen(page, at_least=6)
    tab_to(page, "main a.child-card")
    page.keyboard.press("Enter")
    page.wait_for_url("**/fi/c/*/")
    every_stop_is_seen(page, at_least=5)
    child.go(page.locator("main a.child-card").first.get_attribute("href"))
    every_stop_is_seen(page, at_least=5)
