"""Guides for parents from a text file of one language."""

import re
from pathlib import Path

from wagtail.rich_text import RichText

from cms.models import GuideIndexPage, GuidePage, HomePage
from community.core.text import render

from . import tree


def load(home: HomePage, file: Path) -> None:
    """The list of guides and each guide that is not there yet."""
    index = tree.once(
        GuideIndexPage,
        "guides",
        home,
        home.locale,
        lambda: GuideIndexPage(title=tree.NAME),
        slug="r",
    )
    for guide in tree.read(file).get("guide", []):
        tree.once(GuidePage, f"guide:{guide['key']}", index, home.locale, lambda g=guide: _page(g))


def _page(guide: dict) -> GuidePage:
    return GuidePage(
        title=guide["quiet_title"],
        heading=guide["title"],
        intro=guide["intro"],
        checked_on=guide["checked"],
        body=[("today", dict(guide["today"])), *_sections(guide)],
        sources=[("source", {"text": text}) for text in guide["sources"]],
    )


def _sections(guide: dict) -> list[tuple[str, object]]:
    blocks: list[tuple[str, object]] = []
    for section in guide["section"]:
        blocks.append(("heading", section["heading"]))
        blocks += [("paragraph", _rich(text)) for text in section["paragraphs"]]
        if section.get("list"):
            blocks.append(("points", [_whole_numbers(point) for point in section["list"]]))
    return blocks


def _rich(text: str) -> RichText:
    return RichText(str(render(_whole_numbers(text))))


def _whole_numbers(text: str) -> str:
    """A telephone number or an amount is not torn apart at the end of a line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", text)
