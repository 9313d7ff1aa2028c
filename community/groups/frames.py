"""What a client may send into a room, read without trust; anything else is no frame at all."""

import time
from dataclasses import dataclass, field

from .services.talking import CLIENT_ID

FRAME_MOST = 64 * 1024
HIGHEST = 2**31 - 1
# Frames of one connection: far more than a person sends, far less than a flood.
MOST, WITHIN = 60, 10.0


def is_too_large(text: str | None, data: bytes | None) -> bool:
    """Whether a frame is over what one connection may send at once (64 KiB)."""
    return len((text or "").encode("utf-8", "replace")) + len(data or b"") > FRAME_MOST


def said_in(frame: dict) -> tuple[str, str]:
    """client_id and body of a "say"; empty where they are not what they must be."""
    client_id, body = frame.get("client_id"), frame.get("body")
    known = isinstance(client_id, str) and CLIENT_ID.fullmatch(client_id)
    return (client_id if known else "", body if isinstance(body, str) else "")


def after_in(frame: dict) -> int | None:
    """The number a client stands at; nothing when it is not a number of a message."""
    seq = frame.get("seq")
    if isinstance(seq, bool) or not isinstance(seq, int) or not 0 <= seq <= HIGHEST:
        return None
    return seq


@dataclass
class Budget:
    """How many frames a connection has left in the running window."""

    begun: float = field(default_factory=time.monotonic)
    used: int = 0

    def allows(self) -> bool:
        """Count one frame; no when there were too many."""
        now = time.monotonic()
        if now - self.begun > WITHIN:
            self.begun, self.used = now, 0
        self.used += 1
        return self.used <= MOST
