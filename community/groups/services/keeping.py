"""Keeps no word longer than promised: messages are gone 24 hours after the session (RT-05)."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from community import audit, promises
from community.audit import Tag
from community.core.happenings import publish

from ..events import DoorMoved
from ..models import Message, Session


def sweep(now: datetime | None = None) -> int:
    """Delete what is past its time; says how many messages went. Safe to run at any moment."""
    past = (now or timezone.now()) - promises.GROUP_MESSAGES_KEPT
    for session in Session.objects.filter(opened_at__lte=past, closed_at=None):
        _close_forgotten(session, past)
    gone = 0
    for session in Session.objects.filter(closed_at__lte=past, messages__isnull=False).distinct():
        gone += _empty(session)
    return gone


@transaction.atomic
def _close_forgotten(session: Session, past: datetime) -> None:
    """A session nobody closed ended with its last word, if that was long enough ago."""
    last = session.messages.aggregate(last=Max("said_at"))["last"] or session.opened_at
    if last > past:
        return
    closed = Session.objects.filter(pk=session.pk, closed_at=None).update(closed_at=last)
    if closed:
        session.pauses.standing().update(ended_at=timezone.now())
        audit.record(None, Tag.SESSION_ENDED, session)
        publish(DoorMoved(group_ref=session.group.ref))


@transaction.atomic
def _empty(session: Session) -> int:
    gone, _kinds = Message.objects.filter(session=session).delete()
    audit.record(None, Tag.MESSAGES_SWEPT, session, messages=gone)
    return gone
