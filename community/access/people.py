"""People: whom a viewer may meet at all. Every filter of member content joins this one.

Two parted people see nothing of each other (PB-08); whoever hides everything is met by nobody
(PR-06). One's own words stay one's own to see. The desk asks nothing of this: staff on duty stand
outside blocks.
"""

from django.db.models import Q

from community.safety.queries import parted


def within_sight(viewer: object, person: str) -> Q:
    """Filter for rows whose `person` (a path to one) this viewer may meet."""
    shown = Q(**{f"{person}__hidden_at": None})
    if not viewer.is_authenticated:
        return shown
    own = Q(**{person: viewer.pk})
    return own | (shown & ~Q(**{f"{person}__in": parted(viewer)}))


def may_meet(viewer: object, person: object) -> bool:
    """The same for one person."""
    if viewer.is_authenticated and person.pk == viewer.pk:
        return True
    return person.hidden_at is None and person.pk not in parted(viewer)
