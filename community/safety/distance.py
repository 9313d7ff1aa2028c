"""Verbs of the distance list (PB-11, PB-12). Naming somebody never looks whether they are here.

What is asked of a request is the same work for everybody: hash, store, answer. Who is met is found
by a chore, at another moment, and no answer ever tells.
"""

import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from community import audit, promises
from community.accounts import changes, identity, keyed
from community.accounts.identity_models import Identity
from community.accounts.models import Change, User
from community.audit import Tag
from community.core import limits
from community.core.errors import Concealed, Refused

from .distance_models import DistanceEntry, DistanceHit
from .distance_queries import entries, entry_for, in_force


@sensitive_variables("given_names", "family_name", "birth_date", "names")
@transaction.atomic
def name_somebody(
    *, given_names: str, family_name: str, birth_date: date, by: User
) -> DistanceEntry:
    """Put a person on one's own list; only a keyed hash of name and birth date is stored.

    Raises Refused when the list is full or there is no name in the words, TooMany when the list
    changed often in these 30 days, and Concealed while the operator's switch is off.
    """
    _require_switch()
    names = identity.name_keys(given_names, family_name, birth_date)
    if not names:
        raise Refused(_("Please write the first name and the family name in letters."))
    number = _free_number(by)
    limits.spend("distance", by.ref)
    entry = DistanceEntry.objects.create(
        by=by,
        number=number,
        name_key=names[-1],
        key_version=keyed.version(),
        begins_at=some_time_later(),
    )
    changes.note(by, Change.What.DISTANCE_ADDED)
    audit.record(by, Tag.DISTANCE_ADDED, entry)
    return entry


@transaction.atomic
def take_off(ref: str, *, by: User) -> None:
    """Take an entry off one's own list. It goes on hiding for a while, like it began (PB-12).

    Raises Concealed for what is not on it.
    """
    _require_switch()
    entry = entry_for(by, ref)
    if entry is None:
        raise Concealed
    entry.removed_at, entry.ends_at = timezone.now(), some_time_later()
    entry.save(update_fields=["removed_at", "ends_at"])
    changes.note(by, Change.What.DISTANCE_REMOVED)
    audit.record(by, Tag.DISTANCE_REMOVED, entry)


def some_time_later() -> datetime:
    """A moment that nobody can know, between one and 24 hours from now (PB-12)."""
    least, most = promises.DISTANCE_BEGINS
    span = int((most - least).total_seconds())
    return timezone.now() + least + timedelta(seconds=secrets.randbelow(span + 1))


@transaction.atomic
def meet(only: int | None = None) -> int:
    """Find who stands behind the entries that hold now, of everybody or of one verified person.

    How many were met anew. Safe to run twice; nothing is done while the switch is off.
    """
    if not settings.DISTANCE_LIST:
        return 0
    about = Q() if only is None else Q(person=only)
    people = Identity.objects.filter(about, name_key__in=in_force().values("name_key"))
    named: dict[str, list[int]] = {}
    for name_key, person_id in people.exclude(name_key="").values_list("name_key", "person_id"):
        named.setdefault(name_key, []).append(person_id)
    return sum(
        DistanceHit.objects.get_or_create(entry=entry, about_id=person_id)[1]
        for entry in in_force().filter(name_key__in=named)
        for person_id in named[entry.name_key]
        if person_id != entry.by_id
    )


@transaction.atomic
def let_go() -> int:
    """Forget what has ended: the hash at once, the rest when nothing hidden is left to keep so."""
    now = timezone.now()
    ended = DistanceEntry.objects.filter(ends_at__lte=now)
    forgotten = ended.exclude(name_key="").update(name_key="")
    old = Q(hits=None) | Q(ends_at__lte=now - promises.TOPIC_GONE)
    return forgotten + ended.filter(old).delete()[0]


def turn_keys() -> int:
    """Bring every entry up to the newest key (docs/operations.md)."""
    with transaction.atomic():
        return keyed.bring_up(DistanceEntry.objects.exclude(name_key=""), "name_key")


def _free_number(by: User) -> int:
    """The lowest free one; the person's row is locked, so that two at once do not both find it."""
    User.objects.select_for_update().get(pk=by.pk)
    taken = set(entries(by).values_list("number", flat=True))
    free = [one for one in range(1, promises.DISTANCE_ENTRIES + 1) if one not in taken]
    if not free:
        raise Refused(
            _("Your list holds %(most)d people, and that is all it can hold. You can take one off.")
            % {"most": promises.DISTANCE_ENTRIES}
        )
    return free[0]


def _require_switch() -> None:
    if not settings.DISTANCE_LIST:
        raise Concealed
