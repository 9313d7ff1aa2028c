"""The children's home and its three doors, chosen by picture and words (CH-05)."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.bands import Band
from cms.children import pictures

from .quiet import QuietPage


class ChildrenHomePage(QuietPage):
    """Three doors, chosen by picture and words."""

    template = "children/doors.html"
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.ChildDoorPage"]

    class Meta:
        verbose_name = _("children's home")
        verbose_name_plural = _("children's homes")

    def address(self) -> str:
        return reverse("children:doors")

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms.children import contexts

        return {
            **super().get_context(request, *args, **kwargs),
            **contexts.doors_page(self),
        }


class ChildDoorPage(QuietPage):
    """One door. What stands behind it is written for this band only."""

    band = models.CharField(_("door"), max_length=5, choices=Band.choices)
    symbol = models.CharField(_("picture"), max_length=20, choices=pictures.CHOICES)

    content_panels = [*QuietPage.content_panels, FieldPanel("band"), FieldPanel("symbol")]
    template = "children/door.html"
    parent_page_types = ["cms.ChildrenHomePage"]
    subpage_types = ["cms.ChildPage"]

    class Meta:
        verbose_name = _("children's door")
        verbose_name_plural = _("children's doors")

    def address(self) -> str:
        return reverse("children:door", args=[self.band])

    def get_context(self, request, *args, **kwargs) -> dict:
        from cms.children import contexts

        return {**super().get_context(request, *args, **kwargs), **contexts.door_page(self)}
