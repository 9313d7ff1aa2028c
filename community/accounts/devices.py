"""Where a person is signed in, in coarse words; and how that ends (ID-18)."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from community.core.happenings import publish

from . import changes
from .events import RightsChanged
from .models import Change, OpenSession, User


def word_for(request: HttpRequest) -> str:
    """One of four words for the device of this request; what it says of itself is not kept."""
    says = request.headers.get("User-Agent", "")
    if "iPad" in says or "Tablet" in says or ("Android" in says and "Mobile" not in says):
        return OpenSession.Device.TABLET.value
    if "Mobi" in says or "iPhone" in says:
        return OpenSession.Device.PHONE.value
    known = any(name in says for name in ("Windows", "Macintosh", "X11", "CrOS"))
    return OpenSession.Device.COMPUTER.value if known else OpenSession.Device.UNKNOWN.value


def open_sessions(viewer: User) -> QuerySet[OpenSession]:
    """Where this person is signed in now, newest first."""
    mine = OpenSession.objects.filter(person=viewer, expire_date__gt=timezone.now())
    return mine.order_by("-began_at")


def listed(viewer: User, *, here: str) -> list[dict]:
    """The same in words: which device, roughly since when, and whether it is this one."""
    return [
        {
            "ref": one.ref,
            "device": one.get_device_display(),
            "began": one.began_at,
            "seen": timezone.make_aware(datetime.combine(one.last_seen, time(12))),
            "here": one.pk == here,
        }
        for one in open_sessions(viewer)
    ]


@transaction.atomic
def end(ref: str, *, by: User) -> None:
    """End one of one's own sessions; one of somebody else is not found."""
    _ended(OpenSession.objects.filter(person=by, ref=ref), by)


@transaction.atomic
def end_others(here: str, *, by: User) -> None:
    """End all of one's own sessions but this one."""
    _ended(OpenSession.objects.filter(person=by).exclude(pk=here), by)


def _ended(chosen: QuerySet[OpenSession], person: User) -> None:
    number, _kinds = chosen.delete()
    if number:
        changes.note(person, Change.What.SESSIONS_ENDED)
        publish(RightsChanged(person_ref=person.ref))


@transaction.atomic
def end_all(person: User, *, but: str | None = None) -> int:
    """End every session of this person but the one with this key; how many that were (SE-08)."""
    mine = OpenSession.objects.filter(person=person)
    ended, _kinds = (mine.exclude(pk=but) if but else mine).delete()
    publish(RightsChanged(person_ref=person.ref))
    return ended
