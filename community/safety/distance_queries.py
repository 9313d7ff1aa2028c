"""What the distance list hides from whom (PB-11, PB-12). The rules of every room ask here.

A hit hides in two ways, so that nobody can ask the list whether somebody is here
(docs/decisions/distance-list-is-no-oracle.md):

- from the person who was named, everything of the one who named, at once;
- from the one who named, only what the other shows from then on. What one could read stays, so
  nothing ever vanishes, and nothing comes back when the entry is taken off.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from .distance_models import DistanceEntry, DistanceHit

NOTHING = Q(pk__in=[])


@dataclass(frozen=True)
class Window:
    """From one moment to another, what this person shows is not for the one who asks."""

    person_id: int
    since: datetime
    until: datetime | None

    def hides(self, person_id: int, shown_at: datetime | None) -> bool:
        """Whether something of a person, shown at that moment, is out of sight."""
        if person_id != self.person_id or shown_at is None or shown_at < self.since:
            return False
        return self.until is None or shown_at < self.until


def entries(viewer: object) -> QuerySet[DistanceEntry]:
    """The viewer's own list: numbers and months, no names, and nothing of what came of it."""
    return DistanceEntry.objects.filter(by=viewer, removed_at=None)


def entry_for(viewer: object, ref: str) -> DistanceEntry | None:
    return entries(viewer).filter(ref=ref).first()


def named_by(viewer: object) -> frozenset[int]:
    """The people who named this viewer, and of whom therefore nothing is shown to them now."""
    if not _counts(viewer):
        return frozenset()
    found = DistanceHit.objects.filter(_now("entry__"), about=viewer)
    return frozenset(found.values_list("entry__by_id", flat=True))


def windows(viewer: object) -> tuple[Window, ...]:
    """Whose words are out of this viewer's sight, and from when to when. Asked once a viewer."""
    if not _counts(viewer):
        return ()
    kept = getattr(viewer, "_distance_windows", None)
    if kept is None:
        found = DistanceHit.objects.filter(entry__by=viewer)
        rows = found.values_list("about_id", "since", "entry__ends_at")
        kept = viewer._distance_windows = tuple(Window(*row) for row in rows)
    return kept


def apart(viewer: object) -> frozenset[int]:
    """Everybody who should not sit down at one table with this viewer now, in both directions."""
    now = timezone.now()
    met = (one.person_id for one in windows(viewer) if one.until is None or one.until > now)
    return named_by(viewer).union(met)


def unseen(viewer: object, *, person: str, shown_at: str) -> Q:
    """Filter for what the viewer's own list hides; the columns are named by whoever asks."""
    return reduce(or_, _spans(windows(viewer), person, shown_at), NOTHING)


def is_unseen(viewer: object, person_id: int, shown_at: datetime | None) -> bool:
    """The same rule for one thing."""
    return any(one.hides(person_id, shown_at) for one in windows(viewer))


def _spans(found: Iterable[Window], person: str, shown_at: str) -> Iterable[Q]:
    for one in found:
        span = Q(**{person: one.person_id, f"{shown_at}__gte": one.since})
        yield span & Q(**{f"{shown_at}__lt": one.until}) if one.until else span


def _now(to: str = "") -> Q:
    """Entries that have begun and not ended."""
    now = timezone.now()
    return Q(**{f"{to}begins_at__lte": now}) & (
        Q(**{f"{to}ends_at": None}) | Q(**{f"{to}ends_at__gt": now})
    )


def in_force() -> QuerySet[DistanceEntry]:
    """Entries of verified people that hold now: only those meet anybody."""
    return DistanceEntry.objects.filter(_now(), by__identity__isnull=False).exclude(name_key="")


def _counts(viewer: object) -> bool:
    return settings.DISTANCE_LIST and viewer.is_authenticated
