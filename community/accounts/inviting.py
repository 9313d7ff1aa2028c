"""How a person gets a task: a one-use code from the coordinator, entered by the person (ID-06).

Nobody is looked up: the house has no list of members to choose from (PB-03).
"""

import hashlib
import re
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.audit import Tag
from community.core import limits
from community.core.errors import Refused

from . import credentials, recording, services, tasks
from .models import Role, User
from .staff import require_another, require_coordinator
from .task_models import Invitation, Task

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that is taken for another on paper
LENGTH = 24  # 32 letters: 120 random bits; ID-06 asks for 20 characters
WRONG = _(
    "This code does not work. It may have been used or be too old. "
    "Please ask the coordinator for a new one."
)


@transaction.atomic
def invite(*, kinds: list[str], permitted: list[str], by: User) -> tuple[Invitation, str]:
    """Make an invitation; the code is given back once and kept nowhere (promises.INVITATION_OPEN).

    Raises Refused when it would give nothing, Concealed for everybody but a coordinator.
    """
    require_coordinator(by)
    if not kinds:
        raise Refused(_("Please choose at least one role."))
    _require_fitting(kinds, permitted)
    code = "".join(secrets.choice(LETTERS) for _position in range(LENGTH))
    invitation = Invitation.objects.create(
        kinds=sorted(set(kinds)),
        tasks=sorted(set(permitted)),
        code_hash=hash_of(code),
        by=by,
        expires_at=timezone.now() + promises.INVITATION_OPEN,
    )
    audit.record(by, Tag.INVITATION_MADE, invitation, kinds=",".join(invitation.kinds))
    return invitation, in_groups(code)


@transaction.atomic
def withdraw(invitation: Invitation, *, by: User) -> None:
    """The code works no more. One that was taken or withdrawn stays as it is."""
    require_coordinator(by)
    there = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if there.taken_at or there.withdrawn_at:
        return
    there.withdrawn_at = timezone.now()
    there.save(update_fields=["withdrawn_at"])
    audit.record(by, Tag.INVITATION_WITHDRAWN, there)


def take(code: str, *, by: User) -> list[str]:
    """Begin the tasks of this invitation; what roles began. Raises Refused, always the same."""
    limits.spend("codes", by.ref)
    return _take(code, by)


@transaction.atomic
def _take(code: str, by: User) -> list[str]:
    found = Invitation.objects.select_for_update().open().filter(code_hash=hash_of(code)).first()
    if found is None or not _still_keeps_people(found.by):
        raise Refused(WRONG)
    if found.by_id == by.pk:
        raise Refused(_("You made this invitation. Somebody else has to use it."))
    found.taken_by, found.taken_at = by, timezone.now()
    found.save(update_fields=["taken_by", "taken_at"])
    audit.record(by, Tag.INVITATION_TAKEN, found)
    recording.permit_more(by, found.tasks, by=found.by)
    for kind in found.kinds:
        services.give_role(by, kind, by=found.by)
    tasks.forget(by)
    return found.kinds


def _still_keeps_people(maker: User) -> bool:
    """What a coordinator left behind gives nothing when the role has ended (PV-12)."""
    kept = Role.objects.standing().filter(person=maker, kind=Role.Kind.COORDINATOR)
    return maker.is_active and kept.exists()


@transaction.atomic
def end_role(person: User, kind: str, *, by: User) -> None:
    """Take a role away at once and everywhere (PV-12). Raises Refused for the coordinator's own."""
    require_coordinator(by)
    require_another(by, person)
    services.end_role(person, kind, by=by)
    if kind == Role.Kind.PROFESSIONAL:
        credentials.end_all(person, by=by)
    recording.permit_no_more(person, kind)


def hash_of(code: str) -> str:
    """What is kept of a code. It is random enough that a plain sum cannot be guessed back."""
    plain = re.sub(r"[^a-z0-9]", "", code.lower())
    return hashlib.sha256(plain.encode()).hexdigest()


def in_groups(code: str) -> str:
    """The code as people read it aloud: groups of four."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _require_fitting(kinds: list[str], chosen: list[str]) -> None:
    if not set(kinds) <= set(Role.Kind.values) or not set(chosen) <= set(Task.values):
        raise Refused(_("Please choose from the list."))
    if not set(chosen) <= set(tasks.tasks_of_roles(kinds)):
        raise Refused(
            _(
                "A task needs its role: answering goes with volunteer, "
                "the desk with moderator, groups with group facilitator."
            )
        )
