"""What was acknowledged survives a killed server, once, and people are still signed in."""

import json

import pytest
from playwright.sync_api import WebSocket, expect

from .circles import open_circle
from .conftest import Someone

pytestmark = [pytest.mark.browser]

POSTED = "Tämän viestin jälkeen sähköt menivät."
LIVE = ["Kuulitteko te tämän?", "Kirjoitin tämän pimeässä."]
SAID = ".room__log li[data-seq] .say__text"


def enter(person: Someone, circle: str) -> Someone:
    page = person.go(f"{circle}agreement/")
    page.check("main form input[type=checkbox]")
    page.click("main form button.button")
    expect(page.locator(".room__log")).to_be_attached()
    return person


def form_of(person: Someone, words: str) -> dict[str, str]:
    """What the form on this page would send with these words."""
    fields = person.page.locator("form.composer [name]:not([type=radio])").all()
    return {one.get_attribute("name"): one.input_value() for one in fields} | {"body": words}


def test_an_acknowledged_word_survives_and_is_there_once(someone, site):
    circle = open_circle(site, "Lokakuun ryhmä", "Harmaa lokki", "Vanha omenapuu")
    speaker = someone().sign_in("Harmaa lokki", "lokki")
    listener = enter(someone().sign_in("Vanha omenapuu", "omena"), circle)

    # A message of a topic: acknowledged, and in that moment the server is gone.
    page = speaker.go("/fi/b/")
    page.locator("main a:has-text('Raha ja koti')").first.click()
    topic = page.locator(".topic-list a").first.get_attribute("href")
    speaker.go(topic)
    action = site.url + page.locator("form.composer").get_attribute("action")
    form = form_of(speaker, POSTED)
    answer = speaker.context.request.post(action, form=form, max_redirects=0)
    site.kill()
    assert answer.status == 302
    site.start()
    speaker.go(f"{topic}?last=1")
    expect(page.locator(".message__text", has_text=POSTED)).to_have_count(1)
    # Whoever did not hear the answer sends again; it stays one message.
    again = speaker.context.request.post(action, form=form, max_redirects=0)
    assert again.status == 302
    page.reload()
    expect(page.locator(".message__text", has_text=POSTED)).to_have_count(1)

    # The same in a live room: the server is killed on the very word "said".
    cuts: list[None] = []

    def power_cut() -> None:
        if not cuts:
            cuts.append(site.kill())

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: is_said(frame) and power_cut())

    page.on("websocket", listen)
    enter(speaker, circle)
    page.fill("form[data-say] textarea", LIVE[0])
    page.click("form[data-say] button.button")
    page.wait_for_timeout(1000)
    assert cuts, "the word was never acknowledged"
    page.fill("form[data-say] textarea", LIVE[1])
    page.click("form[data-say] button.button")
    site.start()
    for person in (speaker, listener):
        expect(person.page.locator(SAID)).to_have_text(LIVE, timeout=30_000)
    page.reload()
    expect(page.locator(SAID)).to_have_text(LIVE)
    assert page.locator(".say--own").count() == len(LIVE)


def is_said(frame: str) -> bool:
    return json.loads(frame).get("type") == "said"
