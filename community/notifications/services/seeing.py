"""What somebody has seen stops being new. Only a person's own act marks it, never a page load."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from community.accounts.models import User
from community.core.happenings import publish

from .. import queries
from ..events import InboxChanged
from ..models import Notice


@transaction.atomic
def see(ref: str, *, by: User) -> str:
    """Mark one notice as seen; gives the address it leads to. Raises Concealed for all others'."""
    there = queries.notice_for(by, ref)
    Notice.objects.filter(person=by, ref=ref, seen_at=None).update(seen_at=timezone.now())
    publish(InboxChanged(person_ref=by.ref))
    return there.url


@transaction.atomic
def see_all(*, by: User, until: datetime | None = None) -> None:
    """Mark everything as seen that stood on the page; what came after `until` stays new."""
    now = timezone.now()
    until = min(until or now, now)
    Notice.objects.filter(person=by, seen_at=None, due_at__lte=until, last_at__lte=until).update(
        seen_at=now
    )
    publish(InboxChanged(person_ref=by.ref))


def see_place(place: str, *, by: User) -> None:
    """Whoever writes in a place has seen what is there."""
    unseen = Notice.objects.filter(person=by, place=place, kind="answers", seen_at=None)
    if unseen.update(seen_at=timezone.now()):
        publish(InboxChanged(person_ref=by.ref))


def look_again(place: str, *, may_hear: Callable[[User], bool] = lambda person: True) -> None:
    """Something in a place is not to be seen any more: the inboxes that name it look again.

    Whoever could not see it before is not moved by its going, not even by an empty "look" (PB-09).
    """
    unseen = Notice.objects.filter(place=place, seen_at=None).select_related("person")
    for notice in unseen:
        if may_hear(notice.person):
            publish(InboxChanged(person_ref=notice.person.ref))
