"""The one socket of ordinary pages: it says "look", never what. Rights are asked each time."""

from importlib import import_module
from types import SimpleNamespace

from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase

from . import live

MOST_STREAMS = 8


def viewer_of(session_key: str | None) -> object:
    """Who this session belongs to at this very moment; nobody when it has ended.

    A socket outlives requests, so the person is read anew, not remembered from the handshake.
    """
    if not session_key:
        return AnonymousUser()
    session = session_of(session_key)
    viewer = get_user(SimpleNamespace(session=session))
    # What the person may do depends on what was proven in this session (ID-09).
    return viewer.seen_through(session) if viewer.is_authenticated else viewer


def session_of(session_key: str) -> SessionBase:
    """The session with this key, as the site keeps sessions."""
    return import_module(settings.SESSION_ENGINE).SessionStore(session_key)


class Viewing(AsyncJsonWebsocketConsumer):
    """What every connection of ours shares: the viewer now, and closing when that changes."""

    async def connect(self) -> None:
        session = self.scope.get("session")
        self.session_key = session.session_key if session else None
        self.was = await self.viewer()
        if self.was.is_authenticated:
            await self.channel_layer.group_add(live.person_group(self.was.ref), self.channel_name)
        await self.accept()

    @database_sync_to_async
    def viewer(self) -> object:
        return viewer_of(self.session_key)

    async def disconnect(self, code: int) -> None:
        if getattr(self, "was", None) is not None and self.was.is_authenticated:
            await self.channel_layer.group_discard(
                live.person_group(self.was.ref), self.channel_name
            )

    @classmethod
    async def decode_json(cls, text_data: str) -> object:
        try:
            return await super().decode_json(text_data)
        except (ValueError, RecursionError):
            return None


class LiveConsumer(Viewing):
    """`{"listen": ["topic:<ref>"]}` in, `{"look": "topic:<ref>"}` out."""

    async def connect(self) -> None:
        self.streams: set[str] = set()
        # Of each stream what cannot stand on this page, so that its going is not told (PB-09).
        self.absent: dict[str, set[str]] = {}
        await super().connect()

    async def receive_json(self, content: object, **kwargs) -> None:
        wanted = content.get("listen") if isinstance(content, dict) else None
        if not isinstance(wanted, list):
            return
        for address in wanted[:MOST_STREAMS]:
            if isinstance(address, str) and len(self.streams) < MOST_STREAMS:
                await self.listen(address)

    async def listen(self, address: str) -> None:
        if await self.may_listen(address):
            self.streams.add(address)
            await self.channel_layer.group_add(live.group_of(address), self.channel_name)
            self.absent[address] = set(await self.gone_from(address))
            await self.send_json({"listening": address})

    @database_sync_to_async
    def may_listen(self, address: str) -> bool:
        return live.may_listen(viewer_of(self.session_key), address)

    @database_sync_to_async
    def may_hear_of(self, address: str, item: str) -> bool:
        return live.may_hear_of(viewer_of(self.session_key), address, item)

    @database_sync_to_async
    def gone_from(self, address: str) -> list[str]:
        return live.gone_from(viewer_of(self.session_key), address)

    async def live_look(self, event: dict) -> None:
        address, item, gone = event["stream"], event.get("item", ""), event.get("gone", "")
        if not await self.may_listen(address):
            await self.shut(address)
        elif await self.may_hear_of(address, gone or item):
            await self.send_json({"look": address, **({"gone": gone} if gone else {})})
        elif item and address in self.absent:
            self.absent[address].add(item)

    async def shut(self, address: str) -> None:
        """What this page shows is not there any more: it is told so, as a reload would tell it."""
        if address in self.streams:
            await self.send_json({"look": address, "shut": True})
            await self.forget(address)

    async def live_recheck(self, event: dict) -> None:
        now = await self.viewer()
        if now.is_authenticated != self.was.is_authenticated:
            await self.close(code=4401)
            return
        for address in list(self.streams):
            if not await self.may_listen(address):
                await self.shut(address)
                continue
            # As when a writer takes words back: the reference goes, whatever the reason (RT-07).
            # Only what could be there: a reference that never came would be somebody hidden.
            now_gone = await self.gone_from(address)
            for gone in now_gone:
                if gone not in self.absent.get(address, ()):
                    await self.send_json({"look": address, "gone": gone})
            self.absent[address] = set(now_gone)

    async def forget(self, address: str) -> None:
        self.streams.discard(address)
        self.absent.pop(address, None)
        await self.channel_layer.group_discard(live.group_of(address), self.channel_name)

    async def disconnect(self, code: int) -> None:
        for address in list(self.streams):
            await self.forget(address)
        await super().disconnect(code)
