"""Work that belongs to no request: said once by a room, done by `manage.py tend` when it is due."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.utils import timezone

log = logging.getLogger(__name__)
Work = Callable[[], int]


@dataclass(frozen=True)
class Chore:
    """One piece of work, and how long at least between two doings of it."""

    name: str
    every: timedelta
    do: Work


_chores: dict[str, Chore] = {}


def chore(*, every: timedelta) -> Callable[[Work], Work]:
    """Mark a function as a chore: safe to run twice, it returns how many things it touched."""

    def mark(do: Work) -> Work:
        name = f"{do.__module__}.{do.__name__}"
        _chores[name] = Chore(name, every, do)
        return do

    return mark


def tend(*, everything: bool = False) -> dict[str, int]:
    """Do what is due, or everything; how many things each chore touched. One failure stops none.

    Two tenders at once do a chore once: the first one's mark stands until it is due again.
    """
    done = {}
    for one in _chores.values():
        if everything or _is_mine(one):
            try:
                done[one.name] = one.do()
            except Exception:
                log.exception("the chore %s failed", one.name)
                cache.delete(_mark(one))
    return done


def _is_mine(one: Chore) -> bool:
    return cache.add(_mark(one), _stamp(timezone.now()), timeout=int(one.every.total_seconds()))


def _mark(one: Chore) -> str:
    return f"chore:{one.name}"


def _stamp(now: datetime) -> str:
    return now.isoformat(timespec="seconds")
