"""Professions kept up by the coordinator: checked, checked again in time, ended (PV-02, PV-13)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.audit import Tag
from community.core.errors import Refused
from community.core.happenings import publish

from . import services
from .events import RightsChanged
from .models import Credential, User
from .recording import require_past
from .staff import require_another, require_coordinator


@transaction.atomic
def check(person: User, *, by: User, checked_on: date, **facts: object) -> Credential:
    """Record a profession that this coordinator looked up in its register on that day.

    Raises Refused for oneself, and for a check so old that it would not count today.
    """
    require_coordinator(by)
    require_another(by, person)
    _require_recent(checked_on)
    return services.verify(person, by=by, checked_on=checked_on, **facts)


@transaction.atomic
def check_again(credential: Credential, *, checked_on: date, by: User) -> Credential:
    """The register was looked up again: the label holds for another time (PV-02)."""
    there = _locked(credential, by)
    _require_recent(checked_on)
    if checked_on < there.checked_on:
        raise Refused(_("There is a newer check already. Please look at the date again."))
    there.checked_on, there.recheck_by = checked_on, Credential.recheck_after(checked_on)
    there.checked_by, there.reminded = by, None
    there.save(update_fields=["checked_on", "recheck_by", "checked_by", "reminded"])
    audit.record(by, Tag.CREDENTIAL_CHECKED_AGAIN, there)
    publish(RightsChanged(person_ref=there.person.ref))
    return there


@transaction.atomic
def end(credential: Credential, *, reason: str, by: User) -> Credential:
    """Take a label away before its time, for one of the fixed reasons."""
    there = _locked(credential, by)
    if reason not in Credential.EndedFor.values:
        raise Refused(_("Please choose the reason."))
    there.ended_at, there.ended_for = timezone.now(), reason
    there.save(update_fields=["ended_at", "ended_for"])
    audit.record(by, Tag.CREDENTIAL_ENDED, there, reason=reason)
    publish(RightsChanged(person_ref=there.person.ref))
    return there


def end_all(person: User, *, by: User) -> None:
    """Who is no professional here any more has no label left to keep up."""
    for credential in person.credentials.filter(ended_at=None):
        end(credential, reason=Credential.EndedFor.LEFT, by=by)


def _locked(credential: Credential, by: User) -> Credential:
    """The credential as it is now; raises unless this coordinator may change it."""
    require_coordinator(by)
    require_another(by, credential.person)
    there = Credential.objects.select_for_update().get(pk=credential.pk)
    if there.ended_at is not None:
        raise Refused(_("This label has ended already. Nothing was changed."))
    return there


def _require_recent(checked_on: date) -> None:
    require_past(checked_on)
    if Credential.recheck_after(checked_on) < timezone.localdate():
        raise Refused(_("This check is too old to count. Please look the right up again."))
