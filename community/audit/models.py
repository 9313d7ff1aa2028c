"""One line of the record. The database itself refuses to change or delete it (MC-24)."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """Who did what to which thing, when. Acts, never words."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    tag = models.CharField(max_length=60, db_index=True)
    subject = models.CharField(max_length=60)  # "app.model"
    subject_id = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.tag} {self.subject}:{self.subject_id}"
