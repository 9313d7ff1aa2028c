"""Who is behind a name on a page: asked by verbs of safety, told to nobody.

Rooms name themselves in their plug `handles.py`. A handle is found through the viewer's own query
layer, so a name the viewer cannot see has nobody behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from community.accounts.models import User
from community.core.errors import Concealed


@dataclass(frozen=True)
class Handle:
    """A name on a page, and what a verb needs to act on the person behind it."""

    person: User
    place: str  # as on an Alias
    name: str
    back: str  # where the name stands
    leads: bool = False  # leads that group now: there, blocks do not hold
    since: datetime | None = None  # when the name came there, where words stand one by one


Resolver = Callable[[User, str], Handle]
_resolvers: dict[str, Resolver] = {}


def handle(kind: str) -> Callable[[Resolver], Resolver]:
    """Name a kind of public reference; its function raises Concealed for what is not there."""

    def mark(resolver: Resolver) -> Resolver:
        _resolvers[kind] = resolver
        return resolver

    return mark


def find(viewer: User, kind: str, ref: str) -> Handle:
    """The handle of a reference, for this viewer.

    Raises Concealed for what is not there for them, and for one's own name.
    """
    resolver = _resolvers.get(kind)
    found = resolver(viewer, ref) if resolver else None
    if found is None or found.person.pk == viewer.pk:
        raise Concealed
    return found
