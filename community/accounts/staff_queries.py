"""Questions of the coordinator: people who have or had a task, and nobody else (PB-03)."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet
from django.utils import timezone

from community import promises
from community.core.errors import Concealed

from .models import Credential, Role, User
from .staff import keeps_people
from .task_models import Invitation, TaskRecord, Training


def people_with_tasks(viewer: User) -> QuerySet[User]:
    """Who has a task first, who had one after; by name. Nobody else is ever in it."""
    if not keeps_people(viewer):
        return User.objects.none()
    roles = Role.objects.filter(person=OuterRef("pk"))
    return (
        User.objects.filter(Exists(roles))
        .annotate(has_task=Exists(roles.filter(ended_at=None)))
        .prefetch_related(
            Prefetch("roles", Role.objects.standing().order_by("kind"), to_attr="standing")
        )
        .order_by("-has_task", "pseudonym")
    )


def person_for(viewer: User, ref: str) -> User:
    """One of them. Raises Concealed for everybody else, who may well be here."""
    person = people_with_tasks(viewer).filter(ref=ref).first()
    if person is None:
        raise Concealed
    return person


def supervisors_for(viewer: User, person: User) -> QuerySet[User]:
    """Who could stand beside this person: others with a task now."""
    return people_with_tasks(viewer).filter(has_task=True).exclude(pk=person.pk)


def record_of(viewer: User, person: User) -> TaskRecord | None:
    """What is kept of this person's tasks; nothing when nothing was written down yet."""
    if not keeps_people(viewer):
        return None
    kept = TaskRecord.objects.filter(person=person)
    return kept.select_related("supervisor", "extract_seen_by").first()


def trainings_of(viewer: User, person: User) -> QuerySet[Training]:
    """What this person learned, newest first."""
    if not keeps_people(viewer):
        return Training.objects.none()
    return person.trainings.select_related("marked_by").order_by("-on", "-pk")


def roles_before(viewer: User, person: User) -> QuerySet[Role]:
    """Roles that ended, newest first."""
    if not keeps_people(viewer):
        return Role.objects.none()
    return person.roles.filter(ended_at__isnull=False).order_by("-ended_at")


def open_invitations(viewer: User) -> QuerySet[Invitation]:
    """Codes that still work, the next to end first."""
    if not keeps_people(viewer):
        return Invitation.objects.none()
    return Invitation.objects.open().select_related("by").order_by("expires_at")


def invitation_for(viewer: User, ref: str) -> Invitation:
    """One of them. Raises Concealed when it is not open."""
    found = open_invitations(viewer).filter(ref=ref).first()
    if found is None:
        raise Concealed
    return found


def professions(viewer: User) -> QuerySet[Credential]:
    """Labels that nobody ended, by what falls due first; late ones on top."""
    if not keeps_people(viewer):
        return Credential.objects.none()
    kept = Credential.objects.filter(ended_at=None)
    return kept.select_related("person", "checked_by").order_by("recheck_by", "pk")


def professions_due(viewer: User) -> QuerySet[Credential]:
    """Those to look up again within the first reminder's days."""
    until = timezone.localdate() + timedelta(days=max(promises.CREDENTIAL_REMINDERS))
    return professions(viewer).filter(recheck_by__lte=until)


def professions_of(viewer: User, person: User) -> QuerySet[Credential]:
    """All labels this person has or had, ended ones last."""
    if not keeps_people(viewer):
        return Credential.objects.none()
    kept = person.credentials.select_related("checked_by")
    return kept.order_by(F("ended_at").desc(nulls_first=True), "recheck_by")


def profession_for(viewer: User, ref: str) -> Credential:
    """One that nobody ended. Raises Concealed otherwise."""
    found = professions(viewer).filter(ref=ref).first()
    if found is None:
        raise Concealed
    return found
