"""What every test may use: the clock at a calm evening hour, the cast, a few boards, a topic.

People, boards and posts are made by the ordinary verbs; nothing is put into tables by hand.
"""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from datetime import date
from types import SimpleNamespace
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core import management
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase
from django.utils import translation
from servestatic.middleware import ServeStaticMiddleware

from community.accounts import proofs
from community.accounts import services as accounts
from community.accounts.hats import hats_of
from community.accounts.models import Role, User
from community.audit import seal
from tests import ready_database
from tests.promised import pytest_runtest_logreport, pytest_terminal_summary  # noqa: F401

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


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings) -> Iterator[None]:
    """The tables are copied from a database that was migrated once."""
    call = management.call_command

    def called(name: str, *args, **options) -> object:
        if name != "migrate":
            return call(name, *args, **options)
        return ready_database.migrated(lambda: call(name, *args, **options))

    with patch.object(management, "call_command", called):
        yield


@pytest.fixture(scope="session", autouse=True)
def tables_come_back() -> Iterator[None]:
    """After a test that commits, the tables are again as the migrations left them.

    The runner would empty them, and with them what migrations put there. Where it still does, the
    record's seal is lifted for it.
    """
    empty = TransactionTestCase._fixture_teardown

    def emptied(case: TransactionTestCase) -> None:
        if ready_database.restored():
            ContentType.objects.clear_cache()
            return
        with seal.lifted(connection) if connection.vendor == "sqlite" else nullcontext():
            empty(case)

    TransactionTestCase._fixture_teardown = emptied
    yield
    TransactionTestCase._fixture_teardown = empty


@pytest.fixture(scope="session", autouse=True)
def static_files_are_found_once() -> Iterator[None]:
    """Each new Client() builds the middleware; looking through every static file cost it 50 ms."""
    find, found = ServeStaticMiddleware.add_files_from_finders, {}

    def find_once(static: ServeStaticMiddleware) -> None:
        if not found:
            find(static)
            found.update(files=static.files, directories=static.directories)
        static.files, static.directories = dict(found["files"]), list(found["directories"])

    with patch.object(ServeStaticMiddleware, "add_files_from_finders", find_once):
        yield


@pytest.fixture
def person(db) -> Callable[..., User]:
    """Somebody signed up, with these roles, given by nobody in particular."""
    return signed_up


def signed_up(name: str, *roles: str) -> User:
    someone = accounts.sign_up(
        pseudonym=name, passphrase=PASSPHRASE, language="fi", special_data=True
    )
    for role in roles:
        accounts.give_role(someone, role, by=None)
    return User.objects.get(pk=someone.pk)


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
    return verified(person("Laine"), by=outi)


def verified(someone: User, *, by: User) -> User:
    accounts.verify(
        someone,
        field="psychosocial",
        title={"fi": "Psykologi", "sv": "Psykolog", "en": "Psychologist"},
        organisation={"fi": "Perhepalvelut", "sv": "Familjetjänster", "en": "Family services"},
        register="Ammattihenkilörekisteri",
        shown_name="Dr. Laine",
        checked_on=date(2026, 11, 2),
        by=by,
    )
    return User.objects.get(pk=someone.pk)


@pytest.fixture
def profession() -> Callable[[User], str]:
    """The key of the hat of a person's profession."""
    return lambda someone: hats_of(someone)[0].key


def as_proven(session, someone: User, *, second_factor: bool | None = None) -> None:
    """The session holds what a sign-in writes; tasks are awake unless told otherwise."""
    request = SimpleNamespace(session=session)
    proofs.proven(request, someone, proofs.PASSPHRASE)
    if someone.has_tasks if second_factor is None else second_factor:
        proofs.proven(request, someone, proofs.SECOND)


@pytest.fixture
def signed_in() -> Callable[..., Client]:
    """A browser in which this person has just signed in; who has tasks, with the second factor."""

    def open_for(someone: User, *, second_factor: bool | None = None) -> Client:
        client = Client()
        client.force_login(someone)
        session = client.session
        session.begin(own=True, device="")
        as_proven(session, someone, second_factor=second_factor)
        session.save()
        return client

    return open_for
