"""Where one is signed in and for how long, in real browsers; a passkey; the word before the end."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("sessions")]

WORDS = "Kirje, jota en ehtinyt lähettää"


def session_cookie(person) -> dict:
    return next(one for one in person.context.cookies() if "session" in one["name"])


def test_ID_18_two_windows_are_seen_in_words_and_one_ends_the_other(someone):
    here = someone(width=360).sign_in("Puolukkavarpu", "puolukka")
    there = someone().sign_in("Puolukkavarpu", "puolukka")
    page = here.go("/en/a/here/")
    assert page.locator("main .card").count() == 2
    said = page.locator("main").inner_text()
    assert "this one" in said and "today" in said and not re.search(r"\d+\.\d+", said)
    page.click("text=Sign out there")
    assert page.locator("main .card").count() == 1
    assert "/a/in/" in there.go("/fi/a/").url
    assert "/a/in/" not in here.go("/fi/a/").url


def test_ID_16_the_cookie_stays_only_on_an_own_device(someone):
    shared = someone().sign_in("Sammalpolku", "sammal")
    assert session_cookie(shared)["expires"] == -1
    own = someone()
    own.go("/fi/a/in/")
    own.page.check("[name=own_device]")
    own.page.fill("[name=pseudonym]", "Sammalpolku")
    own.page.fill("[name=passphrase]", "lamppu ikkunalla sammal")
    own.page.click("main form button")
    own.page.wait_for_url("**/fi/b/")
    assert session_cookie(own)["expires"] > 0


def test_AC_08_the_end_is_said_two_minutes_before_and_can_be_put_off(someone):
    person = someone(width=360).sign_in("Iltakajo", "kajo")
    left = [90, 1800]
    person.page.route(
        "**/a/stay/",
        lambda route: route.fulfill(json={"left": left[route.request.method == "POST"]}),
    )
    person.page.clock.install()
    page = person.go("/fi/q/")
    warning = page.locator("session-end")
    assert warning.is_hidden()
    page.clock.fast_forward(28 * 60 * 1000 + 5000)
    warning.wait_for(state="visible")
    assert page.locator("#session-end").is_visible()
    warning.locator("button").click()
    warning.wait_for(state="hidden")
    assert page.url.endswith("/fi/q/")


def test_AC_08_without_scripts_what_was_typed_comes_back_after_signing_in(someone):
    person = someone(scripts=False, width=360).sign_in("Järviusva", "usva")
    page = person.go("/fi/b/")
    page.locator("main a:has-text('Kaksi kotia')").first.click()
    person.go(page.locator(".topic-list a").first.get_attribute("href"))
    page.fill(".composer [name=body]", WORDS)
    over = session_cookie(person)["name"]
    person.context.clear_cookies(name=over)
    page.click(".composer .actions button")
    assert page.locator("main textarea").input_value() == WORDS
    page.fill("[name=pseudonym]", "Järviusva")
    page.fill("[name=passphrase]", "lamppu ikkunalla usva")
    page.click("main form button")
    page.wait_for_url("**/t/**")
    assert page.locator(".composer [name=body]").input_value() == WORDS


def test_ID_09_a_passkey_is_made_and_then_opens_the_second_step(someone, site):
    person = someone()
    tools = person.context.new_cdp_session(person.page)
    tools.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasUserVerification": True,
               "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    # A passkey belongs to a name; 127.0.0.1 is none.
    base = site.url.replace("127.0.0.1", "localhost")
    page = person.page
    page.goto(f"{base}/fi/a/new/")
    page.fill("[name=pseudonym]", "Hiljainen piha")
    page.fill("[name=passphrase]", "lamppu ikkunalla piha")
    page.check("[name=adult]")
    page.check("[name=rules]")
    page.click("main form button")
    page.wait_for_url("**/a/welcome/")
    page.goto(f"{base}/fi/a/two/key/")
    page.click("pass-key button")
    page.wait_for_url("**/a/sheet/")
    person.context.clear_cookies()
    page.goto(f"{base}/fi/a/in/")
    page.fill("[name=pseudonym]", "Hiljainen piha")
    page.fill("[name=passphrase]", "lamppu ikkunalla piha")
    page.click("main form button")
    page.wait_for_url("**/a/step/")
    page.click("pass-key button")
    page.wait_for_url("**/fi/b/")


def test_ID_09_who_has_a_task_signs_in_with_a_code(someone):
    page = someone().sign_in("Helmi", "helmi").go("/editor/")
    assert page.url.endswith("/editor/")
