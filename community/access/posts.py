"""Posts: hidden until decided; the writer sees the own one in place; an answered one leaves a line.

A post that was taken back, hidden, or written by somebody the viewer may not meet, leaves the same
grey line in its place, if anybody else answered after it; otherwise nothing (PB-09).
"""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from . import boards
from .apart import post_reaches, reaching_posts
from .people import may_meet, within_sight
from .verdict import Verdict, allowed, concealed, refused


def readable(viewer: object) -> Q:
    """Filter for posts the viewer may read."""
    shown = Q(approved=True) & _in_open_topic(viewer) & within_sight(viewer, "poster")
    return _there(viewer) & (shown | _own(viewer))


def may_read(viewer: object, post) -> Verdict:
    if post.topic.forum_id not in boards.rights_of(viewer).read or not post_reaches(viewer, post):
        return concealed()
    if viewer.is_authenticated and post.poster_id == viewer.pk and _stands(post):
        return allowed()
    if not post.approved or not post.topic.approved:
        return concealed()
    if not may_meet(viewer, post.topic.poster) or not may_meet(viewer, post.poster):
        return concealed()
    return allowed()


def traces(viewer: object) -> Q:
    """Filter for posts of which a grey line stays in its place, and nothing else."""
    gone = (Q(approved=True) & ~within_sight(viewer, "poster")) | Q(approved=False)
    left = Q(byline__shown_at__isnull=False) & gone & ~_own(viewer)
    return _there(viewer) & _in_open_topic(viewer) & left & Exists(_answers(viewer))


def leaves_trace(viewer: object, post) -> bool:
    """Whether a grey line stays for this viewer where the post was."""
    if may_read(viewer, post) or post.byline.shown_at is None:
        return False
    if post.topic.forum_id not in boards.rights_of(viewer).read or not post.topic.approved:
        return False
    if not post_reaches(viewer, post):
        return False
    answers = (
        other
        for other in post.topic.posts.select_related("topic__poster", "poster", "byline")
        if other.approved and other.poster_id != post.poster_id and _place(other) > _place(post)
    )
    return may_meet(viewer, post.topic.poster) and any(may_read(viewer, one) for one in answers)


def may_withdraw(viewer: object, post) -> Verdict:
    """A writer takes the own post back at any time (PB-16)."""
    if not may_read(viewer, post):
        return concealed()
    if not viewer.is_authenticated or post.poster_id != viewer.pk:
        return refused(_("Only the writer can take a message back."))
    return allowed()


def _there(viewer: object) -> Q:
    return Q(topic__forum_id__in=boards.rights_of(viewer).read) & reaching_posts(viewer)


def _in_open_topic(viewer: object) -> Q:
    return Q(topic__approved=True) & within_sight(viewer, "topic__poster")


def _own(viewer: object) -> Q:
    """One's own, shown or waiting, until it is taken back."""
    if not viewer.is_authenticated:
        return Q(pk__in=[])
    return Q(poster_id=viewer.pk, byline__withdrawn_at=None)


def _answers(viewer: object):
    """What somebody else wrote after a post and the viewer can read."""
    at, key = OuterRef("byline__shown_at"), OuterRef("byline__pk")
    later = Q(byline__shown_at__gt=at) | Q(byline__shown_at=at, byline__pk__gt=key)
    posts = apps.get_model("forum_conversation", "Post").objects
    reads = within_sight(viewer, "poster") & reaching_posts(viewer)
    others = posts.filter(later, reads, approved=True)
    return others.filter(topic=OuterRef("topic")).exclude(poster=OuterRef("poster"))


def _stands(post) -> bool:
    return post.byline.withdrawn_at is None


def _place(post) -> tuple:
    return post.byline.shown_at, post.byline.pk
