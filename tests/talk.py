"""Boards, a discussion and a reader's yes, as fixtures for every test that touches talk."""

from collections.abc import Callable

import pytest

from community.accounts.models import User
from forum.discussion import services
from forum.discussion.models import Board
from forum.forum_conversation.models import Post, Topic
from moderation import desk
from moderation import queries as waiting

WORDS = {"fi": "Arki", "sv": "Vardag", "en": "Everyday life"}


def make_board(key: str, reading: str, naming: str = "steady", holds: str = "first_posts") -> Board:
    shelf = services.set_up_category("everyday", name=WORDS, purpose=WORDS)
    return services.set_up_board(
        key, under=shelf, name=WORDS, purpose=WORDS, reading=reading, naming=naming, holds=holds
    )


@pytest.fixture
def open_board(db) -> Board:
    """A board everyone can read, with steady names."""
    return make_board("open", "everyone")


@pytest.fixture
def members_board(db) -> Board:
    """A board for members, with a new name in each topic."""
    return make_board("members", "members", naming="per_topic")


@pytest.fixture
def careful_board(db) -> Board:
    """A board on which everything is read first."""
    return make_board("careful", "everyone", holds="all")


@pytest.fixture
def let_through(salla) -> Callable[[Post], None]:
    """Salla reads a waiting post and lets exactly that text through."""
    return reader(salla)


def reader(salla: User) -> Callable[[Post], None]:
    """What `let_through` gives, for whoever reads."""

    def read(post: Post) -> None:
        review = waiting.open_reviews(salla).get(kind="post", thing=f"post:{post.pk}")
        claimed = desk.claim(review, by=salla)
        desk.approve(claimed, version=claimed.version, digest=post.byline.latest.digest, by=salla)

    return read


@pytest.fixture
def topic(open_board, mikko, let_through) -> Topic:
    """Mikko's discussion on the open board, let through by Salla."""
    written = services.start(
        open_board,
        title="Kaksi kotia",
        body="Miten teillä vaihdot sujuvat?",
        language="fi",
        by=mikko,
    )
    let_through(written.post)
    return Topic.objects.get(pk=written.post.topic_id)
