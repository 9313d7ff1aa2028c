"""How a post looks to one viewer: byline first, then text; waiting ones only to their writer."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from community.accounts import names
from community.accounts.bounds import bounds_of
from community.accounts.hats import Hat
from community.accounts.queries import still_standing
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
    verified_then: bool = False  # the right held when this was written; today it does not


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
    removed: bool = False


def messages(viewer, topic: Topic, posts: list[Post], grey: frozenset[int]) -> list[Message]:
    """These posts as this viewer sees them; the same few queries whatever their number.

    `grey` names those of which only a line stays: nothing of them is looked up.
    """
    seen = [post for post in posts if post.pk not in grey]
    called = names.in_place(topic.trait.place, [post.poster_id for post in seen])
    held = [post.byline.latest_id for post in seen if not post.approved]
    due = desk.waiting_until(PostRevision, held) if held else {}
    declined = desk.declined_for(PostRevision, held) if held else {}
    standing = still_standing(post.byline.hat.get("credential", "") for post in seen)
    return [
        grey_line(post)
        if post.pk in grey
        else _message(viewer, topic, post, called, due, declined, standing)
        for post in posts
    ]


def grey_line(post: Post) -> Message:
    """What stays of a post that is not for this viewer: its place, whatever the reason (PB-09)."""
    return Message(post.byline.ref, Who("", "member"), mark_safe(""), "", None, None, removed=True)


def _message(
    viewer,
    topic: Topic,
    post: Post,
    called: dict,
    due: dict,
    declined: dict,
    standing: frozenset[str],
) -> Message:
    byline, own = post.byline, viewer.is_authenticated and post.poster_id == viewer.pk
    hat = Hat.from_stamp(byline.hat)
    waits = not post.approved
    return Message(
        ref=byline.ref,
        byline=who(called.get(post.poster_id, names.nobody()), hat, own=own, standing=standing),
        # Both were rendered by core.text when they were written.
        html=mark_safe(byline.latest.html if waits else byline.html),
        language=topic.trait.language,
        shown_at=byline.shown_at,
        waiting_until=due.get(byline.latest_id) if waits else None,
        title=byline.latest.title,
        declined=declined.get(byline.latest_id) if waits else None,
        note=general_information(hat),
        sources=byline.latest.sources if waits else byline.sources,
        actions=_actions(viewer, byline.ref, own=own),
    )


def who(
    name: str, hat: Hat | None, *, own: bool = False, standing: frozenset[str] = frozenset()
) -> Who:
    """The byline of somebody called so here, in the hat the message was written in.

    `standing` names the professions that hold today (PV-01): others were verified at the time.
    """
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
        verified_then=hat.is_past(standing),
    )


def general_information(hat: Hat | None) -> str:
    """What stands under each public answer of a professional (PV-05)."""
    if hat is None or not hat.credential:
        return ""
    said = _(
        "This is general information, not a client relationship, and not for emergencies. "
        "In danger, call 112."
    )
    return f"{said} {bounds_of(hat.field)}".strip()


def _actions(viewer, ref: str, *, own: bool) -> list[dict]:
    if own:
        return [{"label": _("Take this back"), "url": reverse("talk:withdraw", args=[ref])}]
    if not viewer.is_authenticated:
        return []
    return [{"label": _("Block"), "url": reverse("safety:block", args=["t", ref])}]


def name_on(post: Post) -> str:
    """What stands as the name on a message somebody can read."""
    called = names.in_place(post.topic.trait.place, [post.poster_id])
    shown = who(called.get(post.poster_id, names.nobody()), Hat.from_stamp(post.byline.hat))
    return shown.name or shown.label
