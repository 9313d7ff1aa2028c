"""A discussion, and what happens in it told to the listeners, as after a commit."""

from collections.abc import Callable

import pytest

from community.accounts.models import User
from community.core import limits
from community.notifications import queries
from forum.discussion import services
from tests.talk import *  # noqa: F403


@pytest.fixture(autouse=True)
def told(django_capture_on_commit_callbacks):
    """Everything a test does is committed at once: listeners hear of it."""

    def run(act: Callable[[], object]) -> object:
        with limits.lifted(), django_capture_on_commit_callbacks(execute=True):
            return act()

    return run


@pytest.fixture
def write(told, let_through) -> Callable[..., object]:
    """Somebody answers, and Salla lets it through where it waits."""

    def written(topic, person: User, body: str = "Hei"):
        post = told(lambda: services.reply(topic, body=body, by=person)).post
        post.refresh_from_db()
        if not post.approved:
            told(lambda: let_through(post))
        return post

    return written


@pytest.fixture
def sees() -> Callable[[User], list[str]]:
    """The places of the notices a person sees, asked as a new page asks."""

    def places(person: User) -> list[str]:
        fresh = User.objects.get(pk=person.pk)
        return [line.url.split("?")[0] for line in queries.inbox(fresh).lines]

    return places
