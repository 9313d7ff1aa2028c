"""Questions on joined names: what colleagues did and nobody else has looked at yet."""

from django.db.models import QuerySet

from community.access import joining
from community.core.errors import Concealed

from .models import NamesJoined

MOST = 50


def joinings(viewer: object) -> QuerySet[NamesJoined]:
    """All this viewer may know of, newest first."""
    seen = NamesJoined.objects.filter(joining.open_to(viewer))
    return seen.select_related("by", "second_seen_by", "review").order_by("-at", "-pk")


def unseen(viewer: object) -> QuerySet[NamesJoined]:
    """What waits for a second pair of eyes, and could be theirs; oldest first."""
    if not getattr(viewer, "is_authenticated", False):
        return NamesJoined.objects.none()
    return joinings(viewer).filter(seen_at=None).exclude(by=viewer).order_by("at", "pk")


def recent(viewer: object) -> list[NamesJoined]:
    """The newest others: seen already, or one's own."""
    waiting = set(unseen(viewer).values_list("pk", flat=True))
    return [one for one in joinings(viewer)[:MOST] if one.pk not in waiting]


def joining_for(viewer: object, ref: str) -> NamesJoined:
    """One of them. Raises Concealed when it is not there for this viewer."""
    found = joinings(viewer).filter(ref=ref).first()
    if found is None:
        raise Concealed
    return found
