"""Boards: who may read, start and reply, from machina's permission rows, denies first.

Machina's own checker leaks denied boards into lists, ignores denies and forgets ancestors
(dependencies.md M3, M15–M18). Here every right asks for reading, on the board and all above it.
"""

from dataclasses import dataclass

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import consent
from .verdict import Verdict, allowed, concealed, refused

READ, START, REPLY = "can_read_forum", "can_start_new_topics", "can_reply_to_topics"
EVERYONE, MEMBERS, NOBODY = "everyone", "members", "nobody"


@dataclass(frozen=True)
class Rights:
    """For one viewer: the boards on which each right holds."""

    read: frozenset[int]
    start: frozenset[int]
    reply: frozenset[int]


@dataclass(frozen=True)
class Line:
    """One permission row that concerns the viewer; no forum means all."""

    forum_id: int | None
    codename: str
    grants: bool


def readable(viewer: object) -> Q:
    """Filter for boards the viewer may read."""
    return Q(pk__in=rights_of(viewer).read)


def may_read(viewer: object, board) -> Verdict:
    return allowed() if board.pk in rights_of(viewer).read else concealed()


def may_start(viewer: object, board) -> Verdict:
    """Whether this person may open a new topic on the board."""
    if not may_read(viewer, board):
        return concealed()
    if not viewer.is_authenticated:
        return refused(_("Please sign in to write. You can read without an account."))
    if board.pk not in rights_of(viewer).start:
        return refused(_("New discussions are not open on this board."))
    return consent.may_write(viewer)


def rights_of(viewer: object) -> Rights:
    """What this viewer may do on which boards. Three queries, once per viewer object."""
    kept = getattr(viewer, "_board_rights", None)
    if kept is None:
        kept = work_out(tree(), lines_for(viewer))
        viewer._board_rights = kept
    return kept


def readers_of(board) -> str:
    """Who can read the board, as the rows say now: everyone, members, or nobody (PB-01)."""
    trunk = tree()
    if board.pk in work_out(trunk, _lines(Q(anonymous_user=True))).read:
        return EVERYONE
    if (
        board.pk
        in work_out(trunk, _lines(Q(anonymous_user=True) | Q(authenticated_user=True))).read
    ):
        return MEMBERS
    return NOBODY


def tree() -> dict[int, int | None]:
    """Every board and its parent."""
    return dict(apps.get_model("forum", "Forum").objects.values_list("pk", "parent_id"))


def lines_for(viewer: object) -> list[Line]:
    """The rows that concern this viewer. What everyone may do, a member may do."""
    if not viewer.is_authenticated or not viewer.is_active:
        return _lines(Q(anonymous_user=True))
    own = Q(user_id=viewer.pk) | Q(authenticated_user=True) | Q(anonymous_user=True, has_perm=True)
    group_rows = apps.get_model("forum_permission", "GroupForumPermission").objects.filter(
        group__user=viewer
    )
    return _lines(own) + _as_lines(group_rows)


def _lines(which: Q) -> list[Line]:
    rows = apps.get_model("forum_permission", "UserForumPermission").objects.filter(which)
    return _as_lines(rows)


def _as_lines(rows) -> list[Line]:
    found = rows.values_list("forum_id", "permission__codename", "has_perm")
    return [Line(*row) for row in found]


def work_out(parents: dict[int, int | None], lines: list[Line]) -> Rights:
    """Rights from rows alone: a deny anywhere above wins, a grant counts for its own board only,
    and there is no right without reading, here and on everything above."""
    said = {
        name: (
            {line.forum_id for line in lines if line.codename == name and line.grants},
            {line.forum_id for line in lines if line.codename == name and not line.grants},
        )
        for name in (READ, START, REPLY)
    }

    def holds(name: str, board: int) -> bool:
        grants, denies = said[name]
        denied = denies.intersection([None, *_path(parents, board)])
        return not denied and bool(grants.intersection([None, board]))

    read = frozenset(
        board for board in parents if all(holds(READ, one) for one in _path(parents, board))
    )
    start, reply = (
        frozenset(board for board in read if holds(name, board)) for name in (START, REPLY)
    )
    return Rights(read, start, reply)


def _path(parents: dict[int, int | None], board: int) -> list[int]:
    """The board and everything above it."""
    path, here = [], board
    while here is not None and here not in path:
        path.append(here)
        here = parents.get(here)
    return path
