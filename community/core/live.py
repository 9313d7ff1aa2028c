"""Live streams: who may listen, and the nudge. The layer carries references, never words."""

import re
from collections.abc import Callable

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

ADDRESS = re.compile(r"[a-z]{1,20}:[a-z2-7]{1,16}")
MayListen = Callable[[object, str], bool]
MayHearOf = Callable[[object, str, str], bool]
Gone = Callable[[object, str], list[str]]
_streams: dict[str, MayListen] = {}
_hear_of: dict[str, MayHearOf] = {}
_gone: dict[str, Gone] = {}


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


def hearing_of(kind: str) -> Callable[[MayHearOf], MayHearOf]:
    """Name the question `(viewer, ref, item) -> bool`: may that thing's coming or going show?

    What somebody may not see moves nothing on their page, not even an empty "look" (PB-09).
    """

    def mark(question: MayHearOf) -> MayHearOf:
        _hear_of[kind] = question
        return question

    return mark


def may_hear_of(viewer: object, address: str, item: str) -> bool:
    """Whether a word about this item goes on to this viewer; a stream that never asks lets all."""
    kind, _, ref = address.partition(":")
    question = _hear_of.get(kind)
    return not item or question is None or question(viewer, ref, item)


def going(kind: str) -> Callable[[Gone], Gone]:
    """Name the question `(viewer, ref) -> references` of what may not stand on an open page."""

    def mark(question: Gone) -> Gone:
        _gone[kind] = question
        return question

    return mark


def gone_from(viewer: object, address: str) -> list[str]:
    """What is to go from an open page of this stream, asked after somebody's rights changed."""
    kind, _, ref = address.partition(":")
    question = _gone.get(kind)
    return question(viewer, ref) if question else []


def group_of(address: str) -> str:
    """The layer's group name of a stream."""
    return f"stream.{address.replace(':', '.')}"


def person_group(person_ref: str) -> str:
    """The layer's group of all connections of one person."""
    return f"person.{person_ref}"


def nudge(kind: str, ref: str, *, item: str = "", gone: str = "") -> None:
    """Say to all who listen: look. At most once; a client that missed it asks by itself.

    `item` is the reference of what came; `gone` of something that is not to be seen any more on an
    open page. Whoever may not hear of it is not told (see `hearing_of`).
    """
    address = f"{kind}:{ref}"
    _send(group_of(address), {"type": "live.look", "stream": address, "item": item, "gone": gone})


def recheck(person_ref: str) -> None:
    """Ask every connection of this person whether it may still be here (RT-07, PV-12)."""
    _send(person_group(person_ref), {"type": "live.recheck"})


def recheck_readers(kind: str, ref: str) -> None:
    """Ask every connection that listens here what may still stand on its page (PR-06)."""
    _send(group_of(f"{kind}:{ref}"), {"type": "live.recheck"})


def _send(group: str, message: dict) -> None:
    async_to_sync(get_channel_layer().group_send)(group, message)
