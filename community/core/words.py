"""The words of the interface: found in code and templates, kept in .po files, compiled to .mo.

Pure Python, because our scripts promise to work where there is no GNU gettext.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
LOCALE = ROOT / "locale"
TRANSLATED = ("fi", "sv")  # English is the source
ROOMS = ("community", "cms", "forum", "moderation")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLURALS = {"fi": "nplurals=2; plural=(n != 1);", "sv": "nplurals=2; plural=(n != 1);"}
Word = tuple[str | None, str, str | None]  # context, words, plural


def collect() -> dict[Word, list[str]]:
    """Every translatable word of the project and the files it stands in."""
    found: dict[Word, list[str]] = {}
    for path in sorted(_sources()):
        for word in _words_in(path):
            found.setdefault(word, []).append(str(path.relative_to(ROOT)))
    return found


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def update(language: str) -> polib.POFile:
    """Bring a language's file up to date: new words empty, gone words taken out."""
    path, kept = po_path(language), {}
    if path.exists():
        kept = {(e.msgctxt, e.msgid, e.msgid_plural or None): e for e in polib.pofile(str(path))}
    fresh = polib.POFile(wrapwidth=99)
    fresh.metadata = {
        "Project-Id-Version": "Rinnalla",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    for word, files in sorted(collect().items(), key=lambda item: (item[1][0], item[0][1])):
        fresh.append(_entry(word, files, kept.get(word)))
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(path))
    return fresh


def compile_all() -> list[Path]:
    """Write the .mo file of every language beside its .po file."""
    written = []
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
        written.append(path.with_suffix(".mo"))
    return written


def _entry(word: Word, files: list[str], kept: polib.POEntry | None) -> polib.POEntry:
    context, words, plural = word
    entry = polib.POEntry(msgctxt=context, msgid=words, msgid_plural=plural or "")
    entry.occurrences = [(name, "") for name in dict.fromkeys(files)]
    if plural:
        entry.msgstr_plural = kept.msgstr_plural if kept else {0: "", 1: ""}
    else:
        entry.msgstr = kept.msgstr if kept else ""
    if re.search(r"%\(\w+\)[sd]", words):
        entry.flags = ["python-format"]
    return entry


def _sources() -> Iterator[Path]:
    for room in ROOMS:
        yield from (p for p in (ROOT / room).rglob("*.py") if "migrations" not in p.parts)
    yield from (p for p in (ROOT / "templates").rglob("*") if p.suffix in {".html", ".txt"})


def _words_in(path: Path) -> Iterator[Word]:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # One statement a line and no indent: what templatize leaves is not quite Python.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    for _line, words, _comments, context in _extracted(text):
        if isinstance(words, tuple):
            yield context, words[0], words[1]
        elif words:
            yield context, words, None


def _extracted(text: str) -> Iterator[tuple]:
    return extract(
        "python", BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"}
    )
