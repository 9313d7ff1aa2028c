"""The one query layer (SE-10): every reading of member content begins here, deny by default."""

from collections.abc import Callable
from importlib import import_module

from django.db.models import Model, Q

NOTHING = Q(pk__in=[])

# Model → the module and function that give its filter. What is not in this table is not visible.
_FILTERS: dict[str, str] = {
    "forum.forum": "boards.readable",
    "forum_conversation.topic": "topics.readable",
    "forum_conversation.post": "posts.readable",
    "groups.peergroup": "groups.visible",
    "groups.message": "groups.readable_messages",
    "groups.seat": "groups.known_seats",
    "safeguarding.review": "reviews.open_to",
}


def visible_to(viewer: object, model: type[Model]) -> Q:
    """The condition that leaves exactly what this viewer may see of a model."""
    named = _FILTERS.get(model._meta.label_lower)
    return _filter(named)(viewer) if named else NOTHING


def _filter(named: str) -> Callable[[object], Q]:
    module, function = named.split(".")
    return getattr(import_module(f"community.access.{module}"), function)
