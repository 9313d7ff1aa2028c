"""Boards and discussions of the demo, written and let through by the ordinary verbs."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone
from machina.apps.forum.models import Forum

from community.accounts.hats import hats_of
from community.accounts.models import User
from community.core import limits
from forum.discussion import services
from forum.discussion.models import Board, Byline
from forum.forum_conversation.models import Post, Topic
from moderation import desk
from moderation import queries as waiting

CONTENT = Path(__file__).resolve().parent.parent / "content"
READER = "salla"  # the volunteer who reads what waits


def load_talk(people: dict[str, User]) -> None:
    """Boards, then every discussion in its order. Safe to run again: each sending has its mark."""
    boards = load_boards()
    with limits.lifted():
        for file in sorted(CONTENT.glob("topics_*.toml")):
            for topic in tomllib.loads(file.read_text(encoding="utf-8"))["topic"]:
                load_topic(topic, boards[topic["board"]], people)


def load_boards() -> dict[str, Board]:
    """The tree of boards, by key."""
    boards: dict[str, Board] = {}
    for category in tomllib.loads((CONTENT / "boards.toml").read_text(encoding="utf-8"))[
        "category"
    ]:
        shelf = services.set_up_category(
            category["key"], name=category["name"], purpose=category["purpose"]
        )
        for board in category["board"]:
            boards[board["key"]] = services.set_up_board(under=shelf, **board)
    return boards


def load_topic(content: dict, board: Board, people: dict[str, User]) -> None:
    """One discussion with its answers, set back to when it is said to have happened."""
    topic: Topic | None = None
    for number, words in enumerate(content["post"]):
        mark = f"demo-{content['key']}-{number}"[:40]
        by = people[words["by"]]
        if Byline.objects.filter(person=by, client_id=mark).exists():
            topic = Topic.objects.get(bylines__person=by, bylines__client_id=mark)
            continue
        given = {
            "body": words["body"],
            "by": by,
            "wearing": hat_key(by, words.get("hat", "")),
            "sources": "\n".join(words.get("sources", [])),
            "client_id": mark,
        }
        if topic is None:
            written = services.start(
                board,
                title=content["title"],
                language=content["language"],
                content_note=content.get("content_note", ""),
                **given,
            )
        else:
            written = services.reply(topic, **given)
        if written.is_held:
            let_through(written.post, people[READER] if by != people[READER] else people["outi"])
        topic = Topic.objects.get(pk=written.post.topic_id)
        set_back(written.post, timezone.now() - timedelta(days=float(words["days_ago"])))


def hat_key(person: User, kind: str) -> str:
    """The key of the hat of that kind which this person holds."""
    return next((hat.key for hat in hats_of(person) if hat.kind == kind), "") if kind else ""


def let_through(post: Post, reader: User) -> None:
    """A volunteer reads the waiting message and lets exactly that text through."""
    review = waiting.open_reviews(reader).get(kind="post", thing=f"post:{post.pk}")
    claimed = desk.claim(review, by=reader)
    desk.approve(claimed, version=claimed.version, digest=post.byline.latest.digest, by=reader)


def set_back(post: Post, at: datetime) -> None:
    """Let a message have been written and shown at that time."""
    Post.objects.filter(pk=post.pk).update(created=at, updated=at)
    Byline.objects.filter(post=post).update(shown_at=at)
    topic = Topic.objects.get(pk=post.topic_id)
    opened = at if topic.first_post_id == post.pk else topic.created
    Topic.objects.filter(pk=topic.pk).update(created=opened, updated=at, last_post_on=at)
    newest = (
        Topic.objects.filter(forum=topic.forum_id, approved=True).order_by("-last_post_on").first()
    )
    Forum.objects.filter(pk=topic.forum_id).update(
        last_post=newest.last_post_id, last_post_on=newest.last_post_on
    )
