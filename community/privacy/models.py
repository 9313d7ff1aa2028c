"""What people asked of us about their own data; each with who and when."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community import promises
from community.core.knowing import Choice, Part
from community.core.refs import RefField


class ExportQuerySet(models.QuerySet):
    def standing(self) -> "ExportQuerySet":
        """Neither cancelled nor fetched, and not lapsed."""
        now = timezone.now()
        return self.filter(
            Q(expires_at=None, ready_at__gt=now - promises.EXPORT_LAPSES) | Q(expires_at__gt=now),
            cancelled_at=None,
            fetched_at=None,
        )


class ExportRequest(models.Model):
    """Somebody asked for a copy of the own data. The copy itself is never stored (PR-04)."""

    ref = RefField()
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    basics = models.BooleanField(default=True)
    private = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True, blank=True)  # set when the link is opened
    cancelled_at = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    objects = ExportQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "asked_at"], name="copies_of_a_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at__gt=models.F("asked_at")), name="a_copy_waits"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | Q(fetched_at=None), name="cancelled_or_fetched"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def parts(self) -> list[Part]:
        return [
            part for part, asked in ((Part.BASICS, self.basics), (Part.PRIVATE, self.private))
            if asked
        ]  # fmt: skip

    @property
    def is_ready(self) -> bool:
        return self.ready_at <= timezone.now()

    @property
    def is_open(self) -> bool:
        """Whether the one hour of its link runs."""
        return self.expires_at is not None and self.expires_at > timezone.now()


class Leaving(models.Model):
    """Everything of a person is hidden; after seven days it is gone, as chosen (PR-06, PR-07)."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="leaving")
    choice = models.CharField(max_length=12, choices=Choice.choices, default=Choice.REMOVE)
    asked_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.choice} {self.asked_at}"

    @property
    def due_at(self) -> datetime:
        return self.asked_at + promises.HIDING_UNDONE
