"""Who a child can talk to: one edited list, each line with an owner and the day it was checked."""

import re
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import TranslatableMixin

from cms.bands import Band
from cms.forms import ContactLineForm
from community import promises


class ContactQuerySet(models.QuerySet):
    def stale(self, day: date | None = None) -> "ContactQuerySet":
        """Lines nobody has checked for too long (CH-08)."""
        today = day or timezone.localdate()
        return self.filter(checked_on__lt=today - promises.CONTACTS_CHECKED)


class ContactLine(TranslatableMixin, ClusterableModel):
    """A number one can call, in one language."""

    name = models.CharField(_("name"), max_length=80)
    number = models.CharField(_("number"), max_length=30)
    run_by = models.CharField(_("run by"), max_length=120)
    spoken = models.CharField(
        _("languages spoken"), max_length=60, help_text=_("Codes with a comma: fi, sv, en")
    )
    hours_sure = models.BooleanField(_("opening hours are certain"), default=False)
    source = models.CharField(_("checked against"), max_length=160, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("owner")
    )
    checked_on = models.DateField(_("checked on"), default=timezone.localdate)

    objects = ContactQuerySet.as_manager()

    # No panel for the owner: a list to choose from would name every member (PB-03).
    panels = [
        FieldPanel("name"),
        FieldPanel("number"),
        FieldPanel("run_by"),
        FieldPanel("spoken"),
        FieldPanel("hours_sure"),
        FieldPanel("source"),
        FieldPanel("checked_on"),
        InlinePanel("words", label=_("What a child reads before calling")),
    ]

    base_form_class = ContactLineForm

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("line to call")
        verbose_name_plural = _("lines to call")

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    @property
    def tel(self) -> str:
        """The number as a telephone wants it."""
        return re.sub(r"[^\d+]", "", self.number)


class ContactWords(models.Model):
    """One sentence each, read before calling, for one door (CH-14). All of them are needed."""

    line = ParentalKey(ContactLine, related_name="words")
    band = models.CharField(_("door"), max_length=5, choices=Band.choices)
    place = models.PositiveSmallIntegerField(_("place on the page"), default=1)
    who_answers = models.CharField(_("who answers"), max_length=240)
    ages = models.CharField(_("for what ages"), max_length=240)
    when = models.CharField(_("when"), max_length=240)
    nameless = models.CharField(_("nameless or not"), max_length=240)
    not_secret = models.CharField(
        _("what cannot stay secret, and what happens then"), max_length=240
    )
    example_1 = models.CharField(_("first example"), max_length=240)
    example_2 = models.CharField(_("second example"), max_length=240)
    if_closed = models.CharField(_("what is open if this is closed"), max_length=240, blank=True)

    class Meta:
        verbose_name = _("words before calling")
        verbose_name_plural = _("words before calling")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["line", "band"], name="one_set_of_words_a_door")
        ]

    def __str__(self) -> str:
        return self.band
