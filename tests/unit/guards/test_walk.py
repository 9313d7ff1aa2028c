"""Whoever walks through the whole site meets nothing that tells of others, and no telling words.

The people of the world act at odd minutes that stand nowhere else; so whatever shows one of those
minutes, in whichever form, shows when somebody did something (PB-05).
"""

import re
from datetime import datetime

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone, translation

from community.accounts.models import User
from community.core import limits, telling
from community.core.refs import PATTERN
from forum.discussion import services
from forum.discussion.models import Byline

from .addresses import every_address
from .crawl import Page, walk

# One worker walks; the others have other files.
pytestmark = pytest.mark.xdist_group("walk")
DEVICE = "KettuPuhelin/7.3"
# The minute in which others signed up, wrote, and were last here: 16.43, 17.37 and 17.53.
JOINED, WROTE, LAST_HERE = "16:43:11", "17:37:23", "17:53:47"
DAY = "2026-11-15"
# One's own page may say when one's own things happened or are due (MC-05, EX-19, ID-18).
OWN_TIMES = re.compile(r"^/\w\w/(s/changes|a)/")
POSTS = 13  # as many as no page counts by itself


def at(evening, clock: str) -> None:
    evening.move_to(f"{DAY} {clock}+02:00")


@pytest.fixture
def told(evening, wing, person, request):
    """Mikko signs up, writes thirteen messages and comes back, each in a minute of its own."""
    at(evening, JOINED)
    world = request.getfixturevalue("world")
    at(evening, WROTE)
    mikko = User.objects.get(pseudonym="Mikko")
    with limits.lifted():
        for number in range(POSTS - Byline.objects.filter(person=mikko).count()):
            services.reply(world.topic, body=f"Viesti {'x' * number}.", by=mikko)
    let_through = request.getfixturevalue("let_through")
    for byline in Byline.objects.filter(person=mikko, shown_at=None, topic=world.topic.pk):
        let_through(byline.post)
    at(evening, LAST_HERE)
    browser = Client(headers={"user-agent": DEVICE})
    browser.force_login(mikko)
    browser.get("/fi/")
    evening.move_to("2026-11-17 19:00:00+02:00")
    cache.clear()
    return world


# One walk a person serves every test of this file; what was read does not change.
_walked: dict[str, dict[str, Page]] = {}
_keys: dict[str, set[str]] = {}


@pytest.fixture(params=["visitor", "aino", "stranger"])
def pages(request) -> dict[str, Page]:
    """Everything one can reach, as a visitor, as Aino who writes there, as somebody else."""
    if request.param not in _walked:
        world = request.getfixturevalue("told")
        _walked[request.param] = _walk_as(request, world)
        _keys[request.param] = {
            str(key)
            for model in (User, Byline)
            for key in model.objects.values_list("pk", flat=True)
        }
    return _walked[request.param]


def _walk_as(request, world) -> dict[str, Page]:
    person, signed_in = map(request.getfixturevalue, ("person", "signed_in"))
    client = Client()
    if request.param == "aino":
        client = signed_in(User.objects.get(pseudonym="Aino"))
    if request.param == "stranger":
        client = signed_in(person("Vieras"))
    start = ["/fi/", *(each.path(world.things) for each in every_address())]
    with limits.lifted():
        return walk(client, [path for path in start if path.startswith("/fi/")])


def shown(pages: dict[str, Page]) -> list[Page]:
    return [page for page in pages.values() if page.html]


def whole(pages: dict[str, Page]) -> list[Page]:
    """Pages a window can show, without the pieces that live pages ask for."""
    return [page for page in shown(pages) if "<html" in page.html]


def forms_of(moment: str) -> list[str]:
    """How a minute could be written: as people do, as machines do, as seconds since 1970."""
    hour, minute, second = moment.split(":")
    when = timezone.make_aware(datetime.fromisoformat(f"{DAY}T{moment}"))
    utc = f"{int(hour) - 2:02d}"
    return [
        *(f"{h}{sign}{minute}" for h in (hour, utc, str(int(hour) - 12)) for sign in ".:"),
        str(int(when.timestamp()))[:8],
    ]


def test_PB_04_PB_05_no_page_says_when_somebody_did_something(pages):
    minutes = [form for moment in (JOINED, WROTE, LAST_HERE) for form in forms_of(moment)]
    for page in shown(pages):
        found = [form for form in minutes if re.search(rf"(?<![\d.]){re.escape(form)}", page.html)]
        assert not found, (page.path, found)
        if not OWN_TIMES.match(page.path):
            assert not re.search(r"\d{4}-\d\d-\d\d[T ]\d\d:", page.html), page.path
        assert not any(tag == "time" or "datetime" in has for tag, has in page.parts.elements)


def test_PB_04_PB_06_no_page_counts_or_places_anybody(pages):
    words = re.compile(
        r"viimeksi paikalla|paikalla nyt|kirjoittaa parhaillaan|liittynyt|viestiä yhteensä"
        r"|last seen|online now|is typing|member since|joined on|posts by|near you|lähelläsi",
        re.IGNORECASE,
    )
    for page in shown(pages):
        text = " ".join(page.parts.texts)
        assert not words.search(text), page.path
        assert not re.search(rf"(?<![\d.]){POSTS}(?![\d.])\s*(viesti|posts|inlägg)", text), (
            page.path
        )
        assert DEVICE not in page.html and "KettuPuhelin" not in page.html, page.path
        keys = {key for _tag, has in page.parts.elements for key in has}
        tells = re.compile(r"data-.*(user|member|person|author|seen|joined|count|lat|lng|geo)")
        assert not any(tells.match(key) for key in keys), page.path


# Numbers that are no keys of anything: how large, how many, which step of a form.
PLAIN_NUMBERS = {
    "rows", "cols", "maxlength", "minlength", "min", "max", "step", "tabindex", "width", "height",
    "viewbox", "stroke-width", "content", "colspan", "aria-level", "d", "points", "cx", "cy", "r",
    "x", "y", "rx", "ry", "x1", "x2", "y1", "y2", "transform", "opacity", "start", "size",
    # A message's place in its own room, known to whoever is in the room (RT-06).
    "data-seq", "data-last",
    # Seconds of one's own session.
    "data-after", "data-idle", "data-warns", "data-ends", "data-left", "data-within",
}  # fmt: skip
NUMBERED_IDS = re.compile(r"(id_[\w-]+|day|line|say|m)[_-]\d+(_error|_helptext)?")
DRAWN = {"svg", "g", "path", "rect", "circle", "line", "polyline", "use"}


def test_PB_03_no_page_holds_a_number_of_the_database(pages):
    keys = next(_keys[who] for who, found in _walked.items() if found is pages)
    for page in shown(pages):
        for tag, has in page.parts.elements:
            for name, value in has.items():
                if (
                    name in PLAIN_NUMBERS
                    or tag in DRAWN
                    or (name == "id" and NUMBERED_IDS.fullmatch(value))
                ):
                    continue
                if name in {"for", "aria-labelledby", "aria-describedby"}:
                    continue
                if re.search(r"/room/\?after=\d+(#write)?$", value):  # as data-seq above
                    continue
                if name in {"href", "action", "src"} and value.startswith(("tel:", "#", "/static")):
                    continue
                found = [part for part in re.split(r"[/?&=:#]", value) if part.isdigit()]
                found = [part for part in found if part in keys or len(part) > 1]
                assert not found, (page.path, tag, name, value)


# Words of the code that stand in an address where a converter is: languages, doors, kinds.
KINDS_IN_ADDRESSES = {
    "fi", "sv", "en", "5-8", "9-12", "13-17", "page", "post", "topic", "seat", "message",
}  # fmt: skip


def test_PB_03_every_address_of_a_thing_is_an_opaque_reference(pages):
    words = {
        part
        for each in every_address()
        for part in re.split(r"[/^$\\.]", re.sub(r"<[^>]*>", "", each.route))
        if part
    } | KINDS_IN_ADDRESSES
    for path in pages:
        for part in path.split("?")[0].strip("/").split("/"):
            assert not part or part in words or re.fullmatch(PATTERN, part), path


def test_PB_03_there_is_no_list_or_search_of_people(pages):
    telling_names = re.compile(r"member|profile|people|user|person|directory|search")
    for each in every_address():
        # The coordinator's own pages are shut to everybody else (SE-10, MC-21).
        if not each.is_staff_side:
            assert not telling_names.search(f"{each.name} {each.route}"), each
    for page in shown(pages):
        kinds = {has.get("type", "") for tag, has in page.parts.elements if tag == "input"}
        asked = {key for path in pages for key in re.findall(r"[?&](\w+)=", path)}
        assert "search" not in kinds and not asked & {"q", "author", "by", "user", "name"}


def test_SE_02_no_page_carries_script_or_style_in_itself(pages):
    for page in shown(pages):
        for tag, has in page.parts.elements:
            assert not any(key.startswith("on") or key == "style" for key in has), page.path
            assert tag != "style" and (tag != "script" or has.get("src", "").startswith("/static/"))
            for key in ("src", "srcset", "action", "formaction", "poster", "data"):
                assert not re.match(r"(https?:)?//", has.get(key, "")), (page.path, key)
            if tag == "link":
                assert has["href"].startswith("/"), page.path


def test_EX_11_links_that_lead_away_tell_nobody_where_one_came_from(pages):
    outside = 0
    for page in shown(pages):
        for tag, has in page.parts.elements:
            if tag in {"a", "area", "form"} and re.match(r"https?://", has.get("href", "")):
                outside += 1
                assert "noreferrer" in has.get("rel", ""), (page.path, has["href"])
    assert outside  # the children's way out leads away from every page of theirs


# The front page and the guides hold no word of a member; people look for them.
MAY_BE_FOUND = re.compile(r"^/\w\w/(r/|r/\w+/)?$")


def test_PB_15_no_page_asks_to_be_found_or_previewed(pages, client, db):
    for page in whole(pages):
        metas = [has for tag, has in page.parts.elements if tag == "meta"]
        robots = [has["content"] for has in metas if has.get("name") == "robots"]
        assert all("noindex" in each for each in robots), page.path
        assert robots or MAY_BE_FOUND.match(page.path), page.path
        assert not any("property" in has or "twitter" in has.get("name", "") for has in metas)
        kinds = [has for tag, has in page.parts.elements if tag == "link"]
        assert not any(
            has.get("rel") in {"canonical", "manifest", "search", "next", "prev"}
            or "rss" in has.get("type", "")
            or "atom" in has.get("type", "")
            for has in kinds
        ), page.path
    for path in ("feed/", "rss/", "sitemap.xml", "atom.xml", "feeds/", "oembed/", "manifest.json"):
        assert client.get(f"/{path}").status_code == 404
        assert client.get(f"/fi/{path}").status_code == 404


def test_EX_01_AC_07_the_way_out_and_help_stand_on_every_page(pages):
    for page in whole(pages):
        ways = [
            index
            for index, (tag, has) in enumerate(page.parts.elements)
            if tag in {"a", "button", "input", "select", "textarea", "summary"}
        ]
        first_two = [page.parts.elements[index][1] for index in ways[:2]]
        leads_out = [has for has in first_two if "exit-bar__exit" in has.get("class", "")]
        assert leads_out, (page.path, first_two)
        assert "112" in page.html or "116" in page.html, page.path


def test_ID_01_guides_help_and_open_boards_need_no_account(told, client):
    """The one who reads is never sent to the door; who is, came to something of the members'."""
    found = walk(client, ["/fi/", "/fi/r/", "/fi/s/now/", "/fi/b/", "/fi/g/", "/fi/c/"])
    sent = {path for path, page in found.items() if page.answer.status_code in {302, 403}}
    assert all(re.search(r"/(new|ask|reply|before|a)/", path) for path in sent), sent
    open_pages = [path for path in found if re.match(r"/fi/(r|c|s|b|t|g)/", path)]
    assert len(open_pages) > 25
    assert {found[path].answer.status_code for path in open_pages if path not in sent} <= {200, 405}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_EX_07_no_title_address_or_icon_tells(told, signed_in, everybody, language):
    """History, tabs and lists of open windows show these; the heading says the truth."""
    with translation.override(language):
        start = [each.path(told.things) for each in every_address()]
    for client in (Client(), signed_in(everybody)):
        with limits.lifted():
            found = walk(client, [f"/{language}/", *(p for p in start if p[3:4] == "/")])
        for page in shown(found):
            title = page.parts.title.strip()
            assert title or "<html" not in page.html, page.path
            icons = [
                has.get("href", "")
                for tag, has in page.parts.elements
                if tag == "link" and "icon" in has.get("rel", "")
            ]
            for seen in (title, page.path, *icons):
                told_words = telling.words_in(seen.replace("/", " "), language)
                assert told_words == [], (page.path, seen, told_words)
