"""That somebody was identified once, as grown-up, and nothing about who it is (ID-04)."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import keyed


class Identity(models.Model):
    """Two keyed hashes and a yes. No name, code or birth date has a column here."""

    class Method(models.TextChoices):
        BANK = "bank", _("Bank identification")
        WALLET = "wallet", _("Identity wallet")

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="identity")
    # ID-05: one person, one account. Only compared, never shown, in no page and no copy.
    person_key = models.CharField(max_length=keyed.LENGTH, unique=True, editable=False)
    # Of the normalised name and birth date; empty unless the distance list is on (PB-11).
    name_key = models.CharField(max_length=keyed.LENGTH, blank=True, db_index=True, editable=False)
    key_version = models.PositiveSmallIntegerField(editable=False)
    adult = models.BooleanField(default=True, editable=False)
    method = models.CharField(max_length=10, choices=Method.choices, editable=False)
    verified_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(adult=True), name="only_adults_are_identified")
        ]

    def __str__(self) -> str:
        return self.method


class FormerIdentity(models.Model):
    """The key of somebody who left and from whom somebody else is parted (PB-10).

    Only as long as that block stands: leaving and coming back changes nothing.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="former_identity"
    )
    person_key = models.CharField(max_length=keyed.LENGTH, db_index=True, editable=False)
    key_version = models.PositiveSmallIntegerField(editable=False)

    def __str__(self) -> str:
        return str(self.pk)
