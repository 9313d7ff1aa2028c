"""Finnish and Swedish are complete: every word of code and templates stands translated (LA-01)."""

import re

import polib
import pytest

from community.core import words

HOLES = re.compile(r"%\(\w+\)[sd]|%[nsd]\b|\{\w+\}")


@pytest.fixture(scope="module")
def collected() -> set:
    return set(words.collect())


@pytest.mark.parametrize("language", words.TRANSLATED)
def test_LA_01_every_word_is_there_and_none_is_left_over(language, collected):
    entries = polib.pofile(str(words.po_path(language)))
    known = {(entry.msgctxt, entry.msgid, entry.msgid_plural or None) for entry in entries}
    assert known == collected, "run `manage.py collect_words` and translate"


@pytest.mark.parametrize("language", words.TRANSLATED)
def test_LA_01_every_word_is_translated(language):
    entries = polib.pofile(str(words.po_path(language)))
    assert not [e.msgid for e in entries if not e.translated() or e.fuzzy]


@pytest.mark.parametrize("language", words.TRANSLATED)
def test_translations_keep_the_holes_that_are_filled_later(language):
    for entry in polib.pofile(str(words.po_path(language))):
        wanted = set(HOLES.findall(entry.msgid_plural or entry.msgid))
        for said in entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]:
            assert set(HOLES.findall(said)) == wanted, entry.msgid


@pytest.mark.parametrize("language", words.TRANSLATED)
def test_words_are_calm(language):
    """No exclamation marks, no "oops" (requirements part 4)."""
    for entry in polib.pofile(str(words.po_path(language))):
        assert "!" not in entry.msgstr and "!" not in entry.msgid, entry.msgid
