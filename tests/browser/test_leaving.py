"""Leaving fast: blank before anything is asked, and Back never shows what was there (EX-01–03)."""

import os
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from .conftest import FLAGS, Someone
from .site import Site

pytestmark = [pytest.mark.browser]

# No word of ours, of a person, or of what was read.
OURS = re.compile(r"Rinnalla|ero|vanhem|laps|Sammalpolku|Puolukkavarpu|Niittyvilla", re.IGNORECASE)
# Says to the console, in order, what happens after the press; each line tells if the page is blank.
WITNESS = """
  if (location.pathname !== "/") {
    let pressed = 0
    const tell = what => console.log("witness", what, performance.now() - pressed,
      document.documentElement.childElementCount)
    const press = () => { pressed = performance.now(); watch() }
    addEventListener("click", press, true)
    addEventListener("keydown", press, true)
    navigation.addEventListener("navigate", event => {
      if (!event.destination.url.startsWith(location.origin)) tell("go")
    })
    const send = window.fetch
    window.fetch = (...what) => { if (pressed) tell("send"); return send(...what) }
    const watch = () => {
      if (document.documentElement.childElementCount === 0) return tell("painted")
      requestAnimationFrame(watch)
    }
  }
"""


def nothing_of_ours(page: Page) -> None:
    """What the window shows says nothing about where somebody was."""
    shown = f"{page.title()} {page.locator('html').inner_text()}"
    assert not OURS.search(shown), shown[:300]


def back_shows_nothing(page: Page, site: Site) -> None:
    """As often as one likes, also from pages kept whole in memory."""
    for _ in range(4):
        page.evaluate("setTimeout(() => history.back(), 0)")
        page.wait_for_timeout(400)  # a page from memory never loads, it is there
        nothing_of_ours(page)


def walk(person: Someone) -> str:
    """Through a few pages to a discussion; its path."""
    person.go("/fi/b/")
    person.page.locator("main a:has-text('Kaksi kotia')").first.click()
    person.page.locator(".topic-list a").first.click()
    person.page.wait_for_url("**/fi/t/*/")
    expect(person.page.locator(".message").first).to_be_visible()
    return person.page.url


def until_heard(person: Someone, cookies: list) -> None:
    """The news travels beside the page; on a busy machine it arrives a moment after."""
    before = _session_of(cookies)
    for _ in range(40):
        now = _session_of(person.context.cookies(person.site.url))
        if now and now != before:
            return
        person.page.wait_for_timeout(50)
    raise AssertionError("the server never heard that somebody left")


def _session_of(cookies: list) -> str:
    return next((one["value"] for one in cookies if "session" in one["name"]), "")


def session_is_over(person: Someone, cookies: list) -> None:
    """What somebody kept of the cookies opens nothing any more."""
    other = person.context.browser.new_context()
    other.add_cookies(cookies)
    answer = other.request.get(f"{person.site.url}/fi/a/", max_redirects=0)
    other.close()
    assert answer.status == 302 and "/a/in/" in answer.headers["location"]


def come_back(person: Someone) -> None:
    """The page that stands for all others, and its one button."""
    person.go("/fi/r/")
    nothing_of_ours(person.page)
    person.page.click("form[action='/back/'] button")
    person.page.wait_for_url("**/fi/")


@pytest.fixture
def remembering(chromium: Browser, site: Site) -> Iterator[Someone]:
    """A window of a Chromium that keeps pages whole in memory, as people's do."""
    browser = chromium.browser_type.launch(
        executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
        args=list(FLAGS),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    context = browser.new_context(locale="fi-FI")
    yield Someone(context, context.new_page(), site, [])
    browser.close()


@pytest.mark.parametrize(
    ("way", "name", "key"),
    [("click", "Sammalpolku", "sammal"), ("shift", "Puolukkavarpu", "puolukka")],
)
def test_EX_02_blank_at_once_and_before_any_request(someone, site, way, name, key):
    person = someone().sign_in(name, key)
    page, context = person.page, person.context
    page.add_init_script(WITNESS)
    with page.expect_response(lambda response: "after=" in response.url):
        walk(person)  # what the page asks by itself has been asked
    cookies = context.cookies()
    told: list[list[str]] = []
    asked: list[Request] = []
    held = []
    page.on("console", lambda message: told.append(message.text.split()))
    page.on("request", lambda request: asked.append(request))
    # The next site is slow: what is seen meanwhile?
    page.route(site.weather_url, lambda route: held.append(route))
    if way == "click":
        page.locator("quick-exit a").click(no_wait_after=True)
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    for _ in range(60):
        page.wait_for_timeout(50)
        if held:
            break
    steps = [(words[1], float(words[2]), int(words[3])) for words in told if words[0] == "witness"]
    assert all(left == 0 for _, _, left in steps), steps
    first = {what: after for what, after, _ in reversed(steps)}
    assert steps[0][0] == "send" and set(first) == {"send", "painted", "go"}
    assert max(first["send"], first["painted"]) <= 100
    assert [(one.method, one.url) for one in asked] == [
        ("POST", f"{site.url}/leave/"),
        ("GET", site.weather_url),
    ]
    held[0].continue_()
    page.wait_for_url(site.weather_url)
    until_heard(person, cookies)
    session_is_over(person, cookies)
    back_shows_nothing(page, site)


def test_EX_03_back_finds_nothing_in_pages_kept_in_memory(remembering, site):
    # Without a session pages are kept whole by the browser, even those without a script: is it so?
    visitor, page = remembering, remembering.page
    page.add_init_script("addEventListener('pageshow', e => e.persisted && console.log('kept'))")
    with page.expect_console_message(lambda message: message.text == "kept"):
        visitor.go("/fi/s/now/")
        visitor.go("/fi/r/")
        page.evaluate("setTimeout(() => history.back(), 0)")
    page.wait_for_url("**/fi/s/now/", wait_until="commit")
    visitor.go("/fi/r/")
    page.locator("main .card__title a").first.click()
    page.wait_for_url("**/fi/r/*/")
    page.locator("quick-exit a").click()
    page.wait_for_url(site.weather_url)
    until_heard(visitor, [])
    back_shows_nothing(page, site)

    # The help page has no script at all: its way out is a plain link.
    come_back(visitor)
    visitor.go("/fi/s/now/")
    page.locator("quick-exit a").click()
    page.wait_for_url(site.weather_url)
    until_heard(visitor, [])
    back_shows_nothing(page, site)

    # Whoever chooses to comes back, and only then.
    come_back(visitor)
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("path", ["/fi/t/", "/fi/s/now/"])
def test_EX_01_a_plain_link_without_scripts(someone, site, path):
    person = someone(scripts=False, width=360).sign_in("Niittyvilla", "niitty")
    page = person.page
    walk(person)
    cookies = person.context.cookies()
    if path not in page.url:
        person.go(path)
    page.locator("quick-exit a").click()
    page.wait_for_url(site.weather_url)
    session_is_over(person, cookies)
    for _ in range(3):
        page.go_back()
        nothing_of_ours(page)


def test_EX_01_the_second_tab_stop(someone, site):
    visitor = someone(width=360)
    page = visitor.go("/fi/r/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("quick-exit a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(site.weather_url)
    until_heard(visitor, [])
    visitor.go("/fi/r/")
    nothing_of_ours(page)
    page.click("form[action='/back/'] button")
    # Writing capitals is not leaving.
    visitor.go("/fi/a/in/")
    page.focus("[name=pseudonym]")
    for letter in "AAA":
        page.keyboard.press(f"Shift+{letter}")
    expect(page.locator("[name=pseudonym]")).to_have_value("AAA")
