"""Tells the connections of a room to look; carries (ref, number), never words."""

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer


def room_group(ref: str) -> str:
    """The layer's group of all connections in one room."""
    return f"room.{ref}"


def said(ref: str, seq: int) -> None:
    """A message with this number is there. At most once; connections ask by themselves too."""
    _send(ref, {"type": "room.said", "ref": ref, "seq": seq})


def changed(ref: str) -> None:
    """Something else changed in the room: a pause, a grey line, the end."""
    _send(ref, {"type": "room.changed", "ref": ref})


def _send(ref: str, event: dict) -> None:
    async_to_sync(get_channel_layer().group_send)(room_group(ref), event)
