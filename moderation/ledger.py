"""The only module that talks to django-moderation: a ledger of revisions and decisions, no curtain.

Its registry and its `ModeratedObject` are used; its signals, managers, bulk calls, admin and mail
are not (dependencies.md f.2). It writes no row of a room, and works only inside a transaction.
"""

import django_moderation
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_moderation.constants import (
    MODERATION_DRAFT_STATE,
    MODERATION_READY_STATE,
    MODERATION_STATUS_APPROVED,
    MODERATION_STATUS_PENDING,
    MODERATION_STATUS_REJECTED,
)
from django_moderation.models import ModeratedObject as Entry
from django_moderation.moderator import GenericModerator
from django_moderation.register import ModerationManager

from community.accounts.models import User
from community.core.errors import Stale

__all__ = [
    "Entry",
    "approve",
    "decline",
    "enter",
    "forget",
    "of",
    "of_all",
    "remove",
    "revision_of",
]


class Moderator(GenericModerator):
    """Decides nothing by itself, exempts no field, sends no mail (D6, D16)."""

    auto_approve_for_superusers = False
    auto_approve_for_staff = False
    auto_approve_for_groups = None
    auto_reject_for_anonymous = False
    auto_reject_for_groups = None
    notify_moderator = False
    notify_user = False
    keep_history = False  # D11

    def __init__(self, model: type[models.Model]):
        self.fields_exclude: list[str] = []  # one list each, not one for all (D6)
        super().__init__(model)

    def send(self, *args, **kwargs) -> None:
        """Mail with real names in it is not sent from here, whoever calls."""


class Registry(ModerationManager):
    """Knows which models are moderated; hooks nothing on them (D2, D7, D10, D15)."""

    def _connect_signals(self, model_class: type[models.Model]) -> None:
        """No listener: saving a row neither hides nor publishes it."""

    def _add_fields_to_model_class(self, moderator: GenericModerator) -> None:
        """No managers, no relation: a room's queries stay its own, and history stays (D14)."""

    def knows(self, model: type[models.Model]) -> bool:
        return model in self._registered_models


registry = Registry()
# The vendor's own code asks its proxy; from now on that answers with our registry.
type(django_moderation.moderation)._moderation = registry


def enter(revision: models.Model, *, by: User) -> Entry:
    """Put a submitted revision on record, word for word, as not yet decided."""
    _inside_a_transaction()
    _register(type(revision))
    entry = Entry(
        content_object=revision,
        changed_by=by,
        state=MODERATION_DRAFT_STATE,
        status=MODERATION_STATUS_PENDING,
    )
    entry.save(force_insert=True)
    return entry


def approve(entry_id: int, *, by: User | None, reason: str = "") -> None:
    """Record a yes; by nobody when screening found nothing. Raises Stale when decided before."""
    _decide(entry_id, MODERATION_STATUS_APPROVED, by, reason, state=MODERATION_READY_STATE)


def decline(entry_id: int, *, by: User | None, reason: str) -> None:
    """Record a no, or a text taken back or replaced. Raises Stale when decided before."""
    _decide(entry_id, MODERATION_STATUS_REJECTED, by, reason)


def of(revision: models.Model) -> models.QuerySet[Entry]:
    """The entries of one revision; there is one once it was submitted."""
    kind = ContentType.objects.get_for_model(type(revision))
    return Entry._base_manager.filter(content_type=kind, object_pk=revision.pk)


def revision_of(entry_id: int) -> models.Model:
    """The revision as it was submitted, from the record, not from the room's table.

    Once the words on record are forgotten (PR-03, PR-07) it is what the room has left of it.
    """
    entry = Entry._base_manager.get(pk=entry_id)
    return entry.changed_object or entry.content_object


def forget(revisions: models.QuerySet, *, writer: User | None = None) -> int:
    """Empty what was copied of these revisions; who sent them becomes `writer`, or nobody (PR-07).

    What was decided, by whom and when, stays until its own time is over.
    """
    _inside_a_transaction()
    # A statement of its own: the vendor's field writes and reads whole objects only.
    return of_all(revisions).update(changed_object=Value(""), changed_by=writer)


def remove(entries: models.QuerySet) -> int:
    """Delete entries whose time is over, with what hangs on them gone before (PR-03)."""
    _inside_a_transaction()
    return entries.delete()[0]


def of_all(revisions: models.QuerySet) -> models.QuerySet[Entry]:
    """The entries of all these revisions."""
    kind = ContentType.objects.get_for_model(revisions.model)
    keys = revisions.values_list("pk", flat=True)
    return Entry._base_manager.filter(content_type=kind, object_pk__in=list(keys))


def _register(model: type[models.Model]) -> None:
    if issubclass(model, User):
        raise TypeError("A person is never copied into the ledger.")
    if not registry.knows(model):
        registry.register(model, Moderator)


def _decide(entry_id: int, status: int, by: User | None, reason: str, **more: int) -> None:
    """One decision an entry, by one statement. The vendor's own writes a whole old row (D1, D9)."""
    _inside_a_transaction()
    now = timezone.now()
    changed = Entry._base_manager.filter(pk=entry_id, status=MODERATION_STATUS_PENDING).update(
        status=status, by=by, on=now, updated=now, reason=reason, **more
    )
    if not changed:
        raise Stale(_("This was decided before. Nothing was changed."))


def _inside_a_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The ledger is written with what it records.")
