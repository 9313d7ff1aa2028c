"""Mail that is due: asked about once more in every respect, and then sent once or dropped.

Whoever moves a person's postbox on may send; a second sender finds it moved. The mark stands before
the letter leaves: after a crash a mail may be missing, and never comes twice.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from community import promises
from community.accounts.models import User
from community.accounts.queries import safe_email

from .. import mail, queries
from ..models import Outgoing, Postbox

log = logging.getLogger(__name__)
A_RUN = 200  # people a run; the rest are a minute later
RETRY = timedelta(hours=1)


def send_due(now: datetime | None = None) -> int:
    """Send what is due; says how many mails went. One person's trouble stops nobody else's."""
    now = now or timezone.now()
    lately = Postbox.objects.filter(mailed_at__gt=now - promises.MAIL_APART).values("person")
    due = Outgoing.objects.waiting().filter(due_at__lte=now).exclude(person__in=lately)
    people = list(due.order_by("due_at").values_list("person_id", flat=True)[: A_RUN * 5])
    sent = 0
    for pk in list(dict.fromkeys(people))[:A_RUN]:
        person = User.objects.get(pk=pk)
        sent += _send_to(person, now)
    return sent


def _send_to(person: User, now: datetime) -> bool:
    before = _claim(person, now)
    if before is False:
        return False
    rows = [row.pk for row in _still_true(person, now)]
    rows = rows if Outgoing.objects.waiting().filter(pk__in=rows).update(sent_at=now) else []
    if not rows:
        _give_back(person, before)
        return False
    try:
        mail.send_notice(person)
    except Exception as trouble:
        # The class alone: what a mail server answers names the address (PR-11).
        log.error("a mail could not be sent: %s", type(trouble).__name__)
        Outgoing.objects.filter(pk__in=rows).update(sent_at=None, due_at=now + RETRY)
        _give_back(person, before)
        return False
    return True


def _claim(person: User, now: datetime) -> datetime | None | bool:
    """The time this person was last written to, moved on to now; False when it is too soon."""
    Postbox.objects.get_or_create(person=person)
    with transaction.atomic():
        box = Postbox.objects.select_for_update().get(person=person)
        free = Q(mailed_at=None) | Q(mailed_at__lte=now - promises.MAIL_APART)
        moved = Postbox.objects.filter(free, pk=box.pk).update(mailed_at=now)
    return box.mailed_at if moved else False


def _give_back(person: User, before: datetime | None) -> None:
    Postbox.objects.filter(person=person).update(mailed_at=before)


def _still_true(person: User, now: datetime) -> list[Outgoing]:
    """Rows for which there is still unseen news, old enough to have been undone; others go."""
    kept = []
    until = now - promises.MAIL_WAITS
    for row in Outgoing.objects.waiting().filter(person=person, due_at__lte=now):
        if not _may_go_out(person, row.kind):
            Outgoing.objects.waiting().filter(pk=row.pk).update(dropped_at=now)
        elif queries.has_news(person, kind=row.kind, until=until):
            kept.append(row)
        elif queries.has_news(person, kind=row.kind):
            _wait_on(row, now)  # the first was taken back; what came after it has its own time
        else:
            Outgoing.objects.waiting().filter(pk=row.pk).update(dropped_at=now)
    return kept


def _wait_on(row: Outgoing, now: datetime) -> None:
    Outgoing.objects.waiting().filter(pk=row.pk).update(due_at=now + promises.MAIL_WAITS)


def _may_go_out(person: User, kind: str) -> bool:
    standing = person.is_active and person.hidden_at is None
    return bool(standing and queries.choice_of(person, kind).goes_out and safe_email(person))
