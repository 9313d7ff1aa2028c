"""What follows in a room after the commit: connections look again. Safe to run twice."""

from community.core import live
from community.core.happenings import on

from . import wire
from .events import MessageHidden, MessageSaid, RoomChanged, SeatAsked, SeatEnded, SeatGiven


@on(MessageSaid)
def tell_the_room(happened: MessageSaid) -> None:
    wire.said(happened.group_ref, happened.seq)


@on(MessageHidden)
def grey_the_line(happened: MessageHidden) -> None:
    wire.changed(happened.group_ref)


@on(RoomChanged)
def tell_who_waits(happened: RoomChanged) -> None:
    """People in the room, and people on the group's page who wait for it to open."""
    wire.changed(happened.group_ref)
    live.nudge("group", happened.group_ref)


@on(SeatAsked, SeatGiven)
def refresh_the_page(happened: SeatAsked | SeatGiven) -> None:
    live.nudge("group", happened.group_ref)


@on(SeatEnded)
def close_their_connections(happened: SeatEnded) -> None:
    """RT-07: every connection of this person is asked again, on all devices."""
    live.recheck(happened.person_ref)
