"""Writing in a topic: hidden first, then screened; what is clear is shown at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.access import boards, topics
from community.access.verdict import require
from community.accounts import hats, names
from community.accounts.hats import Hat
from community.accounts.models import User
from community.audit import Tag
from community.core import limits, text
from community.core.errors import Refused
from community.core.happenings import publish
from forum.forum_conversation.models import Post, Topic
from moderation import desk

from ..events import PostWritten
from ..models import Board, Byline, PostRevision, TopicTrait, digest_of

MOST_SOURCES = 6


@dataclass(frozen=True)
class Written:
    """A post as it stands after writing: shown, or waiting until somebody has read it."""

    post: Post
    is_held: bool
    until: datetime | None


@dataclass(frozen=True)
class Words:
    """What a person typed, cleaned and rendered."""

    title: str
    source: str
    html: str
    sources: list[str]
    content_note: str

    @property
    def digest(self) -> str:
        return digest_of(self.title, self.html, self.content_note, *self.sources)


def start(
    board: Board,
    *,
    title: str,
    body: str,
    language: str,
    by: User,
    wearing: str = "",
    sources: str = "",
    content_note: str = "",
    client_id: str = "",
    new_name: bool = False,
) -> Written:
    """Open a discussion with its first post. Raises Refused, Concealed or TooMany.

    `new_name` asks for a name of its own in this discussion, also where names are steady (PB-02).
    """
    require(boards.may_start(by, board.forum))
    words = cleaned(body, title=title, sources=sources, content_note=content_note)
    if not words.title:
        raise Refused(_("Please give the discussion a title."))
    hat = hats.hat_for(by, wearing)
    return _write(None, board, words, hat, client_id, by, language=language, new_name=new_name)


def reply(
    topic: Topic,
    *,
    body: str,
    by: User,
    wearing: str = "",
    sources: str = "",
    client_id: str = "",
    new_name: bool = False,
) -> Written:
    """Answer in a discussion. Raises Refused, Concealed or TooMany; sending again is safe."""
    require(topics.may_reply(by, topic))
    words = cleaned(body, sources=sources)
    hat = hats.hat_for(by, wearing)
    return _write(topic, topic.forum.board, words, hat, client_id, by, new_name=new_name)


def cleaned(body: str, *, title: str = "", sources: str = "", content_note: str = "") -> Words:
    """The typed text within its limits, rendered. Raises Refused when there is none or too much."""
    source, title = body.replace("\x00", "").strip(), " ".join(title.split())
    if text.is_blank(source):
        raise Refused(_("There is no text yet. Please write something first."))
    if len(source) > promises.POST_LENGTH:
        raise Refused(
            _("The text is %(length)d characters long. At most %(most)d fit; nothing is lost.")
            % {"length": len(source), "most": promises.POST_LENGTH}
        )
    if len(title) > promises.TITLE_LENGTH:
        raise Refused(_("The title is too long. Please shorten it a little."))
    lines = [line.strip()[:300] for line in sources.splitlines() if line.strip()]
    html = text.render(source)
    return Words(title, source, str(html), lines[:MOST_SOURCES], content_note.strip()[:120])


def _write(
    topic: Topic | None,
    board: Board,
    words: Words,
    hat: Hat | None,
    client_id: str,
    by: User,
    *,
    new_name: bool,
    language: str = "",
) -> Written:
    """Into this topic, or a new one on the board when there is none."""
    earlier = _sent_before(by, client_id)
    if earlier and _is_same(earlier.post, topic, board, words, hat):
        return earlier
    if earlier:
        client_id = ""  # a browser gave an old form back; the words are new and count as new
    limits.spend(limit_for(by), by.ref)
    try:
        with transaction.atomic():
            there = topic or _open_topic(board, language, by)
            _take_name(there, board, by, wants_new=new_name)
            return _write_once(there, board, words, hat, client_id, by)
    except IntegrityError:
        earlier = _sent_before(by, client_id)  # the same sending came in twice at once
        if earlier is None or not _is_same(earlier.post, topic, board, words, hat):
            raise
        return earlier


def _open_topic(board: Board, language: str, by: User) -> Topic:
    topic = Topic.objects.create(
        forum=board.forum,
        poster=by,
        slug="t",
        type=Topic.TOPIC_POST,
        status=Topic.TOPIC_UNLOCKED,
        approved=False,
    )
    TopicTrait.objects.create(topic=topic, language=language)
    return topic


def _write_once(
    topic: Topic, board: Board, words: Words, hat: Hat | None, client_id: str, by: User
) -> Written:
    post = Post.objects.create(topic=topic, poster=by, approved=False, enable_signature=False)
    revision = PostRevision.objects.create(
        post=post,
        number=1,
        title=words.title,
        source=words.source,
        html=words.html,
        sources=words.sources,
        content_note=words.content_note,
        digest=words.digest,
        written_by=by,
    )
    Byline.objects.create(
        post=post,
        topic=topic,
        person=by,
        hat=hat.stamp() if hat else {},
        hat_kind=hat.kind if hat else "",
        latest=revision,
        client_id=client_id,
    )
    if words.title:
        Topic.objects.filter(pk=topic.pk).update(first_post=post)
    audit.record(by, Tag.POST_WRITTEN, post, wearing=hat.kind if hat else "")
    outcome = desk.submit(revision, by=by)
    publish(PostWritten(post_id=post.pk))
    return Written(post, outcome.is_held, outcome.until)


def _take_name(topic: Topic, board: Board, by: User, *, wants_new: bool) -> None:
    names.take(
        by,
        topic.trait.place,
        naming=board.naming,
        wants_new=wants_new,
        language=topic.trait.language,
    )


def _is_same(post: Post, topic: Topic | None, board: Board, words: Words, hat: Hat | None) -> bool:
    """Whether this sending is that one again, and not other words under an old mark."""
    there = post.topic_id == topic.pk if topic else post.topic.forum_id == board.forum_id
    kind = hat.kind if hat else ""
    return there and (post.byline.latest.digest, post.byline.hat_kind) == (words.digest, kind)


def _sent_before(by: User, client_id: str) -> Written | None:
    """What this same sending became the first time."""
    if not client_id:
        return None
    sent = Byline.objects.filter(person=by, client_id=client_id)
    byline = sent.select_related("post__byline__latest").first()
    return Written(byline.post, byline.shown_at is None, None) if byline else None


def limit_for(person: User) -> str:
    """New members write a little less at first (SE-11)."""
    shown = Byline.objects.filter(person=person, shown_at__isnull=False)
    return "posts" if shown.count() >= promises.FIRST_POSTS_READ else "first_posts"
