"""Writing of one's own situation needs a consent of its own; reading never does (ID-12)."""

from django.utils.translation import gettext_lazy as _

from .verdict import Verdict, allowed, refused


def may_write(viewer: object) -> Verdict:
    """Whether this person has said yes to our storing what the own words tell."""
    if viewer.is_authenticated and viewer.special_data_consent_at is None:
        return refused(
            _(
                "To write, we need your yes to store what your words may tell. "
                "You find it on your own page. You can read without it."
            )
        )
    return allowed()
