"""A writer takes the own words back, at any time, shown or waiting (PB-16)."""

from django.db import transaction
from django.utils import timezone

from community import audit
from community.access import posts
from community.access.verdict import require
from community.accounts.models import User
from community.audit import Tag
from forum.forum_conversation.models import Post
from moderation import desk

from ..models import Byline, TopicTrait
from .showing import hide_post


@transaction.atomic
def withdraw(post: Post, *, by: User) -> None:
    """Take a post back. Its words are gone for readers at once; nobody else's words go with it."""
    require(posts.may_withdraw(by, post))
    # The desk's row is locked before ours, as when it decides: else two could wait for each other.
    desk.withdraw(post.byline.latest, by=by)
    now = timezone.now()
    hide_post(post)
    Byline.objects.filter(post=post, withdrawn_at=None).update(withdrawn_at=now)
    if post.pk == post.topic.first_post_id:
        TopicTrait.objects.filter(topic=post.topic).update(withdrawn_at=now)
    audit.record(by, Tag.POST_WITHDRAWN, post)
