"""A copy of one's own data: asked for, waited for, fetched once, never stored (PR-04)."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.accounts import changes
from community.accounts.models import Change, User
from community.audit import Tag
from community.core import limits
from community.core.errors import Refused, Stale

from .. import archive
from ..models import ExportRequest


@transaction.atomic
def ask(*, basics: bool, private: bool, by: User) -> ExportRequest:
    """Ask for a copy of one part or both; it can be had after a day. Raises Refused or TooMany."""
    person = User.objects.select_for_update().get(pk=by.pk)
    if not (basics or private):
        raise Refused(_("Please choose what the copy is to hold."))
    if ExportRequest.objects.standing().filter(person=person).exists():
        raise Refused(_("You have asked for a copy already."))
    limits.spend("exports", person.ref)
    now = timezone.now()
    request = ExportRequest.objects.create(
        person=person,
        basics=basics,
        private=private,
        asked_at=now,
        ready_at=now + promises.EXPORT_WAITS,
    )
    _say(request, Change.What.EXPORT_ASKED, Tag.EXPORT_ASKED, by)
    return request


@transaction.atomic
def cancel(request: ExportRequest, *, by: User) -> None:
    """Nobody gets this copy. Cancelling what is over changes nothing."""
    changed = ExportRequest.objects.filter(
        pk=request.pk, person=by, cancelled_at=None, fetched_at=None
    ).update(cancelled_at=timezone.now())
    if changed:
        _say(request, Change.What.EXPORT_CANCELLED, Tag.EXPORT_CANCELLED, by)


@transaction.atomic
def open_link(request: ExportRequest, *, by: User) -> None:
    """From now on the copy can be fetched for an hour (promises.EXPORT_OPEN). Raises Refused."""
    now = timezone.now()
    waited = ExportRequest.objects.standing().filter(pk=request.pk, person=by, ready_at__lte=now)
    if not waited.exists():
        raise Refused(_("This copy is not ready yet, or it is over."))
    waited.filter(expires_at=None).update(expires_at=now + promises.EXPORT_OPEN)


@transaction.atomic
def fetch(request: ExportRequest, *, by: User) -> bytes:
    """The copy as a zip, made at this moment, once. Raises Stale when its hour or use is over."""
    now = timezone.now()
    used = ExportRequest.objects.filter(
        pk=request.pk, person=by, cancelled_at=None, fetched_at=None,
        ready_at__lte=now, expires_at__gt=now,
    ).update(fetched_at=now)  # fmt: skip
    if not used:
        raise Stale(_("This link is used up. You can ask for a new copy."))
    _say(request, Change.What.EXPORT_FETCHED, Tag.EXPORT_FETCHED, by)
    return archive.packed(by, request.parts)


def _say(request: ExportRequest, what: str, tag: Tag, by: User) -> None:
    changes.note(by, what)
    audit.record(by, tag, request)
