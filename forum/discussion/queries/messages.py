"""How a post looks to one viewer: byline first, then text; waiting ones only to their writer."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from community.accounts import names
from community.accounts.hats import Hat
from forum.forum_conversation.models import Post, Topic
from moderation import queries as desk
from moderation.statements import Statement

from ..models import PostRevision


@dataclass(frozen=True)
class Who:
    """A byline: the name in this place, the role in words, who checked it and when (PV-01)."""

    name: str
    role: str
    label: str = ""
    organisation: str = ""
    checked_on: date | None = None
    own: bool = False


@dataclass(frozen=True)
class Message:
    """A post as one viewer sees it."""

    ref: str
    byline: Who
    html: SafeString
    language: str
    shown_at: datetime | None
    waiting_until: datetime | None
    title: str = ""
    declined: Statement | None = None
    note: str = ""
    sources: list[str] = field(default_factory=list)
    actions: list[dict] = field(default_factory=list)


def messages(viewer, topic: Topic, posts: list[Post]) -> list[Message]:
    """These posts as this viewer sees them; the same few queries whatever their number."""
    called = names.in_place(topic.trait.place, [post.poster_id for post in posts])
    held = [post.byline.latest_id for post in posts if not post.approved]
    due = desk.waiting_until(PostRevision, held) if held else {}
    declined = desk.declined_for(PostRevision, held) if held else {}
    return [_message(viewer, topic, post, called, due, declined) for post in posts]


def _message(viewer, topic: Topic, post: Post, called: dict, due: dict, declined: dict) -> Message:
    byline, own = post.byline, viewer.is_authenticated and post.poster_id == viewer.pk
    hat = Hat.from_stamp(byline.hat)
    waits = not post.approved
    return Message(
        ref=byline.ref,
        byline=who(called.get(post.poster_id, names.nobody()), hat, own=own),
        # Both were rendered by core.text when they were written.
        html=mark_safe(byline.latest.html if waits else byline.html),
        language=topic.trait.language,
        shown_at=byline.shown_at,
        waiting_until=due.get(byline.latest_id) if waits else None,
        title=byline.latest.title,
        declined=declined.get(byline.latest_id) if waits else None,
        note=general_information(hat),
        sources=byline.latest.sources if waits else byline.sources,
        actions=_actions(byline.ref) if own else [],
    )


def who(name: str, hat: Hat | None, *, own: bool = False) -> Who:
    """The byline of somebody called so here, in the hat the message was written in."""
    if hat is None:
        return Who(name, "member", own=own)
    return Who(
        # PV-13: a professional may show the title alone; the role's label stands before the name.
        name=hat.shown_name if hat.credential else name,
        role=hat.kind,
        label=hat.label,
        organisation=hat.employer,
        checked_on=date.fromisoformat(hat.checked_on) if hat.checked_on else None,
        own=own,
    )


def general_information(hat: Hat | None) -> str:
    """What stands under each public answer of a professional (PV-05)."""
    if hat is None or not hat.credential:
        return ""
    return _(
        "This is general information, not a client relationship, and not for emergencies. "
        "In danger, call 112."
    )


def _actions(ref: str) -> list[dict]:
    return [{"label": _("Take this back"), "url": reverse("talk:withdraw", args=[ref])}]
