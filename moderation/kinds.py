"""Kinds: what the desk must know of a room's things. Rooms register them in their `moderator.py`.

The desk knows rooms only through this; it never imports one.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Place:
    """Where a thing stands: words for people, and the address there."""

    words: str
    url: str


@dataclass(frozen=True)
class Appearance:
    """What somebody is called in one place (PB-17)."""

    name: str
    place: Place


@dataclass(frozen=True)
class Standing:
    """What screening may know of the writer and the place; facts, no words of the text."""

    shown_before: int  # how many things of this writer people have let through or read
    holds_all: bool = False  # the place reads everything first (MC-06)
    speaks_for_house: bool = False  # written in a hat: staff is read afterwards, not before
    is_edit: bool = False
    facts: dict[str, Any] = field(default_factory=dict)


class Kind(ABC):
    """One kind of reviewed thing. `model` is the room's revision: one row a submitted text,
    never changed, with `pk`, `digest` (hex of what was shown) and `written_by`."""

    name: str
    label: Any
    model: type[Model]

    def thing(self, revision: Model) -> str:
        """What the revision is a text of, the same for all its revisions: only the newest of them
        can wait. A room whose things can be written anew says here which thing it is."""
        return str(revision.pk)

    def prepared(self, revisions: QuerySet) -> QuerySet:
        """The same revisions with all that `place` reads, so that a long queue asks once."""
        return revisions

    def appearances(self, viewer: object, writer: int) -> list[Appearance]:
        """Where this writer has words that the viewer may read, and under which name (PB-17).
        A room that says nothing here is left out."""
        return []

    @abstractmethod
    def place(self, revision: Model) -> Place:
        """Where the revision belongs."""

    @abstractmethod
    def standing(self, revision: Model) -> Standing:
        """What screening needs to know."""

    @abstractmethod
    def source(self, revision: Model) -> str:
        """The text as typed, for screening."""

    @abstractmethod
    def html(self, revision: Model) -> SafeString:
        """The exact revision as readers would see it."""

    @abstractmethod
    def written_as(self, revision: Model) -> str:
        """The name the writer has in that place (PB-17), never another."""

    @abstractmethod
    def show(self, revision: Model) -> None:
        """Let readers see exactly this revision. Runs inside the desk's transaction."""

    @abstractmethod
    def hide(self, revision: Model) -> None:
        """Keep exactly this revision from readers; an older text that is shown stays (house.md 7).
        Runs inside the desk's transaction."""


_kinds: dict[type[Model], Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known. A model has one kind; registering it again replaces it (reloads)."""
    _kinds[kind.model] = kind
    return kind


def kind_of(revision: Model) -> Kind:
    """The kind of a revision. Raises KeyError for a model nobody registered: nothing is shown."""
    return _kinds[type(revision)]


def kind_named(name: str) -> Kind:
    """The kind a review names. Raises KeyError when its room is gone."""
    return {kind.name: kind for kind in _kinds.values()}[name]


def kinds() -> list[Kind]:
    """All kinds, for the desk's lanes and for tests."""
    return list(_kinds.values())
