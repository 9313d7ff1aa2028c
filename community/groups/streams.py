"""Who may hear that a group's page changed: people with a seat, and those who wait for one."""

from community.access import groups as access
from community.core import live
from community.core.errors import Concealed

from . import queries


@live.stream("group")
def may_listen(viewer: object, ref: str) -> bool:
    """From outside not even the times tell anything (RT-04)."""
    if not viewer.is_authenticated:
        return False
    try:
        group = queries.group_for(viewer, ref)
    except Concealed:
        return False
    request = queries.own_request(viewer, group)
    return bool(access.seat_of(viewer, group) or (request and not request.answered_at))
