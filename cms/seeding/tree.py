"""The trunk of the page tree: one site, one first page for each language. Writes no texts."""

import base64
import tomllib
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from cms.models import HomePage
from community.core.refs import LENGTH

NAME = "Rinnalla"
HOUSE = uuid.UUID("5f0d1c7e-8b1a-5a53-9d0f-6a5b9d2f4c11")
PageType = TypeVar("PageType", bound=Page)


def plant() -> dict[str, HomePage]:
    """The first page of every language, and the site that begins at the first of them."""
    root = Page.get_first_root_node()
    homes = {}
    for code, _name in settings.LANGUAGES:
        locale, _made = Locale.objects.get_or_create(language_code=code)
        homes[code] = once(HomePage, "home", root, locale, lambda: HomePage(title=NAME), slug=code)
    _open_site(homes[settings.LANGUAGE_CODE])
    return homes


def key_of(name: str) -> uuid.UUID:
    """The same key in every language and at every run: that is what links translations."""
    return uuid.uuid5(HOUSE, name)


def ref_of(name: str) -> str:
    """An opaque address that stays the same at every run."""
    return base64.b32encode(key_of(name).bytes[:10]).decode().lower()[:LENGTH]


def once(
    kind: type[PageType],
    name: str,
    parent: Page,
    locale: Locale,
    make: Callable[[], PageType],
    *,
    slug: str = "",
) -> PageType:
    """The page of this name in this language; made, checked by its gates and published if new."""
    there = kind.objects.filter(translation_key=key_of(name), locale=locale).first()
    if there:
        return there
    page = make()
    page.translation_key, page.locale, page.slug = key_of(name), locale, slug or ref_of(name)
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def read(file: Path) -> dict:
    """One text file; a language without one has nothing to load."""
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _open_site(home: HomePage) -> None:
    """The site begins at our first page; Wagtail's page of welcome goes."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": address.port or {"https": 443}.get(address.scheme, 80),
            "root_page": home.page_ptr,
            "site_name": NAME,
        },
    )
    for welcome in Page.objects.filter(depth=2, content_type__model="page"):
        welcome.delete()
