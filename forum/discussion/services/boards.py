"""Setting up boards: the tree, the rights and the words, in one verb that may be repeated."""

from django.db import transaction
from machina.apps.forum.models import Forum

from community.access import boards as rights
from forum.forum_permission.models import ForumPermission, UserForumPermission

from ..models import Board

Words = dict[str, str]


@transaction.atomic
def set_up_category(key: str, *, name: Words, purpose: Words) -> Board:
    """A life situation under which boards stand. It is seen by everyone; that opens no board."""
    board = _board(key, None, Forum.FORUM_CAT, name, purpose)
    _allow(board.forum, rights.READ, anonymous_user=True)
    return board


@transaction.atomic
def set_up_board(
    key: str,
    *,
    under: Board,
    name: Words,
    purpose: Words,
    reading: str,
    naming: str = Board.Naming.PER_TOPIC,
    holds: str = Board.Holds.ALL,
) -> Board:
    """A board under a category, readable by `everyone` or by `members`; members write."""
    board = _board(key, under.forum, Forum.FORUM_POST, name, purpose)
    Board.objects.filter(pk=board.pk).update(naming=naming, holds=holds)
    if reading == rights.EVERYONE:
        _allow(board.forum, rights.READ, anonymous_user=True)
    for right in (rights.READ, rights.START, rights.REPLY):
        _allow(board.forum, right, authenticated_user=True)
    board.refresh_from_db()
    return board


def _board(key: str, parent: Forum | None, kind: int, name: Words, purpose: Words) -> Board:
    board = Board.objects.filter(key=key).select_related("forum").first()
    if board is None:
        # The vendor's name column stays a key: words are by language, in ours.
        forum = Forum.objects.create(name=key, parent=parent, type=kind)
        board = Board(forum=forum, key=key)
    board.name_by_language, board.purpose_by_language = name, purpose
    board.save()
    return board


def _allow(forum: Forum, codename: str, **whom: bool) -> None:
    # get_or_create, because the vendor's table lets the same row stand twice (NULL is never equal).
    UserForumPermission.objects.get_or_create(
        permission=ForumPermission.objects.get(codename=codename),
        forum=forum,
        user=None,
        **whom,
        defaults={"has_perm": True},
    )
