"""Posts: hidden until decided; the writer sees the own one in place."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import boards
from .verdict import Verdict, allowed, concealed, refused


def readable(viewer: object) -> Q:
    """Filter for posts the viewer may read."""
    there = Q(topic__forum_id__in=boards.rights_of(viewer).read)
    shown = Q(approved=True, topic__approved=True)
    if not viewer.is_authenticated:
        return there & shown
    own = Q(poster_id=viewer.pk, byline__withdrawn_at=None)
    return there & (shown | own)


def may_read(viewer: object, post) -> Verdict:
    if post.topic.forum_id not in boards.rights_of(viewer).read:
        return concealed()
    if post.approved and post.topic.approved:
        return allowed()
    own = viewer.is_authenticated and post.poster_id == viewer.pk
    return allowed() if own and post.byline.withdrawn_at is None else concealed()


def may_withdraw(viewer: object, post) -> Verdict:
    """A writer takes the own post back at any time (PB-16)."""
    if not may_read(viewer, post):
        return concealed()
    if not viewer.is_authenticated or post.poster_id != viewer.pk:
        return refused(_("Only the writer can take a message back."))
    return allowed()
