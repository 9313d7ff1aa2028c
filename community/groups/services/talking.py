"""What people do in the room: accept the agreement, say something. The row comes first."""

import re

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from community import audit
from community.access import groups as access
from community.access.verdict import require
from community.accounts import hats
from community.accounts.models import Role, User
from community.audit import Tag
from community.core import limits, text
from community.core.errors import Refused, Stale
from community.core.happenings import publish

from ..events import MessageSaid
from ..models import Agreement, Message, PeerGroup, Session
from .words import cleaned

CLIENT_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


@transaction.atomic
def accept_agreement(group: PeerGroup, *, by: User) -> Agreement:
    """Accept what the group agreed on and the limits of secrecy, for this session (RT-03)."""
    require(access.may_agree(by, group))
    return agree(group.session_now(), by=by)


def agree(session: Session, *, by: User) -> Agreement:
    """The acceptance of this person, made once a session."""
    agreement, made = Agreement.objects.get_or_create(session=session, person=by)
    if made:
        audit.record(by, Tag.AGREEMENT_ACCEPTED, session)
    return agreement


def say(group: PeerGroup, *, body: str, client_id: str, by: User) -> Message:
    """Say something in the room, once for each client_id however often it is sent.

    Raises Concealed without a seat, Refused or TooMany with the sentence to show, Stale when the
    client_id was sent before with other words. When it returns, these words are stored.
    """
    if not CLIENT_ID.fullmatch(client_id):
        raise Refused(_("This message came without its number. Please send it again."))
    try:
        with transaction.atomic():
            return _say_once(group, body, client_id, by)
    except IntegrityError:
        # The same sending came in twice at once, on a database whose lock let both through.
        with transaction.atomic():
            return _say_once(group, body, client_id, by)


def _say_once(group: PeerGroup, body: str, client_id: str, by: User) -> Message:
    # The lock gives numbers without a gap and makes the order of commits the order of the room.
    group = PeerGroup.objects.select_for_update().get(pk=group.pk)
    require(access.may_enter(by, group))
    earlier = group.messages.filter(person=by, client_id=client_id).first()
    if earlier:
        return _same_sending(earlier, cleaned(body))
    require(access.may_speak(by, group))
    source = cleaned(body)
    limits.spend("group_messages", by.ref)
    message = _store(group, source, client_id, by)
    audit.record(by, Tag.MESSAGE_SAID, message, seq=message.seq)
    publish(MessageSaid(group_ref=group.ref, seq=message.seq))
    return message


def _same_sending(earlier: Message, source: str) -> Message:
    """What is stored already; other words under its number are refused, never thrown away."""
    if earlier.source != source:
        raise Stale(_("This was sent before with other words. Please send it once more."))
    return earlier


def _store(group: PeerGroup, source: str, client_id: str, by: User) -> Message:
    leads = access.facilitates(by, group)
    hat = hats.hat_for(by, Role.Kind.FACILITATOR) if leads else None
    group.last_seq += 1
    group.save(update_fields=["last_seq"])
    return Message.objects.create(
        session=group.session_now(),
        group=group,
        seq=group.last_seq,
        person=by,
        source=source,
        html=str(text.render(source)),
        client_id=client_id,
        hat=hat.stamp() if hat else {},
    )
