"""How the viewer is called in a discussion, asked before writing there (PB-02)."""

from dataclasses import dataclass

from community.accounts import names
from forum.forum_conversation.models import Topic

from ..models import Board


@dataclass(frozen=True)
class Called:
    """What stands above the button: the name one has there, or what one will get."""

    name: str = ""  # empty until one has written there
    pseudonym: str = ""
    may_choose: bool = False


def called_in(viewer, board: Board, topic: Topic | None = None) -> Called | None:
    """The viewer's name in this topic, or in a new one on the board; nothing for a visitor."""
    if not viewer.is_authenticated:
        return None
    place = topic.trait.place if topic else ""
    kept = names.in_place(place, [viewer.pk]).get(viewer.pk, "") if place else ""
    may_choose = not kept and board.naming == names.STEADY
    return Called(kept, names.own(viewer), may_choose)
