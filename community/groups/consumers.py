"""The socket of a live group's room; it trusts the database only, and asks the right each time.

The channel layer is at most once: a dropped word heals with the next one, the last one by asking
every some seconds. Nothing a client sends can end the connection but a frame that is too large.
"""

import asyncio
import logging
import random
from contextlib import suppress
from dataclasses import dataclass
from types import SimpleNamespace
from urllib.parse import parse_qs

from channels.db import database_sync_to_async
from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from community.accounts import keeping
from community.core.consumers import Viewing, session_of, viewer_of
from community.core.errors import Concealed, Refused

from . import queries, room, services, wire
from .frames import Budget, after_in, is_too_large, said_in
from .numbers import Numbers
from .room import STAYS, Glimpse, State

log = logging.getLogger(__name__)

SIGNED_OUT, UNKNOWN, TOO_LARGE, BROKEN = 4401, 4404, 1009, 1011
CODES = {State.GONE: 4403, State.NOT_AGREED: 4409, State.NOT_OPEN: 4410, State.SHUT: 4410}
LANGUAGES = dict(settings.LANGUAGES)


@dataclass(frozen=True)
class Seen:
    """A glimpse with its words already in the viewer's language."""

    glimpse: Glimpse
    html: str
    words: str
    since: int
    is_all: bool = False  # the whole room once more, because what was said before has changed


class RoomConsumer(Viewing):
    """One person in one room: says, hears, and catches up after any gap."""

    ask_every = 10.0  # seconds, with some jitter so that not all ask at once
    begin_within = 1.0  # a client that does not say where it stands hears from its coming on

    last: int | None = None  # the room's number; what goes out is as the viewer counts
    stands: int | None = None  # what the client said last, not looked at yet
    numbers: Numbers | None = None
    state: State | None = None
    is_closed = False
    asking: asyncio.Task | None = None

    async def connect(self) -> None:
        """Without a seat, a room answers like one that never was: refused at the handshake."""
        self.ref = self.scope["url_route"]["kwargs"]["ref"]
        self.known_hidden: frozenset[int] = frozenset()
        self.lock, self.budget = asyncio.Lock(), Budget()
        session = self.scope.get("session")
        self.session_key = session.session_key if session else None
        self.begins = await self.door()
        if self.begins is None:
            await self.close(code=UNKNOWN)
            return
        self.who = await self.present()
        await self.channel_layer.group_add(wire.room_group(self.ref), self.channel_name)
        await super().connect()
        self.asking = asyncio.create_task(self.keep_asking())
        await self.look()

    @database_sync_to_async
    def door(self) -> int | None:
        """The room's last number, if this viewer may enter; else nothing."""
        viewer = viewer_of(self.session_key)
        self.language = self.wished_language() or getattr(viewer, "language", "")
        try:
            return queries.room_for(viewer, self.ref).last_seq
        except Concealed:
            return None

    def wished_language(self) -> str:
        query = parse_qs(self.scope.get("query_string", b"").decode("latin-1"))
        asked = query.get("language", [""])[0]
        return asked if asked in LANGUAGES else ""

    # --- in ------------------------------------------------------------------------------------

    async def receive(self, text_data: str | None = None, bytes_data=None, **kwargs) -> None:
        if is_too_large(text_data, bytes_data):
            await self.leave(TOO_LARGE)
            return
        if self.is_closed or not text_data:
            return
        frame = await self.decode_json(text_data)
        if isinstance(frame, dict):
            await self.receive_json(frame)

    async def receive_json(self, content: dict, **kwargs) -> None:
        kind = content.get("type")
        if kind == "say":
            await self.hear_say(content)
        elif kind == "after" and self.budget.allows():
            await self.hear_after(content)

    async def hear_say(self, frame: dict) -> None:
        client_id, body = said_in(frame)
        if not self.budget.allows():
            await self.refuse(client_id, await self.words(_too_much))
            return
        answer = await self.say(client_id, body)
        if answer is None:
            await self.look()
        elif isinstance(answer, int):
            await self.send_json({"type": "said", "client_id": client_id, "seq": answer})
            await self.look()
        else:
            await self.refuse(client_id, answer)

    async def hear_after(self, frame: dict) -> None:
        """The client says where it stands; it is given everything after that."""
        seq = after_in(frame)
        if seq is not None:
            async with self.lock:
                self.last, self.stands, self.known_hidden = seq, seq, frozenset()
            await self.look()

    @database_sync_to_async
    def say(self, client_id: str, body: str) -> int | str | None:
        """The number of the stored message, the reason it was refused, or nothing: look again."""
        viewer = viewer_of(self.session_key)
        if viewer.pk != self.was.pk:
            return None
        with translation.override(self.language):
            try:
                group = queries.room_for(viewer, self.ref)
                said = services.say(group, body=body, client_id=client_id, by=viewer)
            except Concealed:
                return None
            except Refused as refusal:
                return str(refusal.reason)
        with translation.override(self.language):
            _forget_kept(self.session_key, reverse("groups:room", args=[self.ref]))
        return queries.numbers(viewer, said.session).shown(said.seq)

    async def refuse(self, client_id: str, reason: str) -> None:
        await self.send_json({"type": "refused", "client_id": client_id, "reason": reason})

    # --- out -----------------------------------------------------------------------------------

    async def room_said(self, event: dict) -> None:
        """Somebody said something. What it was is read from the database, after the own number."""
        if self.last is not None and event["seq"] > self.last:
            await self.look()

    async def room_changed(self, event: dict) -> None:
        await self.look()
        await self.tell_who()

    async def live_recheck(self, event: dict) -> None:
        await self.look()
        await self.tell_who()

    async def tell_who(self) -> None:
        """Somebody came or left, or is not met any more: names and audience follow (PB-01)."""
        before, self.who = self.who, await self.present()
        if self.who and self.who != before and not self.is_closed:
            html, audience = self.who
            await self.send_json({"type": "people", "html": html, "audience": audience})

    @database_sync_to_async
    def present(self) -> tuple[str, str] | None:
        viewer = viewer_of(self.session_key)
        with translation.override(self.language):
            found = room.present(viewer, self.ref)
            return (found.html, found.audience) if found else None

    async def keep_asking(self) -> None:
        """Heals what the layer dropped, the last word and a lost right alike."""
        try:
            await asyncio.sleep(self.begin_within)
            if self.last is None:
                self.last = self.begins
            while not self.is_closed:
                await self.look()
                await asyncio.sleep(self.ask_every * random.uniform(0.8, 1.2))
        except Exception:
            log.exception("a room could not be asked; the client will come back")
            await self.leave(BROKEN)

    async def look(self) -> None:
        """Send what is new for this viewer, once and in order; leave when one may not be here."""
        async with self.lock:
            more = not self.is_closed
            while more:
                seen = await self.see()
                if seen is None:
                    await self.end(await self.words(_signed_out), SIGNED_OUT)
                    return
                await self.give(seen)
                more = seen.glimpse.more and self.last is not None

    @database_sync_to_async
    def see(self) -> Seen | None:
        """What is new, rendered for this viewer; nothing when the session is another's or over."""
        viewer = viewer_of(self.session_key)
        if viewer.pk != self.was.pk:
            return None
        with translation.override(self.language):
            found, since, is_all = self.find(viewer)
            html = str(found.html) if found.lines else ""
            return Seen(found, html, found.words, since, is_all)

    def find(self, viewer: object) -> tuple[Glimpse, int, bool]:
        """What is new, the number after which it begins as this viewer counts, and if it is all.

        When somebody whom this viewer had heard is not to be heard any more (a block), all is said
        once more from the beginning, under its new numbers (RT-07).
        """
        after = self.begins if self.last is None else self.last
        known, stands = self.known_hidden, self.stands
        found = room.look(viewer, self.ref, after=after, number=stands, known_hidden=known)
        if stands is not None:
            return found, stands, False
        if self.numbers is not None and not found.numbers.agree(self.numbers, upto=after):
            return room.look(viewer, self.ref), 0, True
        return found, found.numbers.shown(after), False

    async def give(self, seen: Seen) -> None:
        glimpse = seen.glimpse
        if self.last is not None and (glimpse.lines or seen.is_all):
            # The frame covers all between `since` and `last`: a client that stands elsewhere asks.
            await self.send_json(
                {
                    "type": "messages",
                    "html": seen.html,
                    "since": seen.since,
                    "last": glimpse.last_number,
                }
            )
        if self.last is not None and glimpse.state is not State.GONE:
            self.last, self.known_hidden = glimpse.last, glimpse.hidden
            self.numbers, self.stands = glimpse.numbers, None
        if glimpse.state in STAYS:
            await self.tell_state(seen)
        elif not glimpse.more and (self.last is not None or glimpse.state is not State.SHUT):
            # A client that has not said where it stands yet is first given what it missed.
            await self.end(seen.words, CODES[glimpse.state])

    async def tell_state(self, seen: Seen) -> None:
        state = seen.glimpse.state
        before, self.state = self.state or State.OPEN, state
        if state is not before:
            await self.send_json({"type": "status", "text": seen.words})

    async def words(self, sentence) -> str:
        with translation.override(self.language):
            return str(sentence())

    async def end(self, reason: str, code: int) -> None:
        await self.send_json({"type": "closed", "reason": reason})
        await self.leave(code)

    async def leave(self, code: int) -> None:
        if not self.is_closed:
            self.is_closed = True
            await self.close(code=code)

    async def disconnect(self, code: int) -> None:
        self.is_closed = True
        if self.asking is not None:
            self.asking.cancel()
            await self.channel_layer.group_discard(wire.room_group(self.ref), self.channel_name)
        await super().disconnect(code)


def _forget_kept(session_key: str, target: str) -> None:
    """What was kept over a sign-in has been said, and does not come back; the session goes on."""
    session = session_of(session_key)
    keeping.sent(SimpleNamespace(session=session), target)
    session.slide()  # who speaks is not idle (ID-16)
    if session.modified:
        with suppress(UpdateError):  # signed out in this moment: nothing is left to forget
            session.save()


def _too_much() -> str:
    return _("That was a lot in a short time. Please wait a moment. Nothing you typed is lost.")


def _signed_out() -> str:
    return _("You are signed out.")
