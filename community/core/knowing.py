"""What each room knows of a person: behind the public table, copies and erasure (PR-01, 04, 07).

Rooms declare it in their plug `privacy.py`; a test fails for a column that nobody declared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

Words = str | Promise
Fields = Mapping[str, str]  # "app.model" → names of its columns, in one line


class Ground(TextChoices):
    """By what right we keep a thing."""

    SERVICE = "service", _("Without it this place does not work for you (GDPR 6.1 b)")
    CONSENT = "consent", _("You said yes, and can take it back (GDPR 6.1 a, 9.2 a)")
    DUTY = "duty", _("The law asks us to (GDPR 6.1 c)")
    SAFETY = "safety", _("The safety of the people here (GDPR 6.1 f)")


class Seen(TextChoices):
    """Who sees a thing."""

    YOU = "you", _("You alone")
    READERS = "readers", _("Whoever can read that place, under your name there")
    GROUP = "group", _("The people of that small group")
    LEADER = "leader", _("The facilitator of that group")
    DESK = "desk", _("The people who read messages before they are shown")
    HOUSE = "house", _("Our coordinator and editors")
    NOBODY = "nobody", _("Nobody. Only the program uses it")


class Part(StrEnum):
    """The two parts of a copy: the second is never ticked beforehand (PR-04)."""

    BASICS = "basics"
    PRIVATE = "private"


class Choice(TextChoices):
    """What becomes of the words when somebody leaves (PR-07)."""

    REMOVE = "remove", _("Remove my words")
    WITHOUT_ME = "without_me", _("Leave my words, without me")


@dataclass(frozen=True)
class Known:
    """One thing we know of people: a row of the public table."""

    what: Words
    why: Words
    ground: Ground
    seen_by: tuple[Seen, ...]
    kept: Words
    fields: Fields
    example: Words  # what it is for the made-up member of "if an authority asks" (TR-04)
    part: Part = Part.BASICS
    members: bool = True  # no: only of people with a task here, or a column that stays empty


@dataclass(frozen=True)
class Plain:
    """Columns that tell nothing of a person, and why that is so."""

    fields: Fields  # "*" stands for a whole model, if nothing in it points to a person
    because: str


@dataclass(frozen=True)
class Exporter:
    """One chapter of a copy: rows of codes and values, with the words for the codes."""

    name: str
    title: Words
    part: Part
    columns: Mapping[str, Words]
    rows: Callable[[object], list[dict]]


Eraser = Callable[[object, Choice], None]
_known: list[Known] = []
_plain: list[Plain] = []
_exporters: dict[str, Exporter] = {}
_erasers: dict[str, Eraser] = {}


def knows(what: Words, *, fields: Fields, **rest: object) -> None:
    """Declare one thing we know of people."""
    _known.append(Known(what=what, fields=fields, **rest))


def plain(because: str, fields: Fields) -> None:
    """Declare columns that tell nothing of a person. The reason is for whoever reads the code."""
    _plain.append(Plain(fields, because))


def exports(name: str, title: Words, part: Part, columns: Mapping[str, Words]) -> Callable:
    """Mark `(person) -> rows` as a chapter of a copy. No word and no name of anybody else."""

    def mark(rows: Callable[[object], list[dict]]) -> Callable:
        _exporters[name] = Exporter(name, title, part, columns, rows)
        return rows

    return mark


def erases(eraser: Eraser) -> Eraser:
    """Mark `(person, choice)` as what a room does when somebody leaves. Safe to run twice.

    It runs in the caller's transaction and never touches anybody else's words.
    """
    _erasers[eraser.__module__ + "." + eraser.__name__] = eraser
    return eraser


def known() -> list[Known]:
    return list(_known)


def not_personal() -> list[Plain]:
    return list(_plain)


def exporters(*parts: Part) -> list[Exporter]:
    return [one for one in _exporters.values() if one.part in parts]


def erase(person: object, choice: Choice) -> None:
    """Ask every room, from the top of the house down: names go after the words they stand at."""
    for eraser in reversed(list(_erasers.values())):
        eraser(person, choice)


def lasting(words: Words, time: timedelta) -> Words:
    """Words with a promised time in them: {hours}, {days} or {months}."""
    days = time.days
    return format_lazy(
        words, hours=int(time.total_seconds() // 3600), days=days, months=round(days / 30.4375)
    )
