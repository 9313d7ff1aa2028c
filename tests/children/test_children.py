"""Every page of the children's side, crawled in three languages: nothing asked, nothing kept."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms import gates
from cms.bands import Band
from cms.models import ChildDoorPage, ChildPage, ContactWords
from cms.seeding.tree import ref_of
from community.core import telling

LANGUAGES = ("fi", "sv", "en")


class Links(HTMLParser):
    """Collects what a page links and which elements it holds."""

    def __init__(self, html: str):
        super().__init__()
        self.links, self.tags, self.sources = [], set(), []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.add(tag)
        if tag == "a":
            self.links.append(found.get("href", ""))
        elif "href" in found or "src" in found:
            self.sources.append(found.get("href") or found.get("src"))


def crawl(client: Client, language: str) -> dict[str, tuple]:
    """Every children's page reachable from the doors, with its answer and its parts."""
    waiting, seen = [f"/{language}/c/"], {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        answer = client.get(path)
        seen[path] = (answer, Links(answer.content.decode()))
        waiting += [link for link in seen[path][1].links if link.startswith(f"/{language}/c/")]
    return seen


@pytest.fixture(params=LANGUAGES)
def language(request) -> str:
    return request.param


@pytest.fixture
def pages(wing, client, language) -> dict[str, tuple]:
    found = crawl(client, language)
    assert len(found) == 1 + 3 + 6 + 3  # doors, behind each, its pages, its lines to call
    return found


def test_CH_01_no_page_sets_a_cookie(pages):
    for answer, _parts in pages.values():
        assert answer.status_code == 200
        assert not answer.cookies and "Set-Cookie" not in answer.headers


def test_CH_01_a_signed_in_parents_session_is_not_read(wing, signed_in, aino, language):
    client = signed_in(aino)
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = crawl(client, language)
    assert not [query["sql"] for query in asked if "django_session" in query["sql"]]
    assert not [query["sql"] for query in asked if "accounts_user" in query["sql"]]
    assert client.cookies[settings.SESSION_COOKIE_NAME].value == kept
    assert all(not answer.cookies and aino.pseudonym not in answer.content.decode()
               for answer, _parts in found.values())  # fmt: skip


def test_CH_01_after_leaving_fast_a_child_still_reads(wing, signed_in, aino):
    client = signed_in(aino)
    client.get("/leave/")
    assert "child" in client.get("/fi/c/5-8/").content.decode()


def test_CH_02_the_policy_lets_nothing_run_and_nothing_out(pages):
    for answer, parts in pages.values():
        policy = answer["Content-Security-Policy"]
        for rule in ("default-src 'none'", "script-src 'none'", "connect-src 'none'",
                     "form-action 'none'", "style-src 'self'", "img-src 'self'"):  # fmt: skip
            assert rule in policy
        assert all(re.match(r"/(?!/)", source) for source in parts.sources)  # own origin only
        assert 'style="' not in answer.content.decode()


def test_CH_03_nothing_is_written_anywhere(wing, client, language):
    with CaptureQueriesContext(connection) as asked:
        crawl(client, language)
    assert all(query["sql"].lstrip().upper().startswith("SELECT") for query in asked)


def test_CH_03_a_missing_page_leaves_no_line_in_the_log(wing, client, caplog):
    assert client.get("/fi/c/nothing/here/").status_code == 404
    assert not caplog.records


def test_CH_04_there_is_nothing_to_write_into_and_no_script(pages):
    for _answer, parts in pages.values():
        assert not parts.tags & {
            "input",
            "textarea",
            "form",
            "select",
            "button",
            "script",
            "iframe",
        }


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_CH_04_nothing_can_be_sent(wing, method):
    answer = getattr(Client(enforce_csrf_checks=True), method)("/fi/c/", {"body": "hei"})
    assert answer.status_code in {403, 405}
    assert not answer.cookies


def test_CH_05_a_page_belongs_to_one_door_only(wing, client):
    page = ChildPage.objects.get(slug=ref_of("child:main_5_8"), locale__language_code="fi")
    for band in Band.values:
        expected = 200 if band == Band.PICTURES else 404
        assert client.get(f"/fi/c/{band}/{page.slug}/").status_code == expected
    assert client.get("/fi/c/1-99/").status_code == 404


def test_CH_06_the_shipped_pages_keep_their_figures(wing):
    for page in ChildPage.objects.all():
        assert gates.check_figures(gates.measure(page.words()), page.door.band) == []
        assert page.findings() == []


def test_CH_08_an_adult_is_at_the_same_place_of_every_page(pages, language):
    for path, (answer, _parts) in pages.items():
        bar = re.search(r'<section class="child-help".*?</section>', answer.content.decode(), re.S)
        assert bar and f"/{language}/c/" in bar.group() and 'href="tel:' in bar.group(), path
        assert answer.content.decode().rstrip().endswith("</html>")


def test_CH_09_no_way_leads_into_the_forum_and_one_to_the_grown_ups(pages, language):
    for path, (_answer, parts) in pages.items():
        inside = [link for link in parts.links if link.startswith("/")]
        others = {link for link in inside if not re.match(r"/(fi|sv|en)/c/", link)}
        assert others == {f"/{language}/"}, path


def test_CH_10_each_door_says_what_happens_after_telling(wing):
    for door in ChildDoorPage.objects.all():
        page = ChildPage.objects.child_of(door).get(kind="unsafe")
        assert len(page.screens) >= 4 or door.band == Band.PICTURES
        assert page.readings() == {"protection", "violence"}


def test_CH_11_history_tells_nothing(pages, language):
    for path, (answer, _parts) in pages.items():
        title = re.search(r"<title>(.*?)</title>", answer.content.decode(), re.S).group(1)
        assert not telling.words_in(title, language)
        assert not telling.words_in(path, language)
        assert "og:" not in answer.content.decode()
        assert answer["X-Robots-Tag"] == "noindex, noarchive"


def test_CH_12_the_way_out_is_a_plain_link_to_the_neutral_site(pages):
    for _answer, parts in pages.values():
        assert parts.links[0] == settings.LEAVE_TARGET


def test_CH_14_what_a_child_reads_comes_before_the_number(wing, client, language):
    for band in Band.values:
        html = client.get(f"/{language}/c/{band}/t/").content.decode()
        main = html[html.index("<main") : html.index("</main>")]
        lines = ContactWords.objects.filter(line__locale__language_code=language, band=band)
        assert lines.count() >= 2
        for words in lines.select_related("line"):
            number = main.index(f'href="tel:{words.line.tel}"')
            for said in (words.who_answers, words.not_secret, words.example_1, words.example_2):
                assert said and 0 < main.index(_escaped(said)) < number


@pytest.mark.parametrize("name", ["who_answers", "ages", "when", "nameless", "not_secret",
                                  "example_1", "example_2"])  # fmt: skip
def test_CH_14_every_sentence_is_required(name):
    assert not ContactWords._meta.get_field(name).blank


def test_CH_16_a_note_for_the_grown_up_is_closed_until_asked_for(pages):
    notes = [answer.content.decode() for answer, parts in pages.values() if "details" in parts.tags]
    assert len(notes) == 3
    assert all("<details" in html and "<details open" not in html for html in notes)


def test_LA_04_the_same_page_in_another_language_is_one_link_away(wing, client):
    slug = ref_of("child:main_9_12")
    html = client.get(f"/fi/c/9-12/{slug}/").content.decode()
    assert f'href="/sv/c/9-12/{slug}/"' in html and f'href="/en/c/9-12/{slug}/"' in html


def test_LA_04_a_page_missing_in_a_language_says_so_in_the_childrens_frame(wing, client):
    slug = ref_of("child:main_9_12")
    ChildPage.objects.get(slug=slug, locale__language_code="sv").unpublish()
    answer = client.get(f"/sv/c/9-12/{slug}/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert f'href="/fi/c/9-12/{slug}/"' in html and f'href="/sv/c/9-12/{slug}/"' not in html
    assert "script-src 'none'" in answer["Content-Security-Policy"]


def test_PF_a_childs_page_asks_little(wing, client, django_assert_max_num_queries):
    path = f"/fi/c/9-12/{ref_of('child:main_9_12')}/"
    client.get(path)
    with django_assert_max_num_queries(10):
        client.get(path)


def test_CH_08_the_shipped_numbers_have_an_owner_and_a_day(wing):
    for words in ContactWords.objects.select_related("line"):
        assert words.line.owner_id and words.line.checked_on >= date(2026, 11, 1)


def _escaped(text: str) -> str:
    from django.utils.html import escape

    return escape(text)
