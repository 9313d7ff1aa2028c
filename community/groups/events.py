"""What happened in a live group. Ids, refs and numbers only; never words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SeatAsked:
    group_ref: str


@dataclass(frozen=True)
class SeatGiven:
    group_ref: str
    person_ref: str


@dataclass(frozen=True)
class SeatEnded:
    group_ref: str
    person_ref: str


@dataclass(frozen=True)
class RoomChanged:
    """The session was opened, paused, resumed or closed: whoever is there looks again."""

    group_ref: str


@dataclass(frozen=True)
class MessageSaid:
    group_ref: str
    seq: int


@dataclass(frozen=True)
class MessageHidden:
    group_ref: str
    seq: int
