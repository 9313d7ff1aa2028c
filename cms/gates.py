"""Gates at publishing: pure measures of a text, and what they say. Opens no database.

A figure that is passed warns the editor; passed by more than a fifth, it stops (CH-06).
"""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from community.core import telling

from .bands import FIGURES

TOLERANCE = 0.2
WORD = re.compile(r"[\w’'–-]*\w[\w’'–-]*")
SENTENCE_END = re.compile(r"(?<=[.?!:])\s+")


@dataclass(frozen=True)
class Finding:
    """One thing a gate has to say. `stops` means: not published like this."""

    stops: bool
    sentence: str | Promise


@dataclass(frozen=True)
class Words:
    """The words of a child's page, in the order a child meets them."""

    heading: str = ""
    screens: tuple[str, ...] = ()
    screen_headings: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    def all(self) -> tuple[str, ...]:
        return (self.heading, *self.screen_headings, *self.screens, *self.choices)


@dataclass(frozen=True)
class Measure:
    """What CH-06 counts."""

    words: int
    sentence: float
    longest_screen: int
    choices: int


def count_words(text: str) -> int:
    """How many words a reader meets; a number or a compound with a hyphen is one."""
    return len(WORD.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text, empty ones left out."""
    return [part for part in SENTENCE_END.split(text) if WORD.search(part)]


def mean_sentence(texts: Iterable[str]) -> float:
    """Mean words a sentence, over all these texts together; 0 where there is none."""
    lengths = [count_words(part) for text in texts for part in sentences(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0


def measure(words: Words) -> Measure:
    """The figures of a page."""
    return Measure(
        words=sum(map(count_words, words.all())),
        sentence=mean_sentence(words.screens),
        longest_screen=max(map(count_words, words.screens), default=0),
        choices=len(words.choices),
    )


def check_figures(found: Measure, band: str) -> list[Finding]:
    """What the figures of the band say about a page."""
    most = FIGURES[band]
    rows = [
        (_("Words on the page"), found.words, most.words),
        (_("Words in a sentence, on average"), found.sentence, most.sentence),
        (_("Choices at once"), found.choices, most.choices),
        (_("Words on one picture"), found.longest_screen, most.screen),
    ]
    return [_over(name, have, limit) for name, have, limit in rows if limit and have > limit]


def _over(name: str | Promise, have: float, limit: int) -> Finding:
    return Finding(
        stops=have > limit * (1 + TOLERANCE),
        sentence=format_lazy(
            _("{name}: {have}. For this door at most {limit}."),
            name=name,
            have=f"{have:.1f}".removesuffix(".0"),
            limit=limit,
        ),
    )


def check_quiet(texts: Iterable[str], language: str) -> list[Finding]:
    """A title or an address must not tell (CH-11, EX-07): one telling word stops."""
    found = sorted({word for text in texts for word in telling.words_in(text, language)})
    return [
        Finding(
            True,
            format_lazy(
                _("The quiet title tells too much: “{word}”. It is seen in the browser's history."),
                word=word,
            ),
        )
        for word in found
    ]


def check_reviews(standing: Iterable[str], needed: dict[str, str | Promise]) -> list[Finding]:
    """Each needed reading must stand for exactly these words (CH-10)."""
    have = set(standing)
    return [
        Finding(
            True,
            format_lazy(_("Not yet read by somebody from {field}, as it stands now."), field=label),
        )
        for kind, label in needed.items()
        if kind not in have
    ]


def check_fresh(stale: Iterable[str]) -> list[Finding]:
    """A number nobody has checked for 90 days keeps a page with it from going out (CH-08)."""
    return [
        Finding(True, format_lazy(_("This line has to be checked again first: {line}."), line=line))
        for line in stale
    ]


def seal_of(words: Words) -> str:
    """A short mark of exactly these words: a reading counts for them and no others (CH-10)."""
    return hashlib.sha256("\x1f".join(words.all()).encode()).hexdigest()[:32]
