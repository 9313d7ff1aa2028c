"""Loading the content: complete, linked across languages, safe to run again."""

import pytest
from wagtail.models import GroupPagePermission, Page, Revision, Site

from cms import seeding
from cms.models import ChildPage, ContactLine, ContactWords, GuidePage, SafetyReview
from tests.unit.cms.wing import CONTENT, READERS

COUNTED = (Page, Revision, GuidePage, ChildPage, ContactLine, ContactWords, SafetyReview,
           GroupPagePermission, Site)  # fmt: skip


def counts() -> list[int]:
    return [model.objects.count() for model in COUNTED]


def test_loading_twice_changes_nothing(wing):
    before, texts = counts(), dict(GuidePage.objects.values_list("pk", "body"))
    seeding.load(CONTENT, people=wing, readers=READERS)
    assert counts() == before
    assert dict(GuidePage.objects.values_list("pk", "body")) == texts


def test_what_an_editor_changed_stays(wing):
    page = GuidePage.objects.first()
    page.heading = "Editorin oma otsikko"
    page.save_revision().publish()
    seeding.load(CONTENT, people=wing, readers=READERS)
    page.refresh_from_db()
    assert page.heading == "Editorin oma otsikko"


@pytest.mark.parametrize("kind", [GuidePage, ChildPage, ContactLine])
def test_translations_know_each_other(wing, kind):
    for page in kind.objects.filter(locale__language_code="fi"):
        languages = {other.locale.language_code for other in page.get_translations(inclusive=True)}
        assert languages >= {"fi", "sv"}


def test_every_guide_and_every_door_is_there_in_three_languages(wing):
    for language in ("fi", "sv", "en"):
        assert GuidePage.objects.live().filter(locale__language_code=language).count() == 3
        assert ChildPage.objects.live().filter(locale__language_code=language).count() == 6


def test_the_site_begins_at_our_first_page(wing):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific.get_url() == "/fi/"
    assert not Page.objects.filter(title__startswith="Welcome").exists()


def test_an_unknown_owner_is_said_aloud(db):
    with pytest.raises(KeyError):
        seeding.load(CONTENT, people={}, readers=READERS)
