"""Whether a person may take a task now: the role stands, and the task is permitted (PV-11)."""

from .models import Role, User
from .task_models import Task, TaskRecord

ROLE_FOR = {
    Task.ANSWERING: Role.Kind.VOLUNTEER,
    Task.DESK: Role.Kind.MODERATOR,
    Task.GROUPS: Role.Kind.FACILITATOR,
}
TASK_OF = {kind: task for task, kind in ROLE_FOR.items()}


def may_take(person: User, task: str) -> bool:
    """Whether this person does this task for the house now."""
    return person.has_role(ROLE_FOR[task]) and is_permitted(person, task)


def is_permitted(person: User, task: str) -> bool:
    """Whether the person's record names the task. Without a record the role alone says it.

    Read once per object, as roles are.
    """
    if not hasattr(person, "_tasks_now"):
        kept = TaskRecord.objects.filter(person_id=person.pk).values_list("tasks", flat=True)
        person._tasks_now = kept.first()
    return person._tasks_now is None or task in person._tasks_now


def tasks_of_roles(kinds: list[str]) -> list[str]:
    """The tasks that these roles are for."""
    return [TASK_OF[kind].value for kind in kinds if kind in TASK_OF]


def forget(person: User) -> None:
    """What was read of this object's rights is read anew."""
    person.__dict__.pop("_roles_now", None)
    person.__dict__.pop("_tasks_now", None)
