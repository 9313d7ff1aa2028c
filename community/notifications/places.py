"""Where notices lead: rooms say which places a viewer may see, and whether there is news in them.

A notice keeps no words. What it says and whether it is there at all is asked each time anew, so a
block, a message taken back and a right that was lost reach old notices too (PB-08, SE-10).
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


@dataclass(frozen=True)
class Since:
    """News after one moment, and before another where somebody waits for an undo."""

    start: datetime
    end: datetime | None = None

    def holds(self, when: datetime | None) -> bool:
        return bool(when and self.start <= when and (self.end is None or when <= self.end))


@dataclass(frozen=True)
class Shown:
    """A place with news as one viewer may see it: its title and address, and what is new there."""

    title: str
    url: str
    line: str | Promise = ""
    at: datetime | None = None  # the newest of what this viewer may see
    language: str = ""  # of the title, where it is somebody's own words


Look = Callable[[object, dict[str, Since]], dict[str, Shown]]
_looks: dict[str, Look] = {}


def place_kind(name: str) -> Callable[[Look], Look]:
    """Name a kind of place, and the question `(viewer, {ref: since}) -> {ref: Shown}`.

    It begins at `visible_to` and leaves out every place without news that this viewer may see.
    """

    def mark(look: Look) -> Look:
        _looks[name] = look
        return look

    return mark


def shown(viewer: object, asked: Iterable[tuple[str, Since]]) -> dict[tuple[str, Since], Shown]:
    """Of these places the ones with news for this viewer; one question a kind of place."""
    by_kind: dict[str, dict[str, Since]] = defaultdict(dict)
    rest: list[tuple[str, Since]] = []
    for place, since in asked:
        kind, _, ref = place.partition(":")
        if kind in _looks and by_kind[kind].setdefault(ref, since) != since:
            rest.append((place, since))  # the same place in two kinds of notices: a second round
    found = {
        (f"{kind}:{ref}", refs[ref]): there
        for kind, refs in by_kind.items()
        for ref, there in (_looks[kind](viewer, refs) if refs else {}).items()
    }
    return {**found, **shown(viewer, rest)} if rest else found
