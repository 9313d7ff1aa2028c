"""The first page of a language: a warm beginning and where to go from here."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .quiet import QuietPage


class HomePage(QuietPage):
    """One for each language. Empty fields show the words of the site itself."""

    lead = models.TextField(_("first words"), max_length=400, blank=True)

    content_panels = [*QuietPage.content_panels, FieldPanel("lead")]
    template = "cms/home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.GuideIndexPage", "cms.ChildrenHomePage"]

    class Meta:
        verbose_name = _("first page")
        verbose_name_plural = _("first pages")

    def address(self) -> str:
        return reverse("cms:home")

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms import queries

        return {
            **super().get_context(request, *args, **kwargs),
            "guides": queries.guides(request.user, self.locale.language_code)[:3],
        }
