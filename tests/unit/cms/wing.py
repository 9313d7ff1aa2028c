"""The editorial wing as the demo shows it, loaded once a file of tests, rolled back after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import transaction

import community.demo
from cms import seeding
from community.accounts import services
from community.accounts.models import Role, User
from tests.replay import written

CONTENT = Path(community.demo.__file__).parent / "content"
NAMES = {"helmi": "Helmi K", "laine": "Laine K", "ville": "Ville K"}
READERS = {"protection": "laine", "violence": "ville"}


def cast() -> dict[str, User]:
    """The three people the content speaks of."""
    people = {key: User.objects.create_user(name) for key, name in NAMES.items()}
    services.give_role(people["helmi"], Role.Kind.EDITOR, by=None)
    return people


def _load() -> None:
    seeding.load(CONTENT, people=cast(), readers=READERS)


@pytest.fixture(scope="module")
def _grown(django_db_setup, django_db_blocker) -> Iterator[dict[str, User]]:
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        written("wing", _load)
        yield {key: User.objects.get(pseudonym=name) for key, name in NAMES.items()}
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def wing(_grown, db) -> dict[str, User]:
    """Guides and children's pages in three languages; gives the people by key."""
    return _grown
