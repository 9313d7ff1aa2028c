"""What follows in a room after the commit: connections look again. Safe to run twice."""

from community.core import live
from community.core.happenings import on
from community.privacy.events import PersonHidden, PersonShown

from . import wire
from .beside import beside
from .events import (
    DoorMoved,
    MessageHidden,
    MessageSaid,
    RequestAnswered,
    RoomChanged,
    SeatAsked,
    SeatEnded,
)


@on(MessageSaid)
def tell_the_room(happened: MessageSaid) -> None:
    wire.said(happened.group_ref, happened.seq)


@on(MessageHidden, RoomChanged, DoorMoved)
def let_the_room_look(happened: MessageHidden | RoomChanged | DoorMoved) -> None:
    wire.changed(happened.group_ref)


@on(DoorMoved)
def tell_who_stands_at_the_door(happened: DoorMoved) -> None:
    """Whether the room is open is on the page for everybody; nothing else is told here."""
    live.nudge("group", happened.group_ref)


@on(SeatAsked, RequestAnswered)
def tell_who_chooses(happened: SeatAsked | RequestAnswered) -> None:
    """For the facilitators only: nobody who waits hears of another one (RT-04, PB-12)."""
    live.nudge("waiting", happened.group_ref)


@on(SeatEnded)
def close_their_connections(happened: SeatEnded) -> None:
    """RT-07: every connection of this person is asked again, on all devices."""
    live.recheck(happened.person_ref)


@on(SeatEnded, RequestAnswered)
def let_names_follow(happened: SeatEnded | RequestAnswered) -> None:
    """Who sits here stands on every open page of the room, and so does how many can read."""
    wire.changed(happened.group_ref)


@on(PersonHidden, PersonShown)
def look_again_where_they_sit(happened: PersonHidden | PersonShown) -> None:
    """PR-06: whoever is in a room with this person is asked again what may stand there."""
    for ref in beside(happened.person_id):
        live.recheck(ref)
