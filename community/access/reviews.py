"""The desk: moderators only, and never on one's own text; for everybody else it is not there."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .verdict import Verdict, allowed, concealed, refused
from .visible import NOTHING


def open_to(viewer: object) -> Q:
    """Filter for reviews the viewer may see."""
    if not may_open_desk(viewer):
        return NOTHING
    # What is said about one's own text is not one's own to read, nor who reported it (MC-03).
    return ~Q(writer_id=viewer.pk)


def may_open_desk(person: object) -> Verdict:
    """Whether the desk exists for this person."""
    if not person.is_authenticated or not person.is_active:
        return concealed()
    return allowed() if person.may_open_desk else concealed()


def may_read(person: object, review) -> Verdict:
    if not may_open_desk(person) or review.writer_id == person.pk:
        return concealed()
    return allowed()


def may_decide(person: object, review) -> Verdict:
    """Whether this person may claim, approve or decline now."""
    if not may_read(person, review):
        return concealed()
    if review.closed_at is not None:
        return refused(_("This is decided already. Thank you for looking."))
    if review.is_claimed and review.claimed_by_id != person.pk:
        return refused(_("A colleague is reading this at the moment. You can take the next one."))
    return allowed()
