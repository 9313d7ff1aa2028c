"""Tasks of the house: how a person came to one, what was learned, what may be done (PV-04, PV-11).

Of a criminal record only three facts are kept: when the extract was issued, who saw it, and when.
There is no field a file could go into; a test says so of every table of this room.
"""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.core.refs import RefField


class Task(models.TextChoices):
    """What a role is for, apart from its name: a person may have the role and not yet the task."""

    ANSWERING = "answering", _("Answering in discussions")
    DESK = "desk", _("Reading at the desk what waits")
    GROUPS = "groups", _("Leading live groups")


class InvitationQuerySet(models.QuerySet):
    def open(self) -> "InvitationQuerySet":
        """Those whose code still works."""
        return self.filter(taken_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


class Invitation(models.Model):
    """A one-use code for a task. The code is shown once, to who made it; here is only its hash."""

    ref = RefField()
    kinds = models.JSONField(default=list)  # values of Role.Kind
    tasks = models.JSONField(default=list)  # values of Task
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_by=None, taken_at=None)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="taken_by_somebody_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(taken_by=F("by")), name="nobody_takes_the_own_invitation"
            ),
        ]

    def __str__(self) -> str:
        return self.ref


class TaskRecord(models.Model):
    """What the house keeps of somebody with a task: who stands beside, what is permitted."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="task_record"
    )
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    tasks = models.JSONField(default=list)  # values of Task
    extract_issued_on = models.DateField(null=True, blank=True)
    extract_seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    extract_seen_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(extract_issued_on=None, extract_seen_by=None, extract_seen_on=None)
                | Q(
                    extract_issued_on__isnull=False,
                    extract_seen_by__isnull=False,
                    extract_seen_on__isnull=False,
                ),
                name="an_extract_was_seen_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(extract_seen_by=F("person")), name="nobody_sees_the_own_extract"
            ),
            models.CheckConstraint(
                condition=~Q(supervisor=F("person")), name="nobody_supervises_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"record {self.pk}"


class Training(models.Model):
    """Something a person learned for a task, as a colleague marked it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="trainings")
    what = models.CharField(max_length=120)
    on = models.DateField()
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    marked_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.what
