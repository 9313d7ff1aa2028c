"""The gates at publishing, as tables: what warns, what stops, what passes."""

import pytest

from cms import gates
from cms.bands import FIGURES, Band
from community.core import telling


def saying(words: int, sentence: int = 5) -> str:
    """A text of this many words in sentences of this length."""
    parts = [min(sentence, words - at) for at in range(0, words, sentence)]
    return " ".join(" ".join(["sana"] * part) + "." for part in parts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("Kaksi kotia.", 2),
        ("Se ei ole sinun syysi!", 5),
        ("iso-isä ja 5–8 vuotta", 4),
        ("It’s not your fault", 4),
        ("112", 1),
    ],
)
def test_CH_06_words_are_counted_as_a_child_reads_them(text, words):
    assert gates.count_words(text) == words


@pytest.mark.parametrize(
    ("texts", "mean"),
    [
        ([], 0),
        (["Saat itkeä. Saat nauraa."], 2),
        (["Voit sanoa: kerro itse."], 2),
        (["Yksi kaksi kolme.", "Neljä."], 2),
    ],
)
def test_CH_06_a_sentence_ends_where_one_breathes(texts, mean):
    assert gates.mean_sentence(texts) == mean


@pytest.mark.parametrize(
    ("band", "words", "outcome"),
    [
        (Band.PICTURES, 60, "passes"),
        (Band.PICTURES, 61, "warns"),
        (Band.PICTURES, 72, "warns"),
        (Band.PICTURES, 73, "stops"),
        (Band.QUESTIONS, 150, "passes"),
        (Band.QUESTIONS, 180, "warns"),
        (Band.QUESTIONS, 181, "stops"),
        (Band.STRAIGHT, 350, "passes"),
        (Band.STRAIGHT, 420, "warns"),
        (Band.STRAIGHT, 421, "stops"),
    ],
)
def test_CH_06_words_a_page(band, words, outcome):
    found = gates.Measure(words=words, sentence=1, longest_screen=0, choices=0)
    assert _outcome(gates.check_figures(found, band)) == outcome


@pytest.mark.parametrize("band", Band.values)
@pytest.mark.parametrize("name", ["sentence", "choices"])
def test_CH_06_every_figure_warns_then_stops(band, name):
    limit = getattr(FIGURES[band], name)
    for value, outcome in ((limit, "passes"), (limit * 1.1, "warns"), (limit * 1.25, "stops")):
        figures = {"words": 1, "sentence": 1, "longest_screen": 0, "choices": 0, name: value}
        assert _outcome(gates.check_figures(gates.Measure(**figures), band)) == outcome


def test_CH_06_one_picture_holds_25_words_for_the_youngest_only():
    words = gates.Words(screens=(saying(31),))
    assert _outcome(gates.check_figures(gates.measure(words), Band.PICTURES)) == "stops"
    assert _outcome(gates.check_figures(gates.measure(words), Band.QUESTIONS)) == "passes"


def test_CH_06_headings_and_choices_count_too():
    words = gates.Words("Kaksi sanaa", ("Yksi.",), ("Kysymys",), ("Puhu aikuiselle", "Takaisin"))
    assert gates.measure(words).words == 7
    assert gates.measure(words).choices == 2


@pytest.mark.parametrize(
    ("title", "language", "stops"),
    [
        ("Lapsille", "fi", False),
        ("Opas 1: Alkuun", "fi", False),
        ("Ero ja lapset", "fi", True),
        ("Huoltajuus", "fi", True),
        ("Eräs päivä", "fi", False),
        ("För barn, sida 2", "sv", False),
        ("Skilsmässa", "sv", True),
        ("For children", "en", False),
        ("After divorce", "en", True),
        ("Custody", "se", True),  # a language without a list is held to every list
    ],
)
def test_CH_11_a_telling_title_stops(title, language, stops):
    assert bool(gates.check_quiet([title], language)) is stops
    assert bool(telling.words_in(title, language)) is stops


NEEDED = {"protection": "child protection", "violence": "violence work"}


@pytest.mark.parametrize(
    ("standing", "missing"),
    [([], 2), (["protection"], 1), (["violence"], 1), (["protection", "violence"], 0)],
)
def test_CH_10_two_readings_are_needed(standing, missing):
    found = gates.check_reviews(standing, NEEDED)
    assert len(found) == missing
    assert all(finding.stops for finding in found)


def test_CH_10_one_changed_word_breaks_the_seal():
    before = gates.Words("Otsikko", ("Kerro aikuiselle.",))
    after = gates.Words("Otsikko", ("Kerro äidille.",))
    assert gates.seal_of(before) == gates.seal_of(gates.Words("Otsikko", ("Kerro aikuiselle.",)))
    assert gates.seal_of(before) != gates.seal_of(after)


def _outcome(findings: list[gates.Finding]) -> str:
    if not findings:
        return "passes"
    return "stops" if any(finding.stops for finding in findings) else "warns"
