"""Pictures and documents of the editors: our own models from the first migration."""

from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class SiteImage(AbstractImage):
    """A picture of the site, with words for those who do not see it."""

    alternative_text = models.CharField(max_length=200, blank=True)

    admin_form_fields = (*Image.admin_form_fields, "alternative_text")


class SiteRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(SiteImage, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_size"
            )
        ]


class SiteDocument(AbstractDocument):
    """A file of the site, checked on every download."""

    admin_form_fields = Document.admin_form_fields
