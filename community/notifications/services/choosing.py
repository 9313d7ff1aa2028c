"""What may be sent out: nothing until the person says so, kind by kind, again after 90 days."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.accounts import changes
from community.accounts.models import Change, User
from community.accounts.queries import safe_email
from community.core.errors import Refused

from ..kinds import KINDS
from ..models import Choice, Outgoing

Channel = Choice.Channel


@transaction.atomic
def choose(wanted: dict[str, str], *, by: User) -> bool:
    """Take these choices, {kind: channel}; says whether anything changed.

    Raises Refused when mail is wished and there is no confirmed address.
    """
    going_out = [kind for kind, channel in wanted.items() if channel in Choice.GOING_OUT]
    if going_out and not safe_email(by):
        raise Refused(_("For a mail we need an address that you have confirmed."))
    changed = [_choose_one(by, kind, channel) for kind, channel in wanted.items() if kind in KINDS]
    if any(changed):
        changes.note(by, Change.What.NOTICES)
    return any(changed)


@transaction.atomic
def keep_on(*, by: User) -> None:
    """Yes to what lapsed: it may go out for another 90 days (EX-08)."""
    renewed = [choice for choice in _going_out(by) if choice.has_lapsed]
    Choice.objects.filter(pk__in=[c.pk for c in renewed]).update(chosen_at=timezone.now())
    if renewed:
        changes.note(by, Change.What.NOTICES)


@transaction.atomic
def send_no_more(*, by: User) -> None:
    """No: nothing goes out any more, and what waits is dropped. The inbox stays."""
    stopped = _going_out(by).update(channel=Channel.INBOX, chosen_at=timezone.now())
    _drop_waiting(by)
    if stopped:
        changes.note(by, Change.What.NOTICES)


def _choose_one(by: User, kind: str, channel: str) -> bool:
    if channel not in Channel.values or (channel == Channel.NONE and KINDS[kind].always):
        raise Refused(_("Please choose one of the lines."))
    before = Choice.objects.select_for_update().filter(person=by, kind=kind).first()
    was = before.channel if before else Channel.INBOX
    if channel in Choice.GOING_OUT or channel != was:
        Choice.objects.update_or_create(
            person=by, kind=kind, defaults={"channel": channel, "chosen_at": timezone.now()}
        )
    if channel != was:
        _drop_waiting(by, kind)
    return channel != was


def _drop_waiting(by: User, *kinds: str) -> None:
    waiting = Outgoing.objects.waiting().filter(person=by)
    waiting = waiting.filter(kind__in=kinds) if kinds else waiting
    waiting.update(dropped_at=timezone.now())


def _going_out(by: User):
    return Choice.objects.filter(person=by, channel__in=Choice.GOING_OUT)
