"""Every page of the evening: axe finds nothing, nothing scrolls sideways, nothing asks others."""

import pytest

from .circles import open_circle
from .reading import NARROW, Reader

pytestmark = [pytest.mark.browser]

# Every message there is read first, so that a member's own one waits.
READ_FIRST = "Lapselle kertominen ja lapsen tunteet"
OPEN_BOARD = "Ensimmäiset päivät ja viikot"
PLAIN = [
    "/fi/q/", "/fi/a/new/", "/fi/a/in/", "/fi/s/before/", "/fi/s/leaving/", "/fi/s/rules/",
    "/fi/s/now/",
]  # fmt: skip
OTHERS = ["/sv/", "/en/", "/sv/r/", "/en/b/", "/sv/b/", "/en/g/", "/sv/a/new/", "/en/s/now/"]
OTHERS += ["/sv/s/before/", "/en/c/", "/sv/c/5-8/"]
OWN = [
    "/fi/a/here/", "/fi/a/two/", "/fi/a/two/app/", "/fi/a/two/key/", "/fi/a/sheet/", "/fi/a/post/",
    "/fi/a/yes/", "/fi/a/words/", "/fi/a/task/", "/fi/s/", "/fi/s/changes/", "/fi/s/k/", "/fi/n/",
    "/fi/n/choose/", "/fi/i/", "/fi/i/c/", "/fi/i/h/", "/fi/i/l/",
]  # fmt: skip
MAIN_BUTTON = "main form .actions button.button:not(.button--quiet)"


@pytest.fixture
def reader(someone):
    """A window at 320 px whose pages are looked at; what was found is said at the end."""
    opened = []

    def open_reader(*signing_in: str) -> Reader:
        person = someone(width=NARROW)
        if signing_in:
            person.sign_in(*signing_in)
        opened.append(Reader(person))
        return opened[-1]

    yield open_reader


def test_AC_01_pages_anybody_may_open(reader):
    visitor = reader()
    visitor.see("/fi/", wide=True)
    visitor.see("/fi/r/")
    visitor.see(visitor.way("main .card__title a"), wide=True)
    visitor.see("/fi/b/")
    visitor.see(visitor.way(f"main a:has-text('{OPEN_BOARD}')"), wide=True)
    visitor.see(visitor.way(".topic-list a"), wide=True)
    for path in PLAIN:
        visitor.see(path)
    visitor.see("/fi/g/")
    visitor.see(visitor.way("main .card__title a"))
    visitor.finish()


def test_AC_01_pages_in_other_languages(reader):
    visitor = reader()
    for path in OTHERS:
        visitor.see(path)
    visitor.finish()


def test_CH_02_pages_of_children(reader):
    child = reader()
    child.see("/fi/c/", wide=True)
    for band in ("5-8", "9-12", "13-17"):
        child.see(f"/fi/c/{band}/")
        child.see(child.way("main a.child-card"), wide=True)
        child.see(f"/fi/c/{band}/t/")
    child.finish()


def test_AC_01_pages_of_a_member_and_of_the_desk(reader):
    member = reader("Koivunlehti", "koivu")
    page = member.see("/fi/b/")
    member.see("/fi/a/")
    member.see("/fi/a/welcome/")
    page.goto(f"{member.someone.site.url}/fi/b/")
    board = member.way(f"main a:has-text('{READ_FIRST}')")
    member.see(f"{board}new/")
    page.fill("[name=title]", "Sanat" + "jotkaovatpitkiä" * 6)
    page.fill("[name=body]", "Luemme iltasatua kahdessa kodissa.")
    page.locator(".composer .actions button").click()
    page.locator(".message--waiting").wait_for()
    member.look(wide=True)
    member.see(member.way(".message__actions a"))
    member.see(board)

    salla = reader("Salla", "salla")
    desk = salla.see("/fi/d/", wide=True)
    salla.see(desk.locator(".queue__item a").last.get_attribute("href"), wide=True)
    desk.locator("form[action$='/claim/'] button").click()
    salla.look()
    salla.is_refused = True
    desk.locator("form[action$='/decline/'] .actions button").click()
    desk.locator(".error-summary").wait_for()
    salla.look()
    member.finish()
    salla.finish()


def test_AC_01_pages_of_ones_own(reader):
    member = reader("Harmaa lokki", "lokki")
    page = member.see("/fi/a/", wide=True)
    for path in OWN:
        member.see(path)
    # The codes that are shown once; a copy that waits; everything hidden; a name that is blocked.
    for path, mark, undo in (
        ("/fi/a/sheet/", ".sheet", ""),
        ("/fi/i/c/", "main form[action$='/no/']", "main form[action$='/no/'] button"),
        ("/fi/i/h/", "main form[action$='/h/no/']", "main form[action$='/h/no/'] button"),
    ):
        member.someone.go(path)
        page.locator(MAIN_BUTTON).first.click()
        page.locator(mark).wait_for()
        member.look()
        if undo:
            page.locator(undo).click()
            page.locator(mark).wait_for(state="detached")
    member.someone.go("/fi/b/")
    member.someone.go(member.way(f"main a:has-text('{OPEN_BOARD}')"))
    member.someone.go(member.way(".topic-list a"))
    member.see(member.way(".message__actions a[href*='/s/k/']"))
    page.locator(MAIN_BUTTON).click()
    page.wait_for_url("**/s/k/done/")
    member.look()
    member.see("/fi/s/k/")
    page.locator("main form[action$='/lift/'] button").click()
    page.locator("main form[action$='/lift/']").wait_for(state="detached")
    member.finish()


def test_AC_01_pages_of_the_coordinator(reader):
    """Our part of the editors' interface; its frame is Wagtail's own and has no way out yet."""
    outi = reader("Outi", "outi")
    outi.within = ".people"
    page = outi.see("/editor/people/")
    person = outi.way(".people__list a:has-text('Laine')")
    outi.see("/editor/people/new/")
    outi.see(person)
    outi.see(outi.way("a[href$='/right/']"))
    outi.is_refused = True
    page.locator(".people__form button.button").click()
    page.locator(".people__form [aria-invalid=true]").first.wait_for()
    outi.look()
    outi.finish()


def test_AC_01_pages_of_a_group(reader, site):
    circle = open_circle(site, "Marraskuun ryhmä", "Koivunlehti")
    ville = reader("Ville", "ville")
    ville.see(circle)
    ville.see(f"{circle}room/")
    bar = ville.page.locator(".room__bar details summary")
    for number in range(bar.count()):
        bar.nth(number).click()
    ville.look(wide=True)
    member = reader("Koivunlehti", "koivu")
    member.see(circle)
    member.see(f"{circle}agreement/")
    member.page.check("main form input[type=checkbox]")
    member.page.click("main form button.button")
    member.page.fill("form[data-say] textarea", "Hei.")
    member.page.click("form[data-say] button.button")
    member.page.locator(".say--own:not(.say--waiting)").wait_for()
    member.look(wide=True)
    ville.page.locator("form[action$='/close/'] button").click()
    member.see(f"{circle}room/")
    ville.finish()
    member.finish()


def test_AC_01_states_in_between(reader):
    visitor = reader()
    page = visitor.see("/fi/a/new/")
    page.fill("[name=pseudonym]", "")
    visitor.is_refused = True
    page.click("main form button.button")
    page.locator(".error-summary").wait_for()
    visitor.look(wide=True)
    visitor.see("/fi/nothing-here/", status=404)
    visitor.see("/fi/d/", status=404)
    visitor.someone.context.clear_cookies()
    page.goto(f"{visitor.someone.site.url}/fi/a/in/")
    visitor.someone.context.clear_cookies()
    visitor.is_refused = True
    page.locator("main form button.button").click()
    page.wait_for_load_state()
    visitor.look()
    page.goto(f"{visitor.someone.site.url}/leave/")
    visitor.see("/fi/b/")
    visitor.finish()


def test_EX_11_forms_carry_their_own_origin(someone, site):
    """Under `no-referrer` Chromium sends `Origin: null`, and every form is refused."""
    visitor = someone()
    visitor.go("/fi/a/in/")
    with visitor.page.expect_request(lambda request: request.method == "POST") as sent:
        visitor.page.click("main form button.button")
    assert sent.value.all_headers()["origin"] == site.url
    assert visitor.page.locator(".error-summary").count() == 1
