"""Boards a viewer may read, and the topics on one, in pages that cost the same anywhere."""

from dataclasses import dataclass

from django.db.models import Q
from machina.apps.forum.models import Forum

from community.access.visible import visible_to
from community.core.errors import Concealed
from forum.forum_conversation.models import Topic

from ..models import Board
from .cards import TopicCard, cards
from .order import by_last_seen

TOPICS_A_PAGE = 20


@dataclass(frozen=True)
class Shelf:
    """A category and the boards under it that this viewer may read."""

    board: Board
    boards: list[Board]


@dataclass(frozen=True)
class TopicPage:
    """One page of a board's list and the references of its neighbours."""

    cards: list[TopicCard]
    older: str


def open_boards(viewer) -> list[Shelf]:
    """The boards this person may read, by life situation, in the editors' order."""
    forums = Forum.objects.filter(visible_to(viewer, Forum)).select_related("board")
    shelves: dict[int, Shelf] = {}
    for forum in forums.order_by("tree_id", "lft"):
        if forum.is_category:
            shelves[forum.pk] = Shelf(forum.board, [])
        elif forum.parent_id in shelves:
            shelves[forum.parent_id].boards.append(forum.board)
    return [shelf for shelf in shelves.values() if shelf.boards]


def board_for(viewer, ref: str) -> Board:
    """The board behind a reference. Raises Concealed when it is not there for this viewer."""
    board = (
        Board.objects.filter(
            ref=ref,
            forum__type=Forum.FORUM_POST,
            forum__in=Forum.objects.filter(visible_to(viewer, Forum)),
        )
        .select_related("forum__parent__board")
        .first()
    )
    if board is None:
        raise Concealed
    return board


def topics_on(viewer, board: Board, *, before: str = "") -> TopicPage:
    """Topics of one board, last answered first; `before` is the reference of the last one seen.

    Topics of one's own that still wait stand on top of the first page.
    """
    there = Topic.objects.filter(visible_to(viewer, Topic), forum=board.forum_id)
    shown = by_last_seen(viewer, there.filter(approved=True))
    anchor = shown.filter(trait__ref=before).first() if before else None
    if anchor:
        shown = shown.filter(
            Q(seen_on__lt=anchor.seen_on) | Q(seen_on=anchor.seen_on, pk__lt=anchor.pk)
        )
    found = list(shown[: TOPICS_A_PAGE + 1])
    page, more = found[:TOPICS_A_PAGE], len(found) > TOPICS_A_PAGE
    waiting = [] if anchor else list(there.filter(approved=False).select_related("trait")[:5])
    return TopicPage(cards(viewer, [*waiting, *page]), page[-1].trait.ref if more else "")
