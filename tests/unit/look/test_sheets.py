"""What our style sheets may not do: name colours, know left and right, shout, or weigh much."""

import gzip
import re

import pytest
from django.http import Http404

from community.core import sheets
from community.core.sheets import SHEETS

from .sheets import CSS, STATIC, TOKEN_FILES, without_comments

SHEET_FILES = sorted(CSS.rglob("*.css"))
NAMES = [str(sheet.relative_to(CSS)) for sheet in SHEET_FILES]
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)"
    r"|left|right|top|bottom|min-width|max-width|width|min-height|max-height|height)\s*:"
    r"|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(|:\s*(?:white|black)\b")
LIGHT = re.compile(r"@media[^{]*")


def read(name: str) -> str:
    return without_comments((CSS / name).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_LA_02_only_logical_properties(name):
    assert not PHYSICAL.search(LIGHT.sub("", read(name)))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TOKEN_FILES])
def test_colours_come_from_tokens(name):
    assert not COLOUR.search(read(name))


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("utilities.css", "reset.css")])
def test_nothing_shouts(name):
    assert "!important" not in read(name)


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("app.css", "type.css")])
def test_every_rule_stands_in_a_layer(name):
    assert read(name).strip().startswith("@layer ")


@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_says_what_it_is_for(name):
    assert (CSS / name).read_text().startswith("/* ")


@pytest.mark.parametrize("name", NAMES)
def test_only_tokens_that_exist(name):
    known = set(re.findall(r"(--[\w-]+):", "".join(read(other) for other in NAMES)))
    used = set(re.findall(r"var\((--[\w-]+)\)", read(name)))
    assert used <= known


def test_every_named_sheet_is_there_and_every_sheet_is_named():
    named = {f"{name}.css" for names in SHEETS.values() for name in names}
    assert named == set(NAMES)


@pytest.mark.parametrize(("kind", "most"), [("page", 9_000), ("bare", 4_000), ("child", 6_000)])
def test_PF_01_the_sheet_of_a_page_is_light(kind, most):
    assert len(gzip.compress(sheets.joined(kind).encode())) <= most


@pytest.mark.parametrize("kind", SHEETS)
def test_a_joined_sheet_points_only_to_files_of_ours(kind):
    for address in re.findall(r"url\(([^)]*)\)", sheets.joined(kind)):
        assert address.startswith('"/static/')
        assert (STATIC / address.strip('"').removeprefix("/static/")).exists()


def test_the_layers_are_ordered_before_anything_else():
    for kind in ("page", "bare", "child"):
        assert sheets.joined(kind).startswith("@layer reset, tokens, base")


def test_a_sheet_is_kept_for_ever_only_under_its_own_mark(rf):
    kept = sheets.sheet(rf.get("/"), "page", sheets.address("page").split(".")[1])
    old = sheets.sheet(rf.get("/"), "page", "0")
    assert "immutable" in kept["Cache-Control"]
    assert old["Cache-Control"] == "no-store"
    assert old.content == kept.content


def test_no_other_kind_is_joined(rf):
    with pytest.raises(Http404):
        sheets.sheet(rf.get("/"), "../settings", "0")


def test_PF_05_fonts_are_few_and_light():
    fonts = list(CSS.rglob("*.woff2"))
    assert len(fonts) <= 2
    assert sum(font.stat().st_size for font in fonts) <= 60_000


def test_PF_01_crisis_pages_have_no_font_of_ours():
    assert "type" not in SHEETS["bare"]


def test_PF_06_drawings_are_light():
    for drawing in (STATIC / "icons").glob("*.svg"):
        assert drawing.stat().st_size <= 4_000, drawing.name
