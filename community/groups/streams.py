"""Who may hear that a group's page changed: its door for those inside and those who wait, its
waiting list for its facilitators only."""

from community.access import groups as access
from community.core import live
from community.core.errors import Concealed

from . import queries
from .models import PeerGroup


@live.stream("group")
def may_hear_the_door(viewer: object, ref: str) -> bool:
    """That the room was opened or closed; from outside not even the times tell (RT-04)."""
    group = _known(viewer, ref)
    if group is None:
        return False
    request = queries.own_request(viewer, group)
    return bool(access.seat_of(viewer, group) or (request and not request.answered_at))


@live.stream("waiting")
def may_hear_the_list(viewer: object, ref: str) -> bool:
    """That somebody asked or was answered: for nobody who waits (PB-12)."""
    group = _known(viewer, ref)
    return bool(group and access.may_give_seat(viewer, group))


def _known(viewer: object, ref: str) -> PeerGroup | None:
    try:
        return queries.group_for(viewer, ref) if viewer.is_authenticated else None
    except Concealed:
        return None
