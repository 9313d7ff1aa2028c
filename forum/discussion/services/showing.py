"""Showing and hiding one post, and the counters that follow, under a lock on the topic's row.

Counters move by one with `F()`; nothing else of the row is written, so a lock or a move made
meanwhile stays (dependencies.md M21).
"""

from django.db.models import F
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
    now = timezone.now()
    fresh = byline.shown_at is None or not byline.html
    byline.html, byline.sources, byline.rendered_by = (
        revision.html,
        revision.sources,
        RENDERER_VERSION,
    )
    byline.shown, byline.shown_at = revision, byline.shown_at or now
    byline.save(update_fields=["html", "sources", "rendered_by", "shown", "shown_at"])
    Post.objects.filter(pk=post.pk).update(approved=True)
    if topic.first_post_id == post.pk:
        _open(topic, revision)
    if fresh:
        _count_in(topic, post, byline.shown_at)
    publish(PostShown(post_id=post.pk, topic_ref=topic.trait.ref))


def hide_post(post: Post) -> None:
    """Take a post from readers. Runs in the caller's transaction."""
    topic = Topic.objects.select_for_update().get(pk=post.topic_id)
    was_shown = Post.objects.filter(pk=post.pk, approved=True).update(approved=False)
    if not was_shown:
        return
    Byline.objects.filter(post=post).update(html="", shown=None)
    Topic.objects.filter(pk=topic.pk).update(posts_count=F("posts_count") - 1)
    Forum.objects.filter(pk=topic.forum_id).update(direct_posts_count=F("direct_posts_count") - 1)
    _point_at_last(topic)
    publish(PostHidden(post_id=post.pk, topic_ref=topic.trait.ref))


def _open(topic: Topic, revision: PostRevision) -> None:
    """The first post carries the title; showing it opens the topic."""
    TopicTrait.objects.filter(topic=topic).update(
        title=revision.title, content_note=revision.content_note
    )
    if Topic.objects.filter(pk=topic.pk, approved=False).update(approved=True):
        Forum.objects.filter(pk=topic.forum_id).update(
            direct_topics_count=F("direct_topics_count") + 1
        )


def _count_in(topic: Topic, post: Post, shown_at) -> None:
    Topic.objects.filter(pk=topic.pk).update(
        posts_count=F("posts_count") + 1, last_post=post, last_post_on=shown_at
    )
    Forum.objects.filter(pk=topic.forum_id).update(
        direct_posts_count=F("direct_posts_count") + 1, last_post=post, last_post_on=shown_at
    )


def _point_at_last(topic: Topic) -> None:
    """After hiding, the newest post that is still shown stands in the lists."""
    last = (
        Byline.objects.filter(topic=topic, post__approved=True).order_by("-shown_at", "-id").first()
    )
    Topic.objects.filter(pk=topic.pk).update(
        last_post=last.post_id if last else None, last_post_on=last.shown_at if last else None
    )


def close_if_empty(topic_id: int, now) -> None:
    """A topic in which nothing is left, neither shown nor waiting, is not listed any more."""
    if Byline.objects.filter(topic_id=topic_id, withdrawn_at=None).exists():
        return
    topic = Topic.objects.select_for_update().get(pk=topic_id)
    TopicTrait.objects.filter(topic=topic).update(withdrawn_at=now)
    if Topic.objects.filter(pk=topic.pk, approved=True).update(approved=False):
        Forum.objects.filter(pk=topic.forum_id).update(
            direct_topics_count=F("direct_topics_count") - 1
        )
