"""What talk tells people: answers where they follow, and that their own message has been read.

Whoever may not see a post hears nothing of it: every question here begins at `visible_to`.
"""

from datetime import datetime

from django.db.models import Max
from django.urls import reverse
from django.utils.translation import gettext as _

from community.access.visible import visible_to
from community.core.happenings import on
from community.notifications import services
from community.notifications.places import Shown, Since, place_kind
from forum.forum_conversation.models import Post, Topic
from moderation import queries as desk
from moderation.events import Approved, Declined

from .events import PostHidden, PostShown, PostWritten
from .models import Byline
from .queries.cards import untitled
from .queries.topics import may_hear_of

# A discussion by its reference, with its title and the language of that.
TOPIC = ("topic__trait__ref", "topic__trait__title", "topic__trait__language")


@place_kind("topic")
def topics(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """Discussions with answers by others that this viewer may read; one query."""
    there = Topic.objects.filter(visible_to(viewer, Topic), trait__ref__in=asked)
    posts = Post.objects.filter(visible_to(viewer, Post), approved=True, topic__in=there)
    since = min(one.start for one in asked.values())
    news = posts.exclude(poster_id=viewer.pk).filter(byline__shown_at__gte=since)
    ends = {one.end for one in asked.values()}
    if None not in ends:
        news = news.filter(byline__shown_at__lte=max(ends))
    newest = news.values(*TOPIC).annotate(newest=Max("byline__shown_at"))
    return {
        ref: _topic(ref, title, language, at)
        for ref, title, language, at in newest.values_list(*TOPIC, "newest")
        if asked[ref].start <= at
    }


def _topic(ref: str, title: str, language: str, at: datetime) -> Shown:
    address = f"{reverse('talk:topic', args=[ref])}?last=1"
    return Shown(title or untitled(), address, at=at, language=language if title else "")


@place_kind("post")
def own_posts(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """The viewer's own messages that somebody has read, shown or declined; never anybody else's."""
    posts = Post.objects.filter(visible_to(viewer, Post), poster_id=viewer.pk)
    there = posts.filter(byline__ref__in=asked, byline__withdrawn_at=None)
    found = there.values_list("byline__ref", *TOPIC, "approved")
    return {ref: _own_post(ref, *rest) for ref, *rest in found}


def _own_post(ref: str, topic: str, title: str, language: str, is_shown: bool) -> Shown:
    line = _("Your message has been read, and others can see it.")
    if not is_shown:
        line = _("Your message has been read, and is not shown. It says there why.")
    address = f"{reverse('talk:topic', args=[topic])}?last=1#message-{ref}"
    return Shown(title or _("Your discussion"), address, line, language=language if title else "")


@on(PostWritten)
def watch_where_one_writes(happened: PostWritten) -> None:
    byline = _byline(happened.post_id)
    services.begin_to_watch(byline.topic.trait.place, by=byline.person)
    services.see_place(byline.topic.trait.place, by=byline.person)


@on(PostShown)
def tell_followers(happened: PostShown) -> None:
    byline = _byline(happened.post_id)
    if happened.is_new and byline.shown_at:
        services.tell_followers(
            byline.topic.trait.place, kind="answers", at=byline.shown_at, but=byline.person_id
        )


@on(PostHidden)
def inboxes_look_again(happened: PostHidden) -> None:
    topic_ref, post_ref = happened.topic_ref, happened.post_ref
    services.look_again(
        f"topic:{topic_ref}", may_hear=lambda person: may_hear_of(person, topic_ref, post_ref)
    )


@on(Approved, Declined)
def tell_the_writer(happened: Approved | Declined) -> None:
    kind, revision, writer = desk.decided_about(happened.review_id) or ("", 0, 0)
    if kind == "post":
        byline = Byline.objects.get(post__revisions=revision)
        services.tell([writer], kind="read", place=f"post:{byline.ref}")


def _byline(post_id: int) -> Byline:
    return Byline.objects.select_related("person", "topic__trait").get(post_id=post_id)
