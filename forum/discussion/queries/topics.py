"""One topic and its posts for one viewer, in pages by position: no counting, no offset."""

from dataclasses import dataclass

from django.db.models import F, Q

from community.access.visible import visible_to
from community.core.errors import Concealed
from forum.forum_conversation.models import Post, Topic

from ..models import Byline
from .cards import ANSWERING, TopicCard, cards
from .messages import Message, messages

POSTS_A_PAGE = 20


@dataclass(frozen=True)
class PostPage:
    """One page of a topic: its messages, and the references between which they stand."""

    messages: list[Message]
    older: str  # show what stands before this reference
    newer: str  # show what stands after this reference
    is_last: bool


def topic_for(viewer, ref: str) -> Topic:
    """The topic behind a reference. Raises Concealed when it is not there for this viewer."""
    topic = (
        Topic.objects.filter(visible_to(viewer, Topic), trait__ref=ref)
        .select_related("trait", "forum__board")
        .first()
    )
    if topic is None:
        raise Concealed
    return topic


def can_read_topic(viewer, ref: str) -> bool:
    """Whether this viewer may read, and so listen to, the topic behind a reference."""
    return Topic.objects.filter(visible_to(viewer, Topic), trait__ref=ref).exists()


def post_for(viewer, ref: str) -> Post:
    """The post behind a reference. Raises Concealed when it is not there for this viewer."""
    post = (
        Post.objects.filter(visible_to(viewer, Post), byline__ref=ref)
        .select_related("byline__latest", "topic__trait", "topic__forum__board")
        .first()
    )
    if post is None:
        raise Concealed
    return post


def posts_in(
    viewer, topic: Topic, *, after: str = "", before: str = "", last: bool = False
) -> PostPage:
    """A page of posts: from the start, after or before a reference, or the last page.

    Shown posts stand in the order in which they were shown, so nothing ever slips in behind what
    somebody has read. The viewer's own waiting posts come last, on the last page.
    """
    shown = _posts(viewer, topic).filter(approved=True)
    backwards = last or bool(before)
    anchor = _anchor(topic, after or before)
    if anchor:
        shown = shown.filter(_beyond(anchor, backwards))
    order = (
        ("-byline__shown_at", "-byline__pk") if backwards else ("byline__shown_at", "byline__pk")
    )
    found = list(shown.order_by(*order)[: POSTS_A_PAGE + 1])
    more, found = len(found) > POSTS_A_PAGE, found[:POSTS_A_PAGE]
    if backwards:
        found.reverse()
    is_last = (not before) if backwards else not more
    first, final = (found[0].byline.ref, found[-1].byline.ref) if found else ("", after)
    has_older = more if backwards else bool(after)
    waiting = _waiting(viewer, topic) if is_last else []
    return PostPage(
        messages=messages(viewer, topic, [*found, *waiting]),
        older=first if has_older else "",
        newer=final,
        is_last=is_last,
    )


def first_newer(viewer, topic: Topic, after: str) -> list[Message]:
    """What stands after a reference, and the viewer's own waiting posts, for the live page."""
    return posts_in(viewer, topic, after=after).messages


def answered_topics(viewer, most: int = 10) -> list[TopicCard]:
    """Topics in which somebody of the house has answered, newest first."""
    found = (
        Topic.objects.filter(visible_to(viewer, Topic), approved=True)
        .filter(bylines__hat_kind__in=ANSWERING, bylines__post__approved=True)
        .select_related("trait")
        .distinct()
        .order_by("-last_post_on")
    )
    return cards(viewer, list(found[:most]))


def _posts(viewer, topic: Topic):
    return Post.objects.filter(visible_to(viewer, Post), topic=topic).select_related(
        "byline__latest"
    )


def _anchor(topic: Topic, ref: str) -> Byline | None:
    """Where a page begins; a post that was taken back meanwhile still marks its place."""
    if not ref:
        return None
    return Byline.objects.filter(topic=topic, ref=ref, shown_at__isnull=False).first()


def _beyond(anchor: Byline, backwards: bool) -> Q:
    at, key = anchor.shown_at, anchor.pk
    if backwards:
        return Q(byline__shown_at__lt=at) | Q(byline__shown_at=at, byline__pk__lt=key)
    return Q(byline__shown_at__gt=at) | Q(byline__shown_at=at, byline__pk__gt=key)


def _waiting(viewer, topic: Topic) -> list[Post]:
    if not viewer.is_authenticated:
        return []
    own = _posts(viewer, topic).filter(approved=False, poster=viewer)
    return list(own.order_by(F("byline__pk"))[:POSTS_A_PAGE])
