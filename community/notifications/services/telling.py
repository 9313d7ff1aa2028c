"""Tell people that there is news in a place: one notice a place, and only of what they may see."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community import promises
from community.accounts.models import User
from community.core.happenings import publish

from .. import places, queries
from ..events import InboxChanged
from ..models import Choice, Following, Notice, Outgoing
from ..times import next_digest, next_morning


def tell(
    person_ids: Iterable[int],
    *,
    kind: str,
    place: str,
    at: datetime | None = None,
    due_at: datetime | None = None,
) -> int:
    """Put a notice into these people's inboxes; says how many. Safe to run twice.

    `at` is when it happened: who may not see just that hears nothing (SE-10). `due_at` is when the
    inbox shows it, at once unless said. Meant for listeners, after the commit.
    """
    people = User.objects.filter(pk__in=set(person_ids), is_active=True, hidden_at=None)
    return sum(_tell_one(person, kind, place, at, due_at) for person in people)


def tell_followers(place: str, *, kind: str, at: datetime, but: int) -> int:
    """Tell whoever watches the place at once, and whoever follows it in the morning."""
    levels = Following.objects.filter(place=place).exclude(person=but)
    told = 0
    for level, due_at in ((Following.Level.WATCH, None), (Following.Level.FOLLOW, next_morning())):
        people = levels.filter(level=level).values_list("person_id", flat=True)
        told += tell(people, kind=kind, place=place, at=at, due_at=due_at)
    return told


def _tell_one(
    person: User, kind: str, place: str, at: datetime | None, due_at: datetime | None
) -> bool:
    chosen = queries.choice_of(person, kind)
    if chosen.channel == Choice.Channel.NONE:
        return False
    now = timezone.now()
    exactly = places.Since(at or now, at)
    if not places.shown(person, [(place, exactly)]):
        return False
    with transaction.atomic():
        notice = _put(person, kind, place, exactly.start, due_at or now)
        if notice is None:
            return False
        if chosen.goes_out and not _was_mailed(notice, chosen):
            _queue(person, kind, chosen, max(due_at or now, now + promises.MAIL_WAITS))
        publish(InboxChanged(person_ref=person.ref))
    return True


def _put(person: User, kind: str, place: str, at: datetime, due_at: datetime) -> Notice | None:
    """One row a place: it opens, or grows. Nothing when this was told or seen already."""
    fresh = {"first_at": at, "last_at": at, "due_at": due_at}
    locked = Notice.objects.select_for_update()
    notice, made = locked.get_or_create(person=person, kind=kind, place=place, defaults=fresh)
    if made:
        return notice
    if at <= notice.last_at:
        if (
            notice.seen_at is None and at < notice.first_at
        ):  # told in another order than it happened
            Notice.objects.filter(pk=notice.pk).update(first_at=at)
        return None
    if notice.seen_at is None:
        notice.last_at, notice.due_at = at, min(notice.due_at, due_at)
    elif notice.seen_at < at:
        notice.first_at, notice.last_at, notice.due_at, notice.seen_at = at, at, due_at, None
    else:
        return None
    notice.save(update_fields=["first_at", "last_at", "due_at", "seen_at"])
    return notice


def _was_mailed(notice: Notice, chosen: Choice) -> bool:
    """Whether a mail went since this news began: until it is seen there is no second one."""
    if chosen.channel == Choice.Channel.DIGEST:
        return False
    same = Outgoing.objects.filter(person=notice.person, kind=notice.kind)
    return same.filter(sent_at__gte=notice.first_at).exists()


def _queue(person: User, kind: str, chosen: Choice, earliest: datetime) -> None:
    """One waiting mail a kind, however much happens until it is due."""
    weekly = chosen.channel == Choice.Channel.DIGEST
    due_at = next_digest(earliest) if weekly else earliest
    Outgoing.objects.waiting().get_or_create(
        person=person, kind=kind, sent_at=None, dropped_at=None, defaults={"due_at": due_at}
    )
