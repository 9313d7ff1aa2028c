"""One topic and its posts for one viewer, in pages by position: no counting, no offset."""

from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q

from community.access.apart import reaching_bylines
from community.access.people import within_sight
from community.access.posts import traces
from community.access.visible import visible_to
from community.core.errors import Concealed
from forum.forum_conversation.models import Post, Topic

from ..models import Byline
from .cards import ANSWERING, TopicCard, cards
from .messages import Message, messages
from .order import by_last_seen

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
        .select_related("trait", "forum__board", "poster")
        .first()
    )
    if topic is None:
        raise Concealed
    return topic


def can_read_topic(viewer, ref: str) -> bool:
    """Whether this viewer may read, and so listen to, the topic behind a reference."""
    return Topic.objects.filter(visible_to(viewer, Topic), trait__ref=ref).exists()


def may_hear_of(viewer, topic_ref: str, post_ref: str) -> bool:
    """Whether what happens to that post may move this viewer's open page: not when its writer is
    somebody the viewer may not meet (PB-08)."""
    there = Byline.objects.filter(ref=post_ref, topic__trait__ref=topic_ref)
    return there.filter(within_sight(viewer, "person"), reaching_bylines(viewer)).exists()


def gone_from(viewer, ref: str) -> list[str]:
    """References of all that stood in a topic once and is not for this viewer now."""
    # What one's own distance list hides was never on the page: not even its reference is told.
    stood = Byline.objects.filter(
        reaching_bylines(viewer), topic__trait__ref=ref, shown_at__isnull=False
    )
    seen = Post.objects.filter(visible_to(viewer, Post), topic__trait__ref=ref)
    return list(stood.exclude(post__in=seen).values_list("ref", flat=True))


def post_for(viewer, ref: str) -> Post:
    """The post behind a reference. Raises Concealed when it is not there for this viewer."""
    post = (
        Post.objects.filter(visible_to(viewer, Post), byline__ref=ref)
        .select_related("byline__latest", "poster", "topic__trait", "topic__forum__board")
        .select_related("topic__poster")
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
    somebody has read. The viewer's own waiting posts come last, on the last page. Where others
    answered something that is not for this viewer, a grey line stands (PB-09).
    """
    shown = _places(viewer, topic)
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
        messages=messages(viewer, topic, [*found, *waiting], _grey(viewer, found)),
        older=first if has_older else "",
        newer=final,
        is_last=is_last,
    )


def first_newer(viewer, topic: Topic, after: str) -> list[Message]:
    """What stands after a reference, and the viewer's own waiting posts, for the live page."""
    return posts_in(viewer, topic, after=after).messages


def answered_topics(viewer, most: int = 10) -> list[TopicCard]:
    """Topics in which somebody of the house has answered, newest first."""
    answers = Post.objects.filter(
        visible_to(viewer, Post),
        topic=OuterRef("pk"),
        approved=True,
        byline__hat_kind__in=ANSWERING,
    )
    found = Topic.objects.filter(visible_to(viewer, Topic), Exists(answers), approved=True)
    return cards(viewer, list(by_last_seen(viewer, found)[:most]))


def _posts(viewer, topic: Topic):
    return Post.objects.filter(visible_to(viewer, Post), topic=topic).select_related(
        "byline__latest"
    )


def _places(viewer, topic: Topic):
    """Shown posts and grey lines."""
    shown = visible_to(viewer, Post) & Q(approved=True)
    there = Post.objects.filter(shown | traces(viewer), topic=topic)
    return there.select_related("byline__latest")


def _grey(viewer, found: list[Post]) -> frozenset[int]:
    keys = [post.pk for post in found]
    seen = Post.objects.filter(visible_to(viewer, Post), pk__in=keys, approved=True)
    return frozenset(keys) - frozenset(seen.values_list("pk", flat=True))


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
