"""Live streams: who may listen, and the nudge. The layer carries references, never words."""

import re
from collections.abc import Callable

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

ADDRESS = re.compile(r"[a-z]{1,20}:[a-z2-7]{1,16}")
MayListen = Callable[[object, str], bool]
_streams: dict[str, MayListen] = {}


def stream(kind: str) -> Callable[[MayListen], MayListen]:
    """Name a stream and the question `(viewer, ref) -> bool` that says who may listen to it."""

    def mark(may_listen: MayListen) -> MayListen:
        _streams[kind] = may_listen
        return may_listen

    return mark


def may_listen(viewer: object, address: str) -> bool:
    """Whether this viewer may hear of `kind:ref`; no for anything unknown."""
    kind, _, ref = address.partition(":")
    question = _streams.get(kind)
    return bool(question and ADDRESS.fullmatch(address) and question(viewer, ref))


def group_of(address: str) -> str:
    """The layer's group name of a stream."""
    return f"stream.{address.replace(':', '.')}"


def person_group(person_ref: str) -> str:
    """The layer's group of all connections of one person."""
    return f"person.{person_ref}"


def nudge(kind: str, ref: str, *, gone: str = "") -> None:
    """Say to all who listen: look. At most once; a client that missed it asks by itself.

    `gone` is the reference of something that is not to be seen any more on an open page.
    """
    _send(group_of(f"{kind}:{ref}"), {"type": "live.look", "stream": f"{kind}:{ref}", "gone": gone})


def recheck(person_ref: str) -> None:
    """Ask every connection of this person whether it may still be here (RT-07, PV-12)."""
    _send(person_group(person_ref), {"type": "live.recheck"})


def _send(group: str, message: dict) -> None:
    async_to_sync(get_channel_layer().group_send)(group, message)
