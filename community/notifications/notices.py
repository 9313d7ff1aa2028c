"""Notices that belong to no room: changes of the account, and a profession to be looked up."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from community.accounts.models import Credential

from .places import Shown, Since, place_kind


@place_kind("own")
def own_account(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """The account of the person who looks; nobody else's."""
    if viewer.ref not in asked:
        return {}
    line = _("Something changed in your account. Please look whether it was you.")
    return {viewer.ref: Shown(_("What changed and when"), _address("safety:changes"), line)}


@place_kind("credential")
def own_professions(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """Standing professions of the person who looks."""
    standing = Credential.objects.standing().filter(person=viewer, ref__in=asked)
    line = _("Your right to practise has to be looked up again soon.")
    return {
        ref: Shown(_("Your own page"), _address("accounts:own"), line)
        for ref in standing.values_list("ref", flat=True)
    }


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse("accounts:own")
