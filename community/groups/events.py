"""What happened in a live group. Ids, refs and numbers only; never words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SeatAsked:
    group_ref: str


@dataclass(frozen=True)
class RequestAnswered:
    """Somebody left the waiting list: with a seat, without one, or by their own wish."""

    group_ref: str
    person_ref: str = ""


@dataclass(frozen=True)
class SeatEnded:
    group_ref: str
    person_ref: str


@dataclass(frozen=True)
class DoorMoved:
    """The session was opened or closed: told in the room and on the group's page."""

    group_ref: str


@dataclass(frozen=True)
class RoomChanged:
    """The session was paused or resumed: told to those who are in the room, to nobody else."""

    group_ref: str


@dataclass(frozen=True)
class MessageSaid:
    group_ref: str
    seq: int


@dataclass(frozen=True)
class MessageHidden:
    group_ref: str
    seq: int
