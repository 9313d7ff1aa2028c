"""What every page of ours shares: a quiet title, a true heading, an address that tells nothing.

An editor never writes an address: it is made once and is opaque (EX-07).
"""

from csp.constants import SELF
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Revision

from cms import publishing
from cms.forms import GatedPageForm
from cms.gates import Finding, check_quiet
from community.core.refs import new_ref


class QuietPage(Page):
    """A page whose title may stand in a history that somebody else reads."""

    heading = models.CharField(
        _("heading"),
        max_length=120,
        blank=True,
        help_text=_("The truth, as the reader sees it on the page. Never part of the address."),
    )

    content_panels = [
        FieldPanel(
            "title",
            heading=_("Quiet title"),
            help_text=_("Seen in the browser's history and when shared. It must not tell."),
        ),
        FieldPanel("heading"),
    ]
    promote_panels: list = []
    base_form_class = GatedPageForm

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.heading or self.title

    def get_admin_display_title(self) -> str:
        """Editors see what the page is about; readers' browsers do not."""
        return self.heading or super().get_admin_display_title()

    def full_clean(self, *args, **kwargs) -> None:
        self.slug = self.slug or new_ref()
        super().full_clean(*args, **kwargs)

    def address(self) -> str:
        """The path of this page in the language that is active."""
        raise NotImplementedError

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple | None:
        """Our own addresses instead of Wagtail's: "view live" leads where readers are."""
        sites = self._get_relevant_site_root_paths(request)
        if not sites:
            return None
        with translation.override(sites[0].language_code):
            return sites[0].site_id, sites[0].root_url, self.address()

    def findings(self) -> list[Finding]:
        """What the gates say of this page as it is now."""
        return check_quiet([self.title, self.slug], self.locale.language_code)

    def publish(self, revision: Revision, *args, **kwargs):
        """Whoever publishes, and however: the gates are asked first. Raises Refused."""
        publishing.require_open_gates(revision.as_object())
        return super().publish(revision, *args, **kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Editors see the page beside their text: only there may it stand in a frame."""
        response = super().serve_preview(request, mode_name)
        response._csp_replace = {"frame-ancestors": [SELF]}
        return response
