"""Questions about children's pages. There is no viewer: nobody knows who reads."""

from django.db.models import QuerySet

from cms.models import ChildDoorPage, ChildPage, ChildrenHomePage, ContactLine, ContactWords


def home(language: str) -> ChildrenHomePage | None:
    """The page with the three doors."""
    return _shown(ChildrenHomePage.objects, language).first()


def doors(language: str) -> QuerySet[ChildDoorPage]:
    """The doors of a language, youngest first."""
    return _shown(ChildDoorPage.objects, language).order_by("path")


def door(language: str, band: str) -> ChildDoorPage | None:
    """One door."""
    return doors(language).filter(band=band).first()


def page(language: str, band: str, slug: str) -> ChildPage | None:
    """One page, found only behind its own door."""
    behind = door(language, band)
    return next((found for found in pages(behind) if found.slug == slug), None) if behind else None


def pages(behind: ChildDoorPage) -> list[ChildPage]:
    """Everything behind a door, in the editors' order, each knowing its door."""
    language = behind.locale.language_code
    found = list(_shown(ChildPage.objects, language).child_of(behind).order_by("path"))
    for each in found:
        each.door = behind
    return found


def lines(language: str, band: str) -> QuerySet[ContactWords]:
    """Whom a child of this band can call, with what is read before calling (CH-14)."""
    return (
        ContactWords.objects.filter(line__locale__language_code=language, band=band)
        .select_related("line")
        .order_by("place", "pk")
    )


def stale_numbers(band: str, language: str) -> list[str]:
    """The lines of a door that nobody has checked for too long (CH-08)."""
    lines_of = ContactLine.objects.filter(locale__language_code=language, words__band=band)
    return [str(line) for line in lines_of.stale().distinct()]


def stale_lines() -> QuerySet[ContactLine]:
    """Every line that has to be checked again, with its owner."""
    return ContactLine.objects.stale().select_related("owner", "locale").order_by("checked_on")


def anywhere(slug: str) -> ChildPage | None:
    """The page of this address in whichever language has it."""
    return ChildPage.objects.live().public().filter(slug=slug).first() if slug else None


def _shown(found, language: str) -> QuerySet:
    return found.live().public().filter(locale__language_code=language).select_related("locale")
