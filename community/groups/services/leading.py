"""What the facilitator does: open, pause, hide, remove, close; each a row with who and when."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.access import groups as access
from community.access.verdict import require
from community.accounts.models import User
from community.audit import Tag
from community.core.errors import Stale
from community.core.happenings import publish

from ..events import DoorMoved, MessageHidden, RoomChanged
from ..models import Message, Pause, PeerGroup, Seat, Session
from .joining import end_seat
from .talking import agree


@transaction.atomic
def open_session(group: PeerGroup, *, by: User) -> Session:
    """Check in and open the next planned session. The facilitator accepts the agreement with it.

    Raises Refused when none is planned or one is open.
    """
    group = _locked(group)
    require(access.may_open(by, group))
    session = group.session_next()
    _begin_anew(group)
    session.opened_at, session.opened_by = timezone.now(), by
    session.save(update_fields=["opened_at", "opened_by"])
    agree(session, by=by)
    audit.record(by, Tag.SESSION_OPENED, session)
    publish(DoorMoved(group_ref=group.ref))
    return session


@transaction.atomic
def pause(group: PeerGroup, *, by: User) -> Pause:
    """Let the room be quiet. Pausing twice changes nothing."""
    session = _led(group, by)
    standing = session.pause_now()
    if standing:
        return standing
    begun = Pause.objects.create(session=session, begun_by=by)
    audit.record(by, Tag.SESSION_PAUSED, session)
    publish(RoomChanged(group_ref=group.ref))
    return begun


@transaction.atomic
def resume(group: PeerGroup, *, by: User) -> None:
    """End the pause, if there is one."""
    session = _led(group, by)
    ended = session.pauses.standing().update(ended_at=timezone.now(), ended_by=by)
    if ended:
        audit.record(by, Tag.SESSION_RESUMED, session)
        publish(RoomChanged(group_ref=group.ref))


@transaction.atomic
def close_session(group: PeerGroup, *, by: User) -> Session:
    """End the session. Its messages vanish in the promised time (RT-05)."""
    session, now = _led(group, by), timezone.now()
    session.pauses.standing().update(ended_at=now, ended_by=by)
    session.closed_at, session.closed_by = now, by
    session.save(update_fields=["closed_at", "closed_by"])
    audit.record(by, Tag.SESSION_ENDED, session)
    publish(DoorMoved(group_ref=group.ref))
    return session


@transaction.atomic
def remove_person(group: PeerGroup, seat: Seat | None, *, by: User) -> None:
    """End somebody's seat, quietly; their connections close within two seconds (RT-07)."""
    group = _locked(group)
    seat = group.seats.select_for_update().filter(pk=seat.pk).first() if seat else None
    require(access.may_remove(by, group, seat))
    end_seat(seat, by=by)


@transaction.atomic
def hide(message: Message, *, by: User) -> None:
    """Leave a grey line where the message was. Raises Stale when it is hidden already."""
    locked = Message.objects.select_for_update().select_related("group", "session")
    message = locked.get(pk=message.pk)
    require(access.may_hide(by, message))
    if message.hidden_at:
        raise Stale(_("This message is hidden already."))
    message.hidden_at, message.hidden_by = timezone.now(), by
    message.save(update_fields=["hidden_at", "hidden_by"])
    audit.record(by, Tag.MESSAGE_HIDDEN, message, seq=message.seq)
    publish(MessageHidden(group_ref=message.group.ref, seq=message.seq))


def _begin_anew(group: PeerGroup) -> None:
    """Numbers of a later evening begin somewhere further on: how far the last ones went would tell
    somebody who does not hear everybody how much was said by others (PB-09)."""
    if group.sessions.filter(opened_at__isnull=False).exists():
        group.last_seq += secrets.randbelow(1000)
        group.save(update_fields=["last_seq"])


def _led(group: PeerGroup, by: User) -> Session:
    """The session that is open, its group held, for whoever leads it. Raises Refused otherwise."""
    group = _locked(group)
    require(access.may_pause(by, group))
    return group.session_now()


def _locked(group: PeerGroup) -> PeerGroup:
    """The group's row, held: two facilitators act one after the other."""
    return PeerGroup.objects.select_for_update().get(pk=group.pk)
