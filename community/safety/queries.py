"""Who is parted from whom. The rules of every room ask here; nobody else reads the tables."""

import copy
from datetime import datetime

from django.db.models import Q, QuerySet

from community.accounts.identity import accounts_of_same_person
from community.accounts.models import User
from community.core.errors import Concealed

from .distance_queries import named_by
from .models import Block


def parted(viewer: object) -> frozenset[int]:
    """Ids of the people who see nothing of this viewer, and of whom this viewer sees nothing.

    Asked once per viewer object; empty for a visitor. A union of sources, each both ways.
    """
    if not viewer.is_authenticated:
        return frozenset()
    kept = getattr(viewer, "_parted", None)
    if kept is None:
        blocked, named = blocked_either_way(viewer), named_by(viewer)
        viewer._parted_by_distance = named - blocked
        kept = frozenset(blocked) | named
        viewer._parted = kept
    return kept


def parted_by_distance(viewer: object) -> frozenset[int]:
    """Those of the parted whom no block parts, only somebody's distance list (PB-11)."""
    return getattr(viewer, "_parted_by_distance", frozenset()) if parted(viewer) else frozenset()


def blocked_either_way(viewer: User) -> set[int]:
    """Everybody whom this person blocked, or who blocked this person, in any account (PB-10)."""
    own = accounts_of_same_person({viewer.pk})
    rows = Block.objects.standing().filter(Q(by__in=own) | Q(about__in=own))
    others = {one for pair in rows.values_list("by_id", "about_id") for one in pair} - own
    return accounts_of_same_person(others) - own


def ask_anew(viewer: object) -> None:
    """Forget what was asked for this viewer object: something changed since."""
    for kept in ("_parted", "_leaders_among_parted"):
        viewer.__dict__.pop(kept, None)


def before_own_blocks(viewer: User) -> User:
    """The same viewer, still seeing whom they blocked themselves; for the block sheet alone.

    A second name of somebody blocked answers like the first, so no sheet tells that both are one
    person. Whoever was blocked *by* others gains nothing: for them a sheet is not there.
    """
    own = Block.objects.standing().filter(by=viewer).values_list("about_id", flat=True)
    as_before = copy.copy(viewer)
    ask_anew(as_before)
    as_before._parted = parted(viewer) - frozenset(own)
    return as_before


def came_after_own_block(viewer: User, person: User, since: datetime | None) -> bool:
    """Whether words of that moment came when this viewer had blocked their writer already.

    They never stood on a page of this viewer's, so no sheet says whose they are (PB-02).
    """
    own = Block.objects.standing().filter(by=viewer, about=person)
    return since is not None and own.filter(made_at__lt=since).exists()


def own_blocks(viewer: User) -> QuerySet[Block]:
    """The names this person blocked, newest first. They never tell who is behind them."""
    return Block.objects.standing().filter(by=viewer).order_by("-made_at", "-pk")


def own_block(viewer: User, ref: str) -> Block:
    """One of the viewer's own standing blocks. Raises Concealed for any other."""
    found = own_blocks(viewer).filter(ref=ref).first()
    if found is None:
        raise Concealed
    return found
