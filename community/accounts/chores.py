"""Reminders before a profession's label falls off: 30 and 7 days before, and on the last day."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from community import promises
from community.core.chores import chore
from community.core.happenings import publish

from .events import CredentialDue
from .models import Credential


@chore(every=timedelta(hours=6))
def remind_of_professions() -> int:
    """Tell of each what was not told yet; after a silence only the nearest reminder (PV-02)."""
    today = timezone.localdate()
    until = today + timedelta(days=max(promises.CREDENTIAL_REMINDERS))
    late = Credential.objects.filter(ended_at=None, recheck_by__lte=until)
    return sum(_remind(pk, today) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: int, today: date) -> bool:
    """The row's lock tells two tenders apart: the second finds that it was said."""
    credential = Credential.objects.select_for_update().get(pk=pk)
    left = (credential.recheck_by - today).days
    days = min((one for one in promises.CREDENTIAL_REMINDERS if one >= left), default=None)
    if days is None or (credential.reminded is not None and credential.reminded <= days):
        return False
    credential.reminded = days
    credential.save(update_fields=["reminded"])
    publish(CredentialDue(credential_id=pk, days=days))
    return True
