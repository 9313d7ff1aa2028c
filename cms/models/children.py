"""A child's page, behind exactly one door (CH-05), and the readings it needs (CH-10)."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField

from cms import gates
from cms.children import blocks, pictures
from cms.children.forms import ChildPageForm

from .doors import ChildDoorPage
from .quiet import QuietPage


class ChildPage(QuietPage):
    """One page for a child. Reading, listening, choosing; nothing to write (CH-04)."""

    class Kind(models.TextChoices):
        MAIN = "main", _("main page of the door")
        UNSAFE = "unsafe", _("if home is not safe")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.MAIN)
    screens = StreamField(blocks.Screens(), verbose_name=_("pictures and questions"))
    choices = StreamField(blocks.Choices(), verbose_name=_("choices"), blank=True)
    grown_up = models.TextField(_("for the grown-up beside"), max_length=400, blank=True)

    content_panels = [
        *QuietPage.content_panels,
        FieldPanel("kind"),
        FieldPanel("screens"),
        FieldPanel("choices"),
        FieldPanel("grown_up"),
        InlinePanel("reviews", heading=_("Readings by experts"), label=_("reading")),
    ]
    base_form_class = ChildPageForm
    template = "children/page.html"
    parent_page_types = ["cms.ChildDoorPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("child's page")
        verbose_name_plural = _("children's pages")

    @cached_property
    def door(self) -> ChildDoorPage:
        """The door this page stands behind; the views give it, to spare a question."""
        return self.get_parent().specific

    @property
    def symbol(self) -> str:
        """The picture of this page on its door."""
        if self.kind == self.Kind.UNSAFE:
            return pictures.UNSAFE
        return next((screen.value["symbol"] for screen in self.screens), pictures.UNKNOWN)

    def address(self) -> str:
        return reverse("children:page", args=[self.door.band, self.slug])

    def words(self) -> gates.Words:
        """The words a child meets here, for counting and for the seal of a reading."""
        return gates.Words(
            heading=self.heading,
            screens=tuple(screen.value["text"] for screen in self.screens),
            screen_headings=tuple(screen.value.get("heading") or "" for screen in self.screens),
            choices=tuple(choice.value["text"] for choice in self.choices),
        )

    def findings(
        self, band: str | None = None, readings: set[str] | None = None
    ) -> list[gates.Finding]:
        """What the gates say; a form knows door and readings before they are saved."""
        from cms.children import queries

        band = band or self.door.band
        found = super().findings()
        found += gates.check_figures(gates.measure(self.words()), band)
        found += gates.check_fresh(queries.stale_numbers(band, self.locale.language_code))
        if self.kind == self.Kind.UNSAFE:
            have = self.readings() if readings is None else readings
            found += gates.check_reviews(have, dict(SafetyReview.Field.choices))
        return found

    def readings(self) -> set[str]:
        """The fields whose reading stands for exactly these words."""
        seal = gates.seal_of(self.words())
        return {review.field for review in self.reviews.all() if review.seal == seal}

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms.children import contexts

        return {**super().get_context(request, *args, **kwargs), **contexts.child_page(self)}


class SafetyReview(models.Model):
    """An expert has read these very words. A change of one word asks for a new reading (CH-10)."""

    class Field(models.TextChoices):
        CHILD_PROTECTION = "protection", _("child protection")
        VIOLENCE_WORK = "violence", _("violence work")

    page = ParentalKey(ChildPage, related_name="reviews")
    field = models.CharField(_("field"), max_length=12, choices=Field.choices)
    read_by = models.CharField(_("read by"), max_length=120, help_text=_("Profession and house"))
    read_on = models.DateField(_("read on"), default=timezone.localdate)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    seal = models.CharField(max_length=32, blank=True, editable=False)

    panels = [FieldPanel("field"), FieldPanel("read_by"), FieldPanel("read_on")]

    class Meta:
        verbose_name = _("reading by an expert")
        verbose_name_plural = _("readings by experts")

    def __str__(self) -> str:
        return f"{self.field} {self.read_on:%Y-%m-%d}"
