"""Notices in real browsers: the mark comes and goes live, and all of it works without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.browser]

MARK = ".drop__summary .news__dot"
ANSWER = "Meillä auttoi, että sovimme summat kerran vuodessa."


def test_EX_08_an_answer_marks_ones_corner_live_and_is_opened_without_scripts(someone):
    reader = someone().sign_in("Honkapolku", "mikko")
    plain = someone(scripts=False, width=360).sign_in("Honkapolku", "mikko")
    salla = someone().sign_in("Salla", "salla")
    page = reader.go("/fi/b/")
    page.locator("main a:has-text('Raha ja koti')").first.click()
    topic = page.locator(".topic-list a").first.get_attribute("href")

    # Without scripts: everything seen so far, and each answer of this discussion from now on.
    narrow = plain.go("/fi/n/")
    if narrow.locator("form[action$='/seen/'] button").count():
        narrow.click("form[action$='/seen/'] button")
    assert narrow.locator(MARK).count() == 0
    plain.go(topic)
    narrow.click("#following summary")
    narrow.check("#following [value=watch]")
    narrow.click("#following button")
    expect(narrow.locator("#following [value=watch]")).to_be_checked()

    # She reads something else while Salla answers; the mark appears by itself.
    page = reader.go("/fi/s/rules/")
    assert page.locator(MARK).count() == 0
    written = salla.go(topic)
    written.fill(".composer [name=body]", ANSWER)
    written.check(".composer [name=wearing][value=volunteer]")
    written.click(".composer .actions button")
    expect(written.locator(".message__text", has_text=ANSWER)).to_have_count(1)
    expect(page.locator(MARK)).to_be_attached()

    # Opening it, still without scripts, marks it as seen; the mark goes from the other window.
    narrow = plain.go("/fi/n/")
    assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")
    narrow.locator(".news--new .news__open").first.click()
    expect(narrow.locator(".message__text", has_text=ANSWER)).to_have_count(1)
    expect(page.locator(MARK)).to_have_count(0)
    plain.go("/fi/n/")
    assert narrow.locator(".news--new").count() == 0
    assert reader.outside == plain.outside == []
