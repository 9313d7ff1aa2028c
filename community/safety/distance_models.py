"""The distance list: keyed hashes of people somebody wants no meeting with, and what they met."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community import promises
from community.core.refs import RefField


class DistanceEntry(models.Model):
    """One named person, as a keyed hash of name and birth date; no word of it is kept (PB-11).

    It begins and ends at moments nobody knows (PB-12). No label: one could hold the name.
    """

    ref = RefField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="distance_entries"
    )
    number = models.PositiveSmallIntegerField()  # "Entry 1"
    name_key = models.CharField(max_length=64, blank=True, db_index=True, editable=False)
    key_version = models.PositiveSmallIntegerField(editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    begins_at = models.DateTimeField(editable=False)
    removed_at = models.DateTimeField(null=True, editable=False)
    ends_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "number"], condition=Q(removed_at=None), name="entries_are_numbered"
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1, number__lte=promises.DISTANCE_ENTRIES),
                name="a_distance_list_is_short",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_new(self) -> bool:
        """Whether it may not have begun yet: told by when it was made, not by when it begins."""
        return timezone.now() - self.made_at < promises.DISTANCE_BEGINS[1]


class DistanceHit(models.Model):
    """An entry met somebody who is here. It only ever hides; no page and no copy knows of it."""

    entry = models.ForeignKey(DistanceEntry, models.CASCADE, related_name="hits")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "about"], name="an_entry_meets_one_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
