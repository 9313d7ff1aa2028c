"""How long talk is kept: archived when quiet, gone later unless its writer keeps it (PR-03)."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.access import topics as access
from community.access.verdict import require
from community.accounts.models import Alias, User
from community.audit import Tag
from community.core.errors import Refused
from forum.forum_conversation.models import Post, Topic
from moderation import desk

from ..models import Byline, PostRevision, TopicTrait
from .leaving import empty
from .showing import hide_post


@transaction.atomic
def keep(topic: Topic, *, by: User) -> None:
    """The writer keeps an old discussion for another while. Raises Refused for anybody else."""
    require(access.may_read(by, topic))
    if topic.poster_id != by.pk:
        raise Refused(_("Only the one who opened a discussion can keep it."))
    TopicTrait.objects.filter(topic=topic).update(kept_at=timezone.now())
    audit.record(by, Tag.TOPIC_KEPT, topic)


def archive(now: datetime) -> int:
    """Shut discussions that were quiet for long: they can be read, not answered."""
    quiet = Topic.objects.filter(
        approved=True, status=Topic.TOPIC_UNLOCKED, last_post_on__lt=now - promises.TOPIC_ARCHIVED
    )
    TopicTrait.objects.filter(topic__in=quiet, archived_at=None).update(archived_at=now)
    return quiet.update(status=Topic.TOPIC_LOCKED)


def let_go(now: datetime) -> int:
    """Delete discussions past their time, one by one."""
    old = now - promises.TOPIC_GONE
    quiet = Q(last_post_on__lt=old) | Q(last_post_on=None, created__lt=old)
    unkept = Q(trait__kept_at=None) | Q(trait__kept_at__lt=old)
    found = list(Topic.objects.filter(quiet & unkept).select_related("trait"))
    for topic in found:
        _delete(topic)
    return len(found)


@transaction.atomic
def forget_words(now: datetime) -> int:
    """Empty what nobody reads any more: taken back, replaced, or declined long ago."""
    old = now - promises.WITHDRAWN_WORDS_KEPT
    declined = desk.closed_before(PostRevision, ("declined",), now - promises.DECLINED_WORDS_KEPT)
    replaced = desk.closed_before(PostRevision, ("withdrawn", "superseded"), old)
    worn_out = (
        Q(post__byline__withdrawn_at__lt=old)
        | Q(pk__in=declined)
        | Q(pk__in=replaced)
        | _older_than_shown(old)
    )
    keys = PostRevision.objects.filter(worn_out).exclude(source="").values_list("pk", flat=True)
    return empty(PostRevision.objects.filter(pk__in=list(keys)))


def _older_than_shown(old: datetime) -> Q:
    """A member's text that was changed; a professional's correction stays to be seen (PV-15)."""
    return Q(
        post__byline__hat_kind="",
        post__byline__shown__number__gt=F("number"),
        post__byline__shown__written_at__lt=old,
    )


@transaction.atomic
def _delete(topic: Topic) -> None:
    posts = Post.objects.filter(topic=topic)
    for post in posts.filter(approved=True).select_related("topic__trait", "byline"):
        hide_post(post)  # counters of the board follow, and open pages
    revisions = PostRevision.objects.filter(post__topic=topic)
    desk.remove(revisions)
    place = topic.trait.place
    Topic.objects.filter(pk=topic.pk).update(first_post=None, last_post=None)
    Byline.objects.filter(topic=topic).update(latest=None, shown=None)
    _all(revisions, Byline.objects.filter(topic=topic), TopicTrait.objects.filter(topic=topic))
    _all(posts, Topic.objects.filter(pk=topic.pk), Alias.objects.filter(place=place))


def _all(*rows: QuerySet) -> None:
    for some in rows:
        some.delete()
