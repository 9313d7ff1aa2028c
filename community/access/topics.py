"""Topics: readable where their board is; while the first post waits, only by its writer.

A topic is not there at all for whoever may not meet the person who opened it, nor while nothing in
it can be read: exactly as if it had never been (PB-09).
"""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from . import boards, consent
from .apart import reaching_posts, reaching_topics, topic_reaches
from .people import may_meet, within_sight
from .verdict import Verdict, allowed, concealed, refused

LOCKED = 1  # machina: Topic.TOPIC_LOCKED


def readable(viewer: object) -> Q:
    """Filter for topics the viewer may read."""
    there = Q(forum_id__in=boards.rights_of(viewer).read) & reaching_topics(viewer)
    something = Exists(_shown_in(viewer, OuterRef("pk")))
    open_ = Q(approved=True) & within_sight(viewer, "poster") & something
    if not viewer.is_authenticated:
        return there & open_
    return there & (open_ | Q(poster_id=viewer.pk, trait__withdrawn_at=None))


def may_read(viewer: object, topic) -> Verdict:
    if topic.forum_id not in boards.rights_of(viewer).read or not topic_reaches(viewer, topic):
        return concealed()
    own = viewer.is_authenticated and topic.poster_id == viewer.pk
    if own and topic.trait.withdrawn_at is None:
        return allowed()
    if topic.approved and may_meet(viewer, topic.poster) and _shown_in(viewer, topic.pk).exists():
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
    return consent.may_write(viewer)


def _shown_in(viewer: object, topic: object) -> QuerySet:
    """What anybody shows in a topic to this viewer; its board and opener are asked elsewhere."""
    posts = apps.get_model("forum_conversation", "Post").objects
    reads = within_sight(viewer, "poster") & reaching_posts(viewer)
    return posts.filter(reads, topic=topic, approved=True)
