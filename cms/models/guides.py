"""Guides for parents: something to do today, what is true, where it was checked."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms import blocks
from cms.gates import count_words

from .quiet import QuietPage

READ_A_MINUTE = 130  # Finnish words are long, and the reader is tired


class GuideIndexPage(QuietPage):
    """All guides of a language."""

    lead = models.TextField(_("first words"), max_length=400, blank=True)

    content_panels = [*QuietPage.content_panels, FieldPanel("lead")]
    template = "cms/guides.html"
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.GuidePage"]

    class Meta:
        verbose_name = _("list of guides")
        verbose_name_plural = _("lists of guides")

    def address(self) -> str:
        return reverse("cms:guides")

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms import queries

        return {
            **super().get_context(request, *args, **kwargs),
            "guides": queries.guides(request.user, self.locale.language_code),
        }


class GuidePage(QuietPage):
    """One guide. Opens without an account (ID-01) and may be found by search engines."""

    intro = models.TextField(_("first words"), max_length=400)
    body = StreamField(blocks.GuideBody(), verbose_name=_("text"), blank=True)
    sources = StreamField([("source", blocks.SourceBlock())], verbose_name=_("sources"), blank=True)
    checked_on = models.DateField(_("facts checked on"))

    content_panels = [
        *QuietPage.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("sources"),
        FieldPanel("checked_on"),
    ]
    template = "cms/guide.html"
    parent_page_types = ["cms.GuideIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def address(self) -> str:
        return reverse("cms:guide", args=[self.slug])

    @property
    def minutes(self) -> int:
        """About how long it takes to read."""
        said = [self.intro, *(block.block.words_of(block.value) for block in self.body)]
        return max(1, round(sum(map(count_words, said)) / READ_A_MINUTE))

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms import queries

        return {
            **super().get_context(request, *args, **kwargs),
            "alternates": queries.alternates(self),
            "others": queries.other_guides(request.user, self),
        }
