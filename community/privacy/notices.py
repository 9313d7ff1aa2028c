"""The notice to an account that nobody uses: it closes by itself half a year later (PR-03)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from community.notifications.places import Shown, Since, place_kind


@place_kind("unused")
def own_unused_account(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """The account of the person who looks; nobody else's."""
    if viewer.ref not in asked:
        return {}
    line = _("It was quiet here for a long time. An account that nobody uses closes by itself.")
    return {viewer.ref: Shown(_("Your own page"), reverse("accounts:own"), line)}
