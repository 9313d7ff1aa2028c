"""The evening: one long journey of everybody on a real site, in real browsers."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from .cable import Cable

pytestmark = [pytest.mark.browser]

BOARD = "Ensimmäiset päivät ja viikot"
GROUP = "Ensimmäinen syksy"
SAID = ".room__log li[data-seq] .say__text"
FIRST_WORDS = "Muutin eilen. Nukuin kolme tuntia, ja silti aamu tuli."


def first_topic(page: Page) -> str:
    """The path of the newest discussion in Finnish on the open board."""
    page.get_by_role("link", name=BOARD).first.click()
    card = page.locator(".topic-list li[lang=fi] .card__title a").first
    return card.get_attribute("href")


def enter_room(page: Page) -> None:
    """From the group's page through the agreement into the room."""
    page.locator("a[href$='/room/']").first.click()
    page.locator("main form input[type=checkbox]").check()
    page.locator("main form button.button").click()
    expect(page.locator(".room__log")).to_be_attached()


def say(page: Page, words: str) -> None:
    page.fill("form[data-say] textarea", words)
    page.click("form[data-say] button.button")


def said(page: Page) -> list[str]:
    """What stands in the room, in order, without what is still on its way."""
    return page.locator(SAID).all_inner_texts()


def test_the_evening(site, someone):
    # A parent reads a guide without an account.
    aino = someone()
    page = aino.go("/")
    page.wait_for_url("**/fi/")
    page.get_by_role("link", name="Ensimmäiset päivät eropäätöksen jälkeen").click()
    expect(page.locator("h1")).to_contain_text("Ensimmäiset päivät")

    # She signs up: a pseudonym, a passphrase, no e-mail.
    aino.go("/fi/s/before/").click("main form button")
    page.fill("[name=pseudonym]", "Aino")
    page.fill("[name=passphrase]", "keittiön ikkunassa palaa lamppu")
    assert page.locator("input[type=email], input[type=tel]").count() == 0
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    page.click("main form button.button")
    page.wait_for_url("**/welcome/")

    # She writes her first post; above the button stands who can read it.
    aino.go("/fi/b/")
    topic = first_topic(page)
    aino.go(topic)
    audience = page.locator(".composer .audience")
    button = page.locator(".composer .actions button")
    expect(audience).to_contain_text("myös ilman tunnusta")
    assert audience.bounding_box()["y"] < button.bounding_box()["y"]
    page.fill(".composer textarea[name=body]", FIRST_WORDS)

    mikko = someone().sign_in("Honkapolku", "mikko")
    mikko.go(f"{topic}?last=1")
    mikko.page.locator("[data-list] > li").last.scroll_into_view_if_needed()
    visitor = someone(scripts=False, width=360)
    visitor.go(f"{topic}?last=1")

    # She sees it in place, marked as waiting and until when; nobody else does.
    button.click()
    waiting = page.locator(".message--waiting")
    expect(waiting).to_contain_text(FIRST_WORDS)
    expect(waiting.locator(".waiting")).to_contain_text(re.compile(r"\d{1,2}\.\d{2}"))
    visitor.page.reload()
    expect(visitor.page.locator("main")).not_to_contain_text(FIRST_WORDS)

    # Salla sees it on the desk, claims it, and lets exactly that text through.
    salla = someone().sign_in("Salla", "salla")
    desk = salla.go("/fi/d/")
    desk.locator(".queue__item a").last.click()
    expect(desk.locator(".revision")).to_contain_text(FIRST_WORDS)
    desk.locator("form[action$='/claim/'] button").click()
    desk.locator("form[action$='/approve/'] button").click()

    # Mikko sees it appear without reload; a visitor without scripts finds it behind the link.
    expect(mikko.page.locator("[data-list]")).to_contain_text(FIRST_WORDS, timeout=5000)
    visitor.page.locator("a[rel=next][href*='after=']").click()
    expect(visitor.page.locator("main")).to_contain_text(FIRST_WORDS)

    # A verified psychologist answers; the label stands in words before the text.
    laine = someone().sign_in("Laine", "laine")
    laine.go(topic)
    laine.page.fill(".composer textarea[name=body]", "Ensimmäisinä öinä uni on usein katkonaista.")
    laine.page.locator(".composer .actions button").click()
    answer = mikko.page.locator(".message--professional", has_text="katkonaista")
    expect(answer).to_be_visible(timeout=5000)
    words = answer.inner_text()
    assert words.index("Psykologi") < words.index("katkonaista") and "Dr. Laine" in words
    assert re.search(r"\d{4}", answer.locator(".byline__checked").inner_text())

    # A plain member cannot get such a label by any form field.
    aino.go(topic)
    forged = page.evaluate(
        """async () => {
          const form = document.querySelector('form.composer'), data = new FormData(form)
          data.set('body', 'Olen psykologi'); data.set('wearing', 'professional')
          data.set('hat_kind', 'professional'); data.set('approved', '1')
          return (await fetch(form.action, { method: 'POST', body: data })).status
        }"""
    )
    assert forged == 400
    aino.go(topic)
    expect(page.locator("main")).not_to_contain_text("Olen psykologi")

    # Aino asks for a seat; Ville gives it, checks in and opens the session.
    aino.go("/fi/g/").get_by_role("link", name=GROUP).click()
    page.locator("form[action$='/ask/'] button").click()
    ville = someone().sign_in("Ville", "ville")
    ville.go("/fi/g/").get_by_role("link", name=GROUP).click()
    ville.page.locator("li", has_text="Aino").locator("button[value=give]").click()
    ville.page.locator("form[action$='/open/'] button").click()
    group = re.search(r"/fi/g/[a-z2-7]{16}/", ville.page.url).group()
    ville.go(f"{group}room/")

    # Aino, Mikko and Ruska talk live; Mikko's line can be pulled.
    cable = Cable(site.port)
    ruska = someone().sign_in("Ruskametsä", "ruska")
    for guest in (aino, ruska):
        guest.go(group)
        enter_room(guest.page)
    mikko.page.goto(f"{cable.url}{group}")
    enter_room(mikko.page)
    say(page, "Iltaa kaikille.")
    for listener in (mikko, ruska, ville):
        expect(listener.page.locator(".room__log")).to_contain_text("Iltaa kaikille.")

    # He loses the connection for ten seconds and returns: nothing lost, nothing doubled.
    cable.pull()
    missed = [f"Viesti {number}" for number in range(1, 6)]
    for words in missed:
        say(page, words)
    say(mikko.page, "Kirjoitin tämän hississä.")
    time.sleep(10)
    assert not set(missed) & set(said(mikko.page))
    cable.put_back()
    expected = ["Iltaa kaikille.", *missed, "Kirjoitin tämän hississä."]
    for listener in (mikko, aino, ruska, ville):
        expect(listener.page.locator(SAID)).to_have_text(expected, timeout=30_000)

    # Ville removes a person, whose connection closes within two seconds.
    bar = ville.page.locator(".room__bar")
    bar.locator("details", has=ville.page.locator("button[name=seat]")).locator("summary").click()
    bar.locator("button[name=seat]", has_text="Ruskametsä").click()
    before = time.monotonic()
    expect(ruska.page.locator("form[data-say] button")).to_be_disabled(timeout=2000)
    assert time.monotonic() - before < 2
    assert ruska.page.request.get(f"{site.url}{group}room/").status == 404

    # Aino presses "leave fast": blank at once, then a neutral site; Back shows nothing.
    page.evaluate(
        """() => {
          document.querySelector('quick-exit a').addEventListener('click', () => {
            window.left = performance.now()
          }, { capture: true })
        }"""
    )
    page.locator("quick-exit a").click()
    page.wait_for_url(site.weather_url)
    page.go_back()
    page.wait_for_load_state()
    assert "Iltaa" not in page.content() and "Rinnalla" not in page.content()
    assert "Aino" not in page.content()

    # A child opens a page of the youngest door: no cookie, no storage, no script, nobody else.
    child = someone(width=360)
    child.go("/fi/c/")
    child.page.locator("main a").first.click()
    child.page.locator("main a").first.click()
    assert child.context.cookies() == []
    assert child.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert child.page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert child.page.locator("script, form, input, textarea").count() == 0
    for person in (aino, mikko, visitor, salla, laine, ville, ruska, child):
        assert person.outside == [], "a page asked somebody else"
    cable.close()
