"""A text that waits at the desk, and a second moderator."""

from collections.abc import Callable

import pytest

from community.accounts.models import Role, User
from forum.discussion import services
from forum.discussion.models import PostRevision
from forum.forum_conversation.models import Post
from moderation import desk, ledger
from moderation.models import Review


@pytest.fixture
def eero(person) -> User:
    """Another volunteer who reads what waits."""
    return person("Eero", Role.Kind.VOLUNTEER, Role.Kind.MODERATOR)


@pytest.fixture
def write(open_board) -> Callable[..., Review | None]:
    """Somebody opens a discussion; the review, if the text waits."""

    def start(by: User, body: str = "Hei, olen uusi täällä.", title: str = "Kaksi kotia", **more):
        written = services.start(open_board, title=title, body=body, language="fi", by=by, **more)
        return Review.objects.filter(thing=f"post:{written.post.pk}").first()

    return start


@pytest.fixture
def review(write, aino) -> Review:
    """Aino's first text, waiting."""
    return write(aino)


@pytest.fixture
def post(review) -> Post:
    return Post.objects.get(pk=ledger.revision_of(review.entry_id).post_id)


@pytest.fixture
def digest(review) -> str:
    return ledger.revision_of(review.entry_id).digest


@pytest.fixture
def rewrite() -> Callable[[Post, str], tuple[PostRevision, desk.Outcome]]:
    """The writer hands in a newer text of the same post."""

    def again(post: Post, body: str) -> tuple[PostRevision, desk.Outcome]:
        old = post.revisions.latest("number")
        new = PostRevision.objects.create(
            post=post,
            number=old.number + 1,
            title=old.title,
            source=body,
            html=f"<p>{body}</p>",
            digest=f"{old.number + 1:064x}",
            written_by=old.written_by,
        )
        return new, desk.submit(new, by=old.written_by)

    return again
