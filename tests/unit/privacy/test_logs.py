"""The log holds nothing that came from a person: canaries fly, and none is found (PR-11)."""

import io
import logging
import logging.config
from collections.abc import Callable, Iterator

import pytest
from asgiref.sync import async_to_sync
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.db import IntegrityError, connection
from django.test import Client

from community.accounts import services as accounts
from community.accounts.models import User
from community.asgi import application
from community.core.happenings import on, publish
from community.core.logs import OURS, Quiet
from community.privacy import services
from forum.discussion import queries
from forum.discussion import services as talk
from tests.unit.groups import setting

CANARIES = {
    "pseudonym": "Kanarialintu",
    "passphrase": "kanaria visertää yöllä",
    "body": "Ruumiissa laulaa kanaria",
    "title": "Otsikossa kanaria",
    "path": "kanariapolku",
    "query": "kanariahaku",
    "raised": "Poikkeuksessa kanaria",
    "socket": "Pistokkeessa kanaria",
    "host": "kanaria.example",
    "token": "kanariatoken",
}


FRAMES = ('{"listen": ["%s"]}', '{"listen": "%s"}', "%s", '["%s"', '{"a": "%s"}')


@pytest.fixture
def log() -> Iterator[Callable[[], str]]:
    """Everything that the handlers of the site would write, ours from the finest level on."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Quiet("{asctime} {levelname} {name}: {message}", style="{"))
    root = logging.getLogger()
    loggers = [root, *(logging.getLogger(name) for name in OURS)]
    before = [one.level for one in loggers]
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for one in loggers[1:]:
        one.setLevel(logging.DEBUG)
    yield written.getvalue
    root.removeHandler(handler)
    for one, level in zip(loggers, before, strict=True):
        one.setLevel(level)


def test_PR_11_the_site_writes_with_this_formatter_and_no_other():
    handlers = settings.LOGGING["handlers"].values()
    assert {one["formatter"] for one in handlers} == {"quiet"}
    assert settings.LOGGING["formatters"]["quiet"]["()"] == "community.core.logs.Quiet"
    assert not settings.ADMINS and not settings.MANAGERS


@pytest.mark.django_db(transaction=True)
def test_PR_11_no_canary_is_in_the_log_after_all_that_goes_wrong(
    log, person, open_board, ville, monkeypatch, capfd
):
    client = Client(raise_request_exception=False)
    someone = _signs_up(client)
    _writes(client, open_board, someone)
    _is_refused(client)
    _meets_a_fault(client, monkeypatch)
    _a_listener_fails()
    _the_database_refuses(someone)
    group = setting.found_group(ville)
    setting.begin(group, ville, someone)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    reached = async_to_sync(_a_socket_sends_rubbish)(key, f"/live/g/{group.ref}/")
    assert reached == ["/live/", f"/live/g/{group.ref}/"]
    services.ask(basics=True, private=True, by=someone)
    text = log()
    found = [name for name, words in CANARIES.items() if words in text]
    assert not found, text
    assert someone.ref not in text and open_board.ref not in text
    assert "builtins.ValueError" in text and "answered 404" in text, "what failed is told"
    assert client.cookies[settings.SESSION_COOKIE_NAME].value not in text
    printed = capfd.readouterr()
    assert not [words for words in CANARIES.values() if words in printed.out + printed.err]


def _signs_up(client: Client) -> User:
    name, words = CANARIES["pseudonym"], CANARIES["passphrase"]
    client.post("/fi/a/new/", {"pseudonym": name, "passphrase": words})  # refused: no yeses
    client.post("/fi/a/in/", {"pseudonym": name, "passphrase": words})  # refused: nobody
    someone = accounts.sign_up(pseudonym=name, passphrase=words, language="fi", special_data=True)
    client.post("/fi/a/in/", {"pseudonym": name, "passphrase": f"{words} väärin"})
    client.post("/fi/a/in/", {"pseudonym": name, "passphrase": words})
    return User.objects.get(pk=someone.pk)


def _writes(client: Client, board, someone: User) -> None:
    sent = {"title": CANARIES["title"], "body": CANARIES["body"]}
    client.post(f"/fi/b/{board.ref}/new/", sent)
    talk.start(board, **sent, language="fi", by=someone)
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.post(f"/fi/b/{board.ref}/new/", {**sent, "csrfmiddlewaretoken": CANARIES["token"]})


def _is_refused(client: Client) -> None:
    client.get(f"/fi/{CANARIES['path']}/?q={CANARIES['query']}")
    client.get("/fi/b/", headers={"host": CANARIES["host"]})
    client.post("/fi/a/in/", {f"field{n}": CANARIES["body"] for n in range(6000)})
    client.post("/fi/a/in/", "x" * 2_000_000, content_type="text/plain")
    client.get(f"/fi/a/in/?next=https://{CANARIES['host']}/")


def _meets_a_fault(client: Client, monkeypatch) -> None:
    def fails(viewer):
        words = CANARIES["raised"]
        try:
            raise KeyError(words)
        except KeyError as error:
            raise ValueError(f"no {words} for {viewer}") from error

    with monkeypatch.context() as patched:
        patched.setattr(queries, "open_boards", fails)
        assert client.get(f"/fi/b/?q={CANARIES['query']}").status_code == 500


class Happened:
    """A happening of this test alone."""


@on(Happened)
def _fails(happened: Happened) -> None:
    raise ValueError(CANARIES["raised"])


def _a_listener_fails() -> None:
    publish(Happened())


def _the_database_refuses(someone: User) -> None:
    """The database names the value in its own words."""
    log = logging.getLogger("community.accounts")
    try:
        User.objects.create_user(CANARIES["pseudonym"], CANARIES["passphrase"])
    except IntegrityError:
        log.exception("an account could not be made")
    connection.close_if_unusable_or_obsolete()


async def _a_socket_sends_rubbish(key: str, room: str) -> list[str]:
    """The addresses that took it: two sockets of ours, and none that is not there."""
    reached = []
    headers = [
        (b"origin", b"http://testserver"),
        (b"host", b"testserver"),
        (b"cookie", f"{settings.SESSION_COOKIE_NAME}={key}".encode()),
    ]
    for path in ("/live/", room, f"/{CANARIES['path']}"):
        line = WebsocketCommunicator(application, path, headers)
        try:
            # Where no socket is, the client of the test waits its whole time before it says so.
            connected, _code = await line.connect(timeout=5 if path.startswith("/live/") else 1)
            if connected:
                reached.append(path)
                for frame in (
                    '{"listen": ["%s"]}',
                    '{"listen": "%s"}',
                    "%s",
                    '["%s"',
                    '{"a":"%s"}',
                    '{"type": "say", "client_id": "%s", "body": 7}',
                    '{"type": "say", "client_id": "a1", "body": "%s"}',
                ):
                    await line.send_to(text_data=frame % CANARIES["socket"])
                await line.receive_nothing(0.1)
            await line.disconnect()
        except (ValueError, TimeoutError):
            pass  # an address that is not there raises in the test's client only
    return reached


def test_PR_11_what_failed_is_told_with_its_places_and_without_its_words(log):
    try:
        int(CANARIES["body"])
    except ValueError:
        logging.getLogger("community.core").exception("counting failed")
        logging.getLogger("django.request").error("%s: %s", CANARIES["path"], "x", exc_info=True)
    text = log()
    assert "counting failed" in text and "builtins.ValueError" in text and "test_logs.py" in text
    assert CANARIES["body"] not in text and CANARIES["path"] not in text
