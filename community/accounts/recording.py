"""What the coordinator keeps of people with tasks: training, supervisor, tasks, extract (PV-11)."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.audit import Tag
from community.core.errors import Refused
from community.core.happenings import publish

from . import tasks
from .events import RightsChanged
from .models import User
from .staff import require_another, require_coordinator
from .task_models import Task, TaskRecord, Training


@transaction.atomic
def mark_training(person: User, *, what: str, on: date, by: User) -> Training:
    """Write down what somebody learned. Raises Refused for a day to come."""
    require_coordinator(by)
    require_another(by, person)
    require_past(on)
    training = Training.objects.create(person=person, what=what, on=on, marked_by=by)
    audit.record(by, Tag.TRAINING_MARKED, training)
    return training


@transaction.atomic
def set_tasks(
    person: User, *, permitted: list[str], supervisor: User | None, by: User
) -> TaskRecord:
    """Say what this person may do for the house, and who stands beside (PV-11).

    Raises Refused for a supervisor without a task, or for oneself as one's own.
    """
    require_coordinator(by)
    require_another(by, person)
    if supervisor is not None:
        _require_supervisor(person, supervisor)
    record = _record_of(person)
    record.tasks = [task for task in Task.values if task in permitted]
    record.supervisor = supervisor
    record.save(update_fields=["tasks", "supervisor"])
    audit.record(by, Tag.TASKS_SET, record, tasks=",".join(record.tasks))
    tasks.forget(person)
    publish(RightsChanged(person_ref=person.ref))
    return record


@transaction.atomic
def see_extract(person: User, *, issued_on: date, by: User) -> TaskRecord:
    """Note that one saw an extract of the criminal record: its day, who, when; no copy (PV-04)."""
    require_coordinator(by)
    require_another(by, person)
    require_past(issued_on)
    record = _record_of(person)
    record.extract_issued_on = issued_on
    record.extract_seen_by, record.extract_seen_on = by, timezone.localdate()
    record.save(update_fields=["extract_issued_on", "extract_seen_by", "extract_seen_on"])
    audit.record(by, Tag.EXTRACT_SEEN, record)
    return record


def permit_more(person: User, added: list[str], *, by: User | None) -> None:
    """An invitation is taken: its tasks are permitted, and those the person had stay so.

    Before the new roles begin: a role that comes without its task does not bring it.
    """
    record = _record_of(person)
    record.tasks = [task for task in Task.values if task in {*record.tasks, *added}]
    record.save(update_fields=["tasks"])
    audit.record(by, Tag.TASKS_SET, record, tasks=",".join(record.tasks))
    tasks.forget(person)


def require_past(day: date) -> None:
    """Raise Refused for a day that has not come."""
    if day > timezone.localdate():
        raise Refused(_("This day has not come yet. Please look at the date again."))


def permit_no_more(person: User, kind: str) -> None:
    """A role ended: should it come again, its task is permitted anew or not at all."""
    record = TaskRecord.objects.select_for_update().filter(person=person).first()
    if record is not None:
        gone = tasks.tasks_of_roles([kind])
        record.tasks = [task for task in record.tasks if task not in gone]
        record.save(update_fields=["tasks"])
    tasks.forget(person)


def _record_of(person: User) -> TaskRecord:
    """The person's record; a new one permits what the roles alone permitted until now."""
    kinds = list(person.roles.standing().values_list("kind", flat=True))
    record, _new = TaskRecord.objects.select_for_update().get_or_create(
        person=person, defaults={"tasks": tasks.tasks_of_roles(kinds)}
    )
    return record


def _require_supervisor(person: User, supervisor: User) -> None:
    if supervisor.pk == person.pk:
        raise Refused(_("Somebody else has to stand beside this person."))
    if not supervisor.roles.standing().exists():
        raise Refused(_("This person has no task at the moment. Please choose somebody else."))
