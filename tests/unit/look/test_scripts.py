"""What our scripts may not do: weigh much, store anything, send before the screen is blank."""

import gzip
import re

import pytest

from .sheets import STATIC, TEMPLATES

JS = STATIC / "js"
SCRIPTS = sorted(JS.rglob("*.js"))
EVERY_PAGE = ("app.js", "elements/quick-exit.js", "elements/growing-field.js")
TOPIC = (*EVERY_PAGE, "live.js", "fragment.js", "elements/live-topic.js")
ROOM = (*EVERY_PAGE, "live.js", "fragment.js", "elements/live-room.js")


def weight(names: tuple[str, ...]) -> int:
    return sum(len(gzip.compress((JS / name).read_bytes())) for name in names)


def test_PF_01_scripts_are_light():
    assert weight(EVERY_PAGE) <= 10_000
    assert weight(TOPIC) <= 25_000
    assert weight(ROOM) <= 60_000
    for script in SCRIPTS:
        assert len(gzip.compress(script.read_bytes())) <= 4_000, script.name


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_every_script_says_what_it_is_for(script):
    assert script.read_text().startswith("/**")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_EX_05_nothing_is_stored_on_the_device(script):
    text = script.read_text()
    assert not re.search(r"Storage\.(set|get)|indexedDB|document\.cookie|caches\.", text)
    assert not re.search(r"Notification|serviceWorker|\beval\b|new Function", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_imports_are_relative_so_that_names_can_be_hashed(script):
    for path in re.findall(r"""(?:from|import)\s+["']([^"']+)["']""", script.read_text()):
        assert path.startswith("."), path
        assert (script.parent / path).exists()


def test_EX_02_the_screen_is_blank_before_anything_is_sent():
    text = (JS / "elements" / "quick-exit.js").read_text()
    leaving = text[text.index("  async leave() {") :]
    order = [
        leaving.index(step) for step in ("blank()", "forget()", "heard(leave)", "replace(target")
    ]
    assert order == sorted(order)


def test_SE_childrens_and_bare_pages_link_no_script():
    for layout in ("child.html", "bare.html"):
        text = (TEMPLATES / "layouts" / layout).read_text()
        assert "{% script" not in text
        assert "<script" not in text


def test_modules_import_each_other_in_the_one_way_that_gets_hashed_names():
    """`core.storage.HashedModules` follows plain imports only; others would keep unhashed names."""
    for path in SCRIPTS:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bimport\s*\(", text), f"{path.name} imports while it runs"
        for address in re.findall(r"""(?:from|import)\s+["']([^"']+)["']""", text):
            assert re.fullmatch(r"\.{1,2}/[\w./-]+\.js", address), f"{path.name}: {address}"
