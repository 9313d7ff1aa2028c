"""Showing and hiding one post, and the counters that follow, under a lock on the topic's row.

Counters move by one with `F()`; nothing else of the row is written, so a lock or a move made
meanwhile stays (dependencies.md M21).
"""

from django.db.models import F, Q
from django.utils import timezone
from machina.apps.forum.models import Forum

from community.core.happenings import publish
from community.core.text import RENDERER_VERSION
from forum.forum_conversation.models import Post, Topic

from ..events import PostHidden, PostShown
from ..models import Byline, PostRevision, TopicTrait


def show_post(post: Post, revision: PostRevision) -> None:
    """Let readers see exactly this revision. Runs in the caller's transaction."""
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    byline = Byline.objects.select_for_update().get(post=post)
    fresh = byline.shown_id is None
    byline.html, byline.sources = revision.html, revision.sources
    byline.rendered_by, byline.shown = RENDERER_VERSION, revision
    byline.shown_at = byline.shown_at or timezone.now()
    byline.save(update_fields=["html", "sources", "rendered_by", "shown", "shown_at"])
    Post.objects.filter(pk=post.pk).update(approved=True)
    if topic.first_post_id == post.pk:
        _entitle(topic, revision.title, revision.content_note)
    if fresh:
        _count(topic, +1)
    publish(
        PostShown(post_id=post.pk, topic_ref=topic.trait.ref, is_new=fresh, post_ref=byline.ref)
    )


def hide_post(post: Post) -> None:
    """Take a post from readers, its title and note too. Runs in the caller's transaction."""
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    if not Post.objects.filter(pk=post.pk, approved=True).update(approved=False):
        return
    Byline.objects.filter(post=post).update(html="", sources=[], shown=None)
    if topic.first_post_id == post.pk:
        _entitle(topic, "", "")
    _count(topic, -1)
    publish(PostHidden(post_id=post.pk, topic_ref=topic.trait.ref, post_ref=post.byline.ref))


def _entitle(topic: Topic, title: str, content_note: str) -> None:
    """The first post carries the title."""
    TopicTrait.objects.filter(topic=topic).update(title=title, content_note=content_note)


def _count(topic: Topic, by: int) -> None:
    """Counters and the newest post of the topic and its board; a topic is open while it has one."""
    Forum.objects.select_for_update().get(pk=topic.forum_id)  # what is newest is read under it
    Topic.objects.filter(pk=topic.pk).update(
        posts_count=F("posts_count") + by, **_newest(Q(topic=topic))
    )
    opened = Topic.objects.filter(pk=topic.pk, approved=False, posts_count__gt=0)
    closed = Topic.objects.filter(pk=topic.pk, approved=True, posts_count=0)
    topics = opened.update(approved=True) - closed.update(approved=False)
    Forum.objects.filter(pk=topic.forum_id).update(
        direct_posts_count=F("direct_posts_count") + by,
        direct_topics_count=F("direct_topics_count") + topics,
        **_newest(Q(topic__forum=topic.forum_id)),
    )


def _newest(where: Q) -> dict:
    """The newest shown post there, as the vendor's columns want it."""
    last = Byline.objects.filter(where, post__approved=True).order_by("-shown_at", "-id").first()
    return {
        "last_post": last.post_id if last else None,
        "last_post_on": last.shown_at if last else None,
    }
