"""Sockets against the real application: people with sessions, a line that speaks the room's frames.

Everything is committed, because a socket reads in a thread of its own.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable

import pytest
from channels.db import database_sync_to_async
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from community.accounts.models import User
from community.accounts.sessions import SessionStore
from community.asgi import application
from community.groups.models import PeerGroup, Session
from tests.conftest import as_proven
from tests.unit.groups import setting

ORIGIN = b"http://testserver"
SEQ = re.compile(r'data-seq="(\d+)"')


class Line(WebsocketCommunicator):
    """One connection as a browser would have it."""

    def __init__(self, path: str, key: str = "", origin: bytes = ORIGIN):
        headers = [(b"origin", origin), (b"host", b"testserver")]
        if key:
            headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={key}".encode()))
        super().__init__(application, path, headers)

    async def say(self, body: str, client_id: str) -> None:
        await self.send_json_to({"type": "say", "client_id": client_id, "body": body})

    async def after(self, seq: int) -> None:
        await self.send_json_to({"type": "after", "seq": seq})

    async def hear(self, kind: str, within: float = 3.0) -> dict:
        """The next frame of a kind; others that come before are let pass."""
        async with asyncio.timeout(within):
            while True:
                frame = json.loads(await self.receive_from(timeout=within))
                if frame["type"] == kind:
                    return frame

    async def seqs(self, upto: int, within: float = 5.0) -> list[int]:
        """Numbers of messages in the order they came, until that one."""
        found: list[int] = []
        while not found or found[-1] < upto:
            frame = await self.hear("messages", within)
            found += [int(seq) for seq in SEQ.findall(frame["html"])]
        return found

    async def closed(self, within: float = 2.0) -> int:
        """The code with which the server closed."""
        async with asyncio.timeout(within):
            while True:
                event = await self.receive_output(timeout=within)
                if event["type"] == "websocket.close":
                    return event.get("code", 1000)


@pytest.fixture
def group(transactional_db, ville) -> PeerGroup:
    return setting.found_group(ville)


@pytest.fixture
def session(group, ville, aino, mikko) -> Session:
    """The evening, open; Aino and Mikko sit there."""
    return setting.begin(group, ville, aino, mikko)


@pytest.fixture
def session_key(transactional_db) -> Callable[[User], str]:
    """A signed-in session of this person, as the sign-in makes it."""

    def sign_in(person: User) -> str:
        store = SessionStore()
        store[SESSION_KEY] = str(person.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = person.get_session_auth_hash()
        as_proven(store, person)
        store.save()
        return store.session_key

    return sign_in


@pytest.fixture
async def line(session_key) -> AsyncIterator[Callable]:
    """Opens lines to a room and hangs up at the end, whatever happened."""
    opened: list[Line] = []

    def dial(person: User | None, ref: str, *, key: str = "", origin: bytes = ORIGIN) -> Line:
        return Line(f"/live/g/{ref}/", key, origin)

    async def open_line(person: User | None, group: PeerGroup, *, after: int | None = 0) -> Line:
        key = await database_sync_to_async(session_key)(person) if person else ""
        one = dial(person, group.ref, key=key)
        opened.append(one)
        connected, _code = await one.connect(timeout=5)
        assert connected
        if after is not None:
            await one.after(after)
        return one

    yield open_line
    for one in opened:
        await one.disconnect()
