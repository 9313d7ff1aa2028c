"""Questions about guides: what is published, in whose language.

The viewer comes first as everywhere, and changes nothing here: these are public by law of the
page tree. What is published and open to all is shown to all (ID-01).
"""

from typing import TypedDict

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from .models import GuideIndexPage, GuidePage, HomePage


class Way(TypedDict):
    """One page in one language, as the language switch and the nearest-page list draw it."""

    code: str
    label: str
    url: str
    exists: bool
    title: str


def home(viewer: object, language: str) -> HomePage | None:
    """The first page of a language."""
    return _shown(HomePage.objects, language).first()


def guide_list(viewer: object, language: str) -> GuideIndexPage | None:
    """The page that lists the guides of a language."""
    return _shown(GuideIndexPage.objects, language).first()


def guides(viewer: object, language: str) -> QuerySet[GuidePage]:
    """The guides of a language, in the editors' order. Whoever reads: all of them (ID-01)."""
    return _shown(GuidePage.objects, language).order_by("path").defer("body", "sources")


def guide(viewer: object, language: str, slug: str) -> GuidePage | None:
    """One guide in this language."""
    return _shown(GuidePage.objects, language).filter(slug=slug).first()


def other_guides(viewer: object, page: GuidePage) -> QuerySet[GuidePage]:
    """What to read next: never a dead end."""
    return guides(viewer, page.locale.language_code).exclude(pk=page.pk)[:2]


def elsewhere(viewer: object, slug: str) -> list[Way]:
    """The same guide in the languages that have it, the site's order; empty if nobody has."""
    found = GuidePage.objects.live().public().filter(slug=slug).select_related("locale")
    key = found.values_list("translation_key", flat=True).first()
    pages = GuidePage.objects.live().public().filter(translation_key=key).select_related("locale")
    by_code = {page.locale.language_code: page for page in pages} if key else {}
    return [_way(code, by_code[code]) for code, _name in settings.LANGUAGES if code in by_code]


def alternates(page: Page) -> list[Way]:
    """This page in every language; where it is missing, its address says so kindly (LA-04)."""
    pages = (
        page.get_translations(inclusive=True).live().select_related("locale").specific(defer=True)
    )
    by_code = {other.locale.language_code: other for other in pages}
    return [_way(code, by_code.get(code), of=page) for code, _name in settings.LANGUAGES]


def _shown(pages, language: str) -> QuerySet:
    """Published, open to all, in this language."""
    return pages.live().public().filter(locale__language_code=language).select_related("locale")


def _way(code: str, page: Page | None, of: Page | None = None) -> Way:
    with translation.override(code):
        url = reverse("cms:guide", args=[(page or of).slug])
    return Way(
        code=code,
        label=translation.get_language_info(code)["name_local"],
        url=url,
        exists=page is not None,
        title=getattr(page, "heading", ""),
    )
