"""Guides: read without an account, in three languages, with addresses that tell nothing."""

import re

import pytest
from django.utils import translation

from cms.models import GuidePage, HomePage
from cms.seeding.tree import ref_of
from community.core import telling

LANGUAGES = ("fi", "sv", "en")
FIRST = f"r/{ref_of('guide:first_days')}/"


def guide(language: str, key: str = "first_days") -> GuidePage:
    return GuidePage.objects.get(locale__language_code=language, slug=ref_of(f"guide:{key}"))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [("", "/fi/"), ("sv", "/sv/"), ("en-GB,en;q=0.9", "/en/"), ("ru", "/fi/")],
)
def test_LA_01_the_root_leads_to_the_readers_language_without_a_cookie(
    wing, client, asked, answered
):
    answer = client.get("/", headers={"accept-language": asked})
    assert (answer.status_code, answer["Location"]) == (302, answered)
    assert not answer.cookies


@pytest.mark.parametrize("language", LANGUAGES)
def test_ID_01_a_guide_opens_without_an_account(wing, client, language):
    page = guide(language)
    answer = client.get(f"/{language}/{FIRST}")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert page.heading in html and page.intro in html
    assert f'lang="{language}"' in html
    assert not answer.cookies


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_every_guide_of_its_language_and_no_other(wing, client, language):
    html = client.get(f"/{language}/r/").content.decode()
    for page in GuidePage.objects.select_related("locale"):
        assert (page.heading in html) is (page.locale.language_code == language)


def test_PB_15_guides_may_be_found_and_members_places_may_not(wing, client):
    for path in ("/fi/", "/fi/r/", f"/fi/{FIRST}"):
        answer = client.get(path)
        assert answer["X-Robots-Tag"] == "all"
        assert b'name="robots"' not in answer.content
    assert client.get("/fi/a/in/")["X-Robots-Tag"] == "noindex, noarchive"


@pytest.mark.parametrize("language", LANGUAGES)
def test_EX_07_title_and_path_are_quiet_and_the_heading_tells_the_truth(wing, client, language):
    for page in GuidePage.objects.filter(locale__language_code=language):
        html = client.get(page.get_url()).content.decode()
        title = re.search(r"<title>(.*?)</title>", html, re.S).group(1)
        assert not telling.words_in(title, language)
        assert not telling.words_in(page.get_url(), language)
        assert f"<h1>{page.heading}</h1>" in html


def test_LA_04_the_language_switch_keeps_the_page(wing, client):
    html = client.get(f"/fi/{FIRST}").content.decode()
    for language in ("sv", "en"):
        assert f'href="/{language}/{FIRST}"' in html


def test_LA_04_a_missing_language_says_so_and_offers_the_nearest(wing, client):
    guide("sv").unpublish()
    answer = client.get(f"/sv/{FIRST}")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert guide("fi").heading in html and f'href="/fi/{FIRST}"' in html
    assert f'href="/en/{FIRST}"' in html
    assert guide("fi").intro not in html  # never the other language silently
    assert answer["X-Robots-Tag"] == "noindex, noarchive"


def test_a_guide_nobody_has_is_not_found(wing, client):
    assert client.get("/fi/r/nothinglikethis/").status_code == 404
    assert client.post(f"/fi/{FIRST}").status_code in {403, 405}


def test_a_translation_with_another_address_is_still_reached(wing, client):
    page = guide("sv")
    page.slug = "anotheraddress22"
    page.save()
    answer = client.get(f"/sv/{FIRST}")
    assert (answer.status_code, answer["Location"]) == (302, "/sv/r/anotheraddress22/")


def test_a_page_an_editor_keeps_private_is_not_shown(wing, client):
    from wagtail.models import PageViewRestriction

    page = guide("fi")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(page.get_url()).status_code == 404
    assert page.heading not in client.get("/fi/r/").content.decode()


def test_PF_a_guide_asks_the_database_at_most_ten_times(
    wing, client, django_assert_max_num_queries
):
    client.get(f"/fi/{FIRST}")
    with django_assert_max_num_queries(10):
        client.get(f"/fi/{FIRST}")


def test_the_first_page_offers_three_ways_and_the_childrens_door(wing, client):
    html = client.get("/fi/").content.decode()
    for target in ('href="/fi/r/"', 'href="/fi/c/"', "/fi/s/now/"):
        assert target in html


def test_the_first_page_stands_before_an_editor_has_written_one(db, client):
    HomePage.objects.all().delete()
    assert client.get("/fi/").status_code == 200
    assert client.get("/fi/r/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_view_live_leads_where_readers_are(wing, client, language):
    with translation.override("fi"):
        page = guide(language)
        assert page.get_url() == f"/{language}/{FIRST}"
        assert page.get_full_url().endswith(f"/{language}/{FIRST}")
        assert client.get(page.get_url()).status_code == 200
