"""Joining one member's names (PB-17): for a reason, by somebody of the desk, seen by another."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from . import reviews
from .verdict import Verdict, allowed, concealed, refused
from .visible import NOTHING


def may_join(person: object, review) -> Verdict:
    """Whether this person may ask for the other names of a review's writer."""
    return reviews.may_read(person, review)


def open_to(viewer: object) -> Q:
    """Filter for joinings the viewer may see: of colleagues and the own; never about oneself."""
    if not reviews.may_open_desk(viewer):
        return NOTHING
    return ~Q(about_id=viewer.pk)


def may_see(person: object, joining) -> Verdict:
    if not reviews.may_open_desk(person) or joining.about_id == person.pk:
        return concealed()
    return allowed()


def may_witness(person: object, joining) -> Verdict:
    """Whether this person may be the second who says: I have seen that this was done."""
    verdict = may_see(person, joining)
    if verdict and joining.by_id == person.pk:
        return refused(_("You did this yourself. A colleague has to see it."))
    if verdict and joining.seen_at is not None:
        return refused(_("A colleague has seen this already. Thank you for looking."))
    return verdict
