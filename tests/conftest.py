"""What every test may use: the clock at a calm evening hour, the cast, a few boards, a topic.

People, boards and posts are made by the ordinary verbs; nothing is put into tables by hand.
"""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase
from django.utils import translation

from community.accounts import services as accounts
from community.accounts.hats import hats_of
from community.accounts.models import Role, User
from community.audit import seal

EVENING = "2026-11-17 18:00:00+02:00"  # a Tuesday inside the reading hours
PASSPHRASE = "lamppu ikkunalla palaa"


@pytest.fixture(autouse=True)
def evening(request: pytest.FixtureRequest) -> Iterator[object]:
    """The clock runs from six in the evening; a browser and its server keep the real one."""
    if request.node.get_closest_marker("browser"):
        yield None
        return
    with time_machine.travel(EVENING, tick=True) as clock:
        yield clock


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    """No test pays for what another one did."""
    cache.clear()


@pytest.fixture(autouse=True)
def finnish() -> Iterator[None]:
    """Outside a request words are Finnish, as on the site."""
    with translation.override("fi"):
        yield


@pytest.fixture(scope="session", autouse=True)
def seal_lets_the_runner_flush() -> Iterator[None]:
    """The runner empties its database after a test that commits; the seal is lifted for that."""
    empty = TransactionTestCase._fixture_teardown

    def emptied(case: TransactionTestCase) -> None:
        with seal.lifted(connection) if connection.vendor == "sqlite" else nullcontext():
            empty(case)

    TransactionTestCase._fixture_teardown = emptied
    yield
    TransactionTestCase._fixture_teardown = empty


@pytest.fixture
def person(db) -> Callable[..., User]:
    """Somebody signed up, with these roles, given by nobody in particular."""

    def sign_up(name: str, *roles: str) -> User:
        someone = accounts.sign_up(
            pseudonym=name, passphrase=PASSPHRASE, language="fi", special_data=True
        )
        for role in roles:
            accounts.give_role(someone, role, by=None)
        return User.objects.get(pk=someone.pk)

    return sign_up


@pytest.fixture
def aino(person) -> User:
    return person("Aino")


@pytest.fixture
def mikko(person) -> User:
    return person("Mikko")


@pytest.fixture
def salla(person) -> User:
    """A volunteer who reads what waits."""
    return person("Salla", Role.Kind.VOLUNTEER, Role.Kind.MODERATOR)


@pytest.fixture
def outi(person) -> User:
    """The coordinator."""
    return person("Outi", Role.Kind.COORDINATOR)


@pytest.fixture
def ville(person) -> User:
    """A group facilitator."""
    return person("Ville", Role.Kind.FACILITATOR)


@pytest.fixture
def laine(person, outi) -> User:
    """A psychologist whose right the coordinator has looked up."""
    someone = person("Laine")
    accounts.verify(
        someone,
        field="psychosocial",
        title={"fi": "Psykologi", "sv": "Psykolog", "en": "Psychologist"},
        organisation={"fi": "Perhepalvelut", "sv": "Familjetjänster", "en": "Family services"},
        register="Ammattihenkilörekisteri",
        shown_name="Dr. Laine",
        checked_on=date(2026, 11, 2),
        by=outi,
    )
    return User.objects.get(pk=someone.pk)


@pytest.fixture
def profession() -> Callable[[User], str]:
    """The key of the hat of a person's profession."""
    return lambda someone: hats_of(someone)[0].key


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    """A browser in which this person is signed in."""

    def open_for(someone: User) -> Client:
        client = Client()
        client.force_login(someone)
        return client

    return open_for
