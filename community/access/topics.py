"""Topics: readable where their board is; while the first post waits, only by its writer."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import boards
from .verdict import Verdict, allowed, concealed, refused

LOCKED = 1  # machina: Topic.TOPIC_LOCKED


def readable(viewer: object) -> Q:
    """Filter for topics the viewer may read."""
    there = Q(forum_id__in=boards.rights_of(viewer).read)
    if not viewer.is_authenticated:
        return there & Q(approved=True)
    return there & (Q(approved=True) | Q(poster_id=viewer.pk, trait__withdrawn_at=None))


def may_read(viewer: object, topic) -> Verdict:
    if topic.forum_id not in boards.rights_of(viewer).read:
        return concealed()
    own = viewer.is_authenticated and topic.poster_id == viewer.pk
    if topic.approved or (own and topic.trait.withdrawn_at is None):
        return allowed()
    return concealed()


def may_reply(viewer: object, topic) -> Verdict:
    """Whether this person may answer here. Never from a board named in an address (M1, M3)."""
    if not may_read(viewer, topic):
        return concealed()
    if not viewer.is_authenticated:
        return refused(_("Please sign in to write. You can read without an account."))
    if topic.status == LOCKED:
        return refused(_("This discussion is closed. You can start a new one."))
    if topic.forum_id not in boards.rights_of(viewer).reply:
        return refused(_("Answers are not open on this board."))
    if not topic.approved:
        return refused(_("You can go on here when your first message has been read."))
    return allowed()
