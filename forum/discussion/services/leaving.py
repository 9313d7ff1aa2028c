"""What becomes of words when their writer leaves (PR-07). Nobody else's word is touched.

Runs in the caller's transaction, after seven days in which everything was hidden already.
"""

from django.db.models import QuerySet
from django.utils import timezone

from community.accounts import former
from community.accounts.models import Alias, User
from forum.forum_conversation.models import Post, Topic
from moderation import desk

from ..models import Byline, PostRevision, TopicTrait
from .showing import hide_post


def remove_words(person: User) -> None:
    """Take every message back and empty what was kept of it; answered ones leave a grey line."""
    _take_back(person, Post.objects.filter(poster=person))


def leave_words(person: User) -> None:
    """Shown words stay, in each topic under another "former member"; the rest is emptied."""
    _take_back(person, Post.objects.filter(poster=person, approved=False))
    topics = Topic.objects.filter(bylines__person=person) | Topic.objects.filter(poster=person)
    for topic in topics.select_related("trait").distinct():
        _hand_over(topic, person)


def empty(revisions: QuerySet) -> int:
    """Forget the words of these revisions here and in the desk's copies."""
    desk.forget(revisions)
    return revisions.update(title="", source="", html="", sources=[], content_note="", digest="")


def _take_back(person: User, posts: QuerySet) -> None:
    keys = list(posts.values_list("pk", flat=True))
    for post in Post.objects.filter(pk__in=keys).select_related("byline__latest", "topic__trait"):
        if post.byline.latest:
            desk.withdraw(post.byline.latest, by=person)
        hide_post(post)
    now = timezone.now()
    theirs = Byline.objects.filter(post__in=keys)
    theirs.filter(withdrawn_at=None).update(withdrawn_at=now)
    theirs.update(hat={}, hat_kind="", client_id="", html="", sources=[])
    opened = TopicTrait.objects.filter(topic__first_post__in=keys)
    opened.filter(withdrawn_at=None).update(withdrawn_at=now)
    opened.update(title="", content_note="")
    empty(PostRevision.objects.filter(post__in=keys))


def _hand_over(topic: Topic, person: User) -> None:
    nobody = former.stand_in(topic.trait.place, topic.trait.language)
    posts = Post.objects.filter(topic=topic, poster=person)
    revisions = PostRevision.objects.filter(post__topic=topic, written_by=person)
    _forget_unshown(revisions)
    desk.forget(revisions, writer=nobody)
    revisions.update(written_by=nobody)
    # The hat tells who somebody is, so it does not stay on the words.
    Byline.objects.filter(topic=topic, person=person).update(
        person=nobody, hat={}, hat_kind="", client_id=""
    )
    posts.update(poster=nobody)
    Topic.objects.filter(pk=topic.pk, poster=person).update(poster=nobody)
    Alias.objects.filter(person=person, place=topic.trait.place).delete()


def _forget_unshown(revisions: QuerySet) -> None:
    shown = Byline.objects.filter(shown__in=revisions).values_list("shown", flat=True)
    empty(revisions.exclude(pk__in=list(shown)))
