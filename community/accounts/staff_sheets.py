"""What the coordinator's pages show of people with tasks: words for roles, tasks and days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from community import promises

from . import names, staff_queries
from .hats import in_language
from .models import Credential, Role, User
from .task_models import Task, Training
from .tasks import tasks_of_roles


@dataclass(frozen=True)
class Line:
    """A person in the list."""

    ref: str
    name: str
    roles: str

    @classmethod
    def of(cls, person: User) -> "Line":
        return cls(person.ref, names.of_staff(person), words_of([r.kind for r in person.standing]))


@dataclass(frozen=True)
class ProfessionLine:
    """A label in a list, with the time it has left in words."""

    credential: Credential
    person: str
    title: str
    organisation: str
    shown_name: str
    checked_by: str
    left: str
    is_due: bool
    is_late: bool
    is_over: bool


@dataclass(frozen=True)
class Sheet:
    """One person on the own page at the staff side."""

    line: Line
    roles: list[Role]
    before: list[Role]
    professions: list[ProfessionLine]
    trainings: list[tuple[Training, str]]
    permitted: list[str]
    tasks: str
    supervisor: str
    supervisor_ref: str
    extract_issued_on: date | None
    extract_seen_on: date | None
    extract_seen_by: str
    is_self: bool


def sheet_of(viewer: User, person: User) -> Sheet:
    """All of it; a constant number of questions."""
    record = staff_queries.record_of(viewer, person)
    kinds = [role.kind for role in person.standing]
    permitted = record.tasks if record else tasks_of_roles(kinds)
    supervisor = record.supervisor if record else None
    extract = record if record and record.extract_issued_on else None
    return Sheet(
        line=Line.of(person),
        roles=person.standing,
        before=list(staff_queries.roles_before(viewer, person)),
        professions=[line_of(one) for one in staff_queries.professions_of(viewer, person)],
        trainings=[
            (one, names.of_staff(one.marked_by))
            for one in staff_queries.trainings_of(viewer, person)
        ],
        permitted=permitted,
        tasks=words_of([], permitted),
        supervisor=names.of_staff(supervisor) if supervisor else "",
        supervisor_ref=supervisor.ref if supervisor else "",
        extract_issued_on=extract.extract_issued_on if extract else None,
        extract_seen_on=extract.extract_seen_on if extract else None,
        extract_seen_by=names.of_staff(extract.extract_seen_by) if extract else "",
        is_self=viewer.pk == person.pk,
    )


def line_of(credential: Credential) -> ProfessionLine:
    """A label, and how long it holds."""
    left = (credential.recheck_by - timezone.localdate()).days
    return ProfessionLine(
        credential=credential,
        person=names.of_staff(credential.person),
        title=in_language(credential.title),
        organisation=in_language(credential.organisation),
        shown_name=credential.shown_name,
        checked_by=names.of_staff(credential.checked_by),
        left=_left(left),
        is_due=left <= max(promises.CREDENTIAL_REMINDERS),
        is_late=left < 0,
        is_over=credential.ended_at is not None,
    )


def words_of(kinds: Iterable[str], tasks: Iterable[str] = ()) -> str:
    """Roles and tasks in words; codes nobody knows any more are left out."""
    roles = [str(Role.Kind(kind).label) for kind in kinds if kind in Role.Kind.values]
    permitted = [str(Task(task).label) for task in tasks if task in Task.values]
    return ", ".join([*roles, *permitted])


def _left(days: int) -> str:
    if days < 0:
        return _("Late: the label has fallen off")
    if days == 0:
        return _("The last day")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}
