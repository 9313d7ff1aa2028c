"""Doors of one's own safety: where everything for it is, and what changed and when."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from community import promises

from . import history

# What a member finds on the page of the own safety: address, name, one sentence. A page that is
# not switched on is not on the list.
PLACES: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    (
        "safety:changes",
        _("What changed and when"),
        _("Did somebody else change something in your account? You can look here."),
    ),
    (
        "safety:honest",
        _("What leaving fast can and cannot do"),
        _("The way out on every page, and how to be safer on this device."),
    ),
    (
        "safety:blocks",
        _("Names you have blocked"),
        _("You do not see each other. Nobody is told."),
    ),
    (
        "safety:distance",
        _("Distance list"),
        _("Name somebody whom you never want to meet here."),
    ),
    (
        "accounts:devices",
        _("Where you are signed in"),
        _("Sign out on a device that is not with you."),
    ),
    (
        "notices:choose",
        _("What may be sent to you"),
        _("Nothing is sent to you unless you choose it."),
    ),
    (
        "privacy:hide",
        _("Hide everything"),
        _("Nobody sees anything of yours any more. You can undo it for seven days."),
    ),
)


class HubView(LoginRequiredMixin, TemplateView):
    """Everything for one's own safety in one place."""

    template_name = "safety/hub.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(places=open_places(), **kwargs)


class ChangesView(LoginRequiredMixin, TemplateView):
    """What changed and when. It can be read, and by nobody cleared (EX-19)."""

    template_name = "safety/changes.html"
    extra_context = {"kept_days": promises.CHANGES_KEPT.days}

    def get_context_data(self, **kwargs) -> dict:
        before = history.day_in(self.request.GET.get("before", ""))
        page = history.page_of(self.request.user, before=before)
        return super().get_context_data(page=page, first_page=before is None, **kwargs)


def open_places() -> list[dict]:
    """The places that are there on this site."""
    return [
        {"url": url, "title": title, "text": text}
        for name, title, text in PLACES
        if (url := _address(name)) and (name != "safety:distance" or settings.DISTANCE_LIST)
    ]


def _address(name: str) -> str:
    if name == "safety:distance" and not settings.DISTANCE_LIST:
        return ""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
