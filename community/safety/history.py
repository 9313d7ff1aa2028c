"""The list "what changed and when", by day (EX-19). Reads it; nothing here can clear it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils import timezone

from community.accounts import changes
from community.accounts.models import Change, User

DAYS_A_PAGE = 10
MOST_LINES = 500


@dataclass(frozen=True)
class Day:
    """One day and its changes, newest first."""

    date: date
    changes: list[Change]


@dataclass(frozen=True)
class Page:
    """Some days, newest first, and the day before which the next page begins."""

    days: list[Day]
    earlier: date | None


def page_of(viewer: User, *, before: date | None = None) -> Page:
    """The viewer's own changes, in whole days; a flood of one kind hides no other for good."""
    found = changes.of(viewer)
    if before:
        found = found.filter(at__date__lt=before)
    lines = list(found[: MOST_LINES + 1])
    days = [Day(day, list(each)) for day, each in groupby(lines, _day)]
    more = len(lines) > MOST_LINES and len(days) > 1
    whole = days[:-1] if more else days
    shown = whole[:DAYS_A_PAGE]
    return Page(shown, shown[-1].date if more or len(whole) > DAYS_A_PAGE else None)


def day_in(text: str) -> date | None:
    """The day somebody asked for in an address, or nothing."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(change: Change) -> date:
    return timezone.localdate(change.at)
