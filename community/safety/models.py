"""Who wishes to see nothing of whom. The rows are asked by `queries.parted` and by nobody else."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from community.core.refs import RefField

PERSON = settings.AUTH_USER_MODEL


class BlockQuerySet(models.QuerySet):
    def standing(self) -> "BlockQuerySet":
        """Those that hold now."""
        return self.filter(lifted_at=None)


class Block(models.Model):
    """Somebody pressed "block" beside a name. It parts two people; the name is only how it began.

    One row for each place, so that one's own list never tells that two names are one person
    (docs/decisions/a-block-is-a-persons.md).
    """

    ref = RefField()
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    about = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    place = models.CharField(max_length=40)  # "topic:<ref>", "group:<ref>", as on an Alias
    name = models.CharField(max_length=80)  # what stood there when it was pressed
    made_at = models.DateTimeField(default=timezone.now)
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = BlockQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["by", "about", "place"],
                condition=Q(lifted_at=None),
                name="one_standing_block_a_name",
            ),
            models.CheckConstraint(condition=~Q(by=F("about")), name="nobody_blocks_themself"),
        ]
        indexes = [models.Index(fields=["by", "lifted_at"]), models.Index(fields=["about"])]

    def __str__(self) -> str:
        return self.ref


from .distance_models import DistanceEntry, DistanceHit  # noqa: E402, F401 (a file of their own)
