"""What each children's page shows, and where its choices lead. Asks queries; knows no reader."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from cms.bands import Band
from cms.models import ChildDoorPage, ChildPage, ChildrenHomePage

from . import pictures, queries


def doors_page(home_page: ChildrenHomePage) -> dict:
    """What the page with the doors shows."""
    language = home_page.locale.language_code
    return {
        **_frame(language, Band.QUESTIONS),
        "doors": queries.doors(language),
        "alternates": _languages("children:doors"),
    }


def door_page(behind: ChildDoorPage) -> dict:
    """What stands behind a door."""
    return {
        **_frame(behind.locale.language_code, behind.band),
        "pages": queries.pages(behind),
        "talk_picture": pictures.TALK,
        "alternates": _languages("children:door", behind.band),
    }


def child_page(shown: ChildPage) -> dict:
    """One page and where its choices lead."""
    language, band = shown.locale.language_code, shown.door.band
    return {
        **_frame(language, band),
        "ways": _ways(shown),
        "alternates": _same_in(shown),
    }


def talk_page(language: str, band: str) -> dict:
    """The lines of a door."""
    return {**_frame(language, band), "alternates": _languages("children:talk", band)}


def nowhere_page(language: str, band: str, slug: str) -> dict:
    """The same page in other languages, if there is one."""
    other = queries.anywhere(slug)
    return {**_frame(language, band), "alternates": _same_in(other) if other else []}


def _frame(language: str, band: str) -> dict:
    """What every page has: its band, and the way to an adult at the same place (CH-08)."""
    return {
        "band": str(band),
        "lines": list(queries.lines(language, band)),
        "help_url": reverse("children:talk", args=[band]),
    }


def _ways(shown: ChildPage) -> list[dict]:
    """The choices of a page with their addresses; one that leads nowhere is left out."""
    band = shown.door.band
    addresses = {
        "talk": reverse("children:talk", args=[band]),
        "doors": reverse("children:doors"),
        "leave": settings.LEAVE_TARGET,
    }
    for other in queries.pages(shown.door):
        addresses.setdefault(other.kind, other.address())
    values = [choice.value for choice in shown.choices]
    return [
        {"symbol": value["symbol"], "text": value["text"], "url": addresses[value["to"]],
         "leaves": value["to"] == "leave"}
        for value in values
        if value["to"] in addresses
    ]  # fmt: skip


def _same_in(shown: ChildPage) -> list[dict]:
    """The same page in the languages that have it."""
    others = shown.get_translations(inclusive=True).live().select_related("locale")
    slugs = {other.locale.language_code: other.slug for other in others}
    return [
        _way(code, "children:page", shown.door.band, slugs[code])
        for code, _name in settings.LANGUAGES
        if code in slugs
    ]


def _languages(name: str, *args: str) -> list[dict]:
    return [_way(code, name, *args) for code, _name in settings.LANGUAGES]


def _way(code: str, name: str, *args: str) -> dict:
    with translation.override(code):
        url = reverse(name, args=args)
    label = translation.get_language_info(code)["name_local"]
    return {"code": code, "label": label, "url": url, "exists": True}
