"""The consent to store what one writes of the own life: given and taken back in one press (ID-12).

Without it everything can be read. What was written before stays until its writer takes it back or
hides it; the page says so and leads there.
"""

from django.db import transaction
from django.utils import timezone

from . import changes
from .models import Change, User


def has_given(person: User) -> bool:
    return person.special_data_consent_at is not None


@transaction.atomic
def give(*, by: User) -> None:
    """The person's yes, from now on. A second one changes nothing."""
    if not has_given(by):
        _keep(by, timezone.now())
        changes.note(by, Change.What.CONSENT_GIVEN)


@transaction.atomic
def withdraw(*, by: User) -> None:
    """The yes is taken back: nothing more can be written."""
    if has_given(by):
        _keep(by, None)
        changes.note(by, Change.What.CONSENT_WITHDRAWN)


def _keep(person: User, at: object) -> None:
    person.special_data_consent_at = at
    person.save(update_fields=["special_data_consent_at"])
