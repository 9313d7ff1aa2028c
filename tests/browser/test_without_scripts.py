"""From signing up to the live group without scripts, on a narrow screen (PF-04, RT-09)."""

import pytest
from playwright.sync_api import Page, expect

from .circles import open_circle
from .conftest import Someone

pytestmark = [pytest.mark.browser]

NARROW = 360
WORDS = "Kirjoitan puhelimella, jossa mikään ei pyöri. Tulin silti."
SAID = ".room__log .say__text"


def to_newer(page: Page) -> None:
    page.locator("main a[rel=next][href*='after=']").click()


def let_through(desk: Page, words: str) -> None:
    """Find the waiting text on the desk, take it, and let it through."""
    for path in [one.get_attribute("href") for one in desk.locator(".queue__item a").all()][::-1]:
        desk.goto(desk.url.split("/fi/")[0] + path)
        if words in desk.locator(".revision").inner_text():
            break
    expect(desk.locator(".revision")).to_contain_text(words)
    desk.locator("form[action$='/claim/'] button").click()
    desk.locator("form[action$='/approve/'] button").click()


def test_PF_04_from_signing_up_to_being_read(someone):
    parent, salla, visitor = (someone(scripts=False, width=NARROW) for _ in range(3))
    page = parent.go("/fi/s/before/")
    page.click("main form button")
    page.fill("[name=pseudonym]", "Marraskuun kuu")
    page.fill("[name=passphrase]", "keittiön ikkunassa palaa lamppu")
    for box in page.locator("main input[type=checkbox]").all():
        box.check()
    page.click("main form button.button")
    page.wait_for_url("**/welcome/")

    page.goto(f"{parent.site.url}/fi/b/")
    page.locator("main a:has-text('Kaksi kotia')").first.click()
    topic = page.locator(".topic-list a").first.get_attribute("href")
    visitor.go(f"{topic}?last=1")
    parent.go(topic)
    page.fill(".composer [name=body]", WORDS)
    page.click(".composer .actions button")
    expect(page.locator(".message--waiting")).to_contain_text(WORDS)
    to_newer(visitor.page)
    expect(visitor.page.locator("main")).not_to_contain_text(WORDS)

    let_through(salla.sign_in("Salla", "salla").go("/fi/d/"), WORDS)
    to_newer(visitor.page)
    expect(visitor.page.locator(".message__text", has_text=WORDS)).to_have_count(1)
    parent.go(f"{topic}?last=1")
    expect(page.locator(".message__text", has_text=WORDS)).to_have_count(1)
    assert page.locator(".message--waiting").count() == 0


def test_RT_09_a_live_group_is_a_form_and_a_link(someone, site):
    circle = open_circle(site, "Joulukuun ryhmä", "Järviusva", "Iltakajo")
    first, second = (
        enter(someone(scripts=False, width=NARROW).sign_in(*who), circle)
        for who in (("Järviusva", "usva"), ("Iltakajo", "kajo"))
    )
    say(first, "Onko täällä joku?")
    expect(first.locator(SAID)).to_have_text(["Onko täällä joku?"])
    to_newer(second)
    expect(second.locator(SAID)).to_have_text(["Onko täällä joku?"])
    say(second, "On.")
    to_newer(first)
    expect(first.locator(SAID)).to_have_text(["On."])
    first.locator("live-room a:not([rel], .say__block)").click()
    expect(first.locator(SAID)).to_have_text(["Onko täällä joku?", "On."])
    # A word sent empty is answered kindly, and the room stays.
    say(first, "")
    expect(first.locator("form[data-say] .field__error")).to_be_visible()


def test_PF_04_what_protects_a_person_needs_no_script(someone):
    """Block and lift, choose, ask for a copy and cancel it, hide and undo: by forms and links."""
    person = someone(scripts=False, width=NARROW).sign_in("Vanha omenapuu", "omena")
    page = person.go("/fi/b/")
    page.locator("main a:has-text('Kaksi kotia')").first.click()
    topic = page.locator(".topic-list a").first.get_attribute("href")
    person.go(topic)
    words = page.locator(".message__text").first.inner_text()
    page.locator(".message__actions a[href*='/s/k/']").first.click()
    page.locator("main form .actions button").click()
    page.wait_for_url("**/s/k/done/")
    page.locator("main a[href$='/s/k/']").click()
    expect(page.locator("main .card")).to_have_count(1)
    assert words not in person.go(topic).content()
    person.go("/fi/s/k/")
    page.locator("form[action$='/lift/'] button").click()
    expect(page.locator("main .card")).to_have_count(0)
    person.go(topic)
    expect(page.locator(".message__text").first).to_have_text(words)

    person.go("/fi/n/choose/")
    nothing = page.locator("main form input[value=none]").first
    nothing.check()
    page.locator("main form .actions button").click()
    expect(page.locator(".notice--ok")).to_be_visible()
    person.go("/fi/n/choose/")
    expect(nothing).to_be_checked()

    person.go("/fi/i/c/")
    page.locator("main form .actions button").click()
    cancel = page.locator("form[action*='/i/c/'][action$='/no/'] button")
    person.go("/fi/b/")
    cancel.click()
    expect(cancel).to_have_count(0)

    person.go("/fi/i/h/")
    page.locator("main form .actions button").click()
    undo = page.locator("form[action$='/i/h/no/'] button")
    person.go("/fi/b/")
    undo.click()
    expect(undo).to_have_count(0)
    assert person.outside == []


def enter(person: Someone, circle: str) -> Page:
    """Through the group's page and its agreement into the room."""
    page = person.go(circle)
    page.locator("a[href$='/room/']").first.click()
    page.check("main form input[type=checkbox]")
    page.click("main form button.button")
    expect(page.locator(".room__log")).to_be_attached()
    return page


def say(page: Page, words: str) -> None:
    page.fill("form[data-say] [name=body]", words)
    page.click("form[data-say] button.button")
