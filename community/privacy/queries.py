"""Questions about one's own requests; nobody has anybody else's."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from community import promises
from community.accounts.models import User
from community.core.errors import Concealed

from .models import ExportRequest, Leaving


def standing_copy(viewer: User | AnonymousUser) -> ExportRequest | None:
    """The copy this person waits for, if any."""
    if not viewer.is_authenticated:
        return None
    return ExportRequest.objects.standing().filter(person=viewer).order_by("-asked_at").first()


def copy_for(viewer: User, ref: str) -> ExportRequest:
    """One's own request behind a reference. Raises Concealed for anything else."""
    request = ExportRequest.objects.filter(person=viewer, ref=ref).first()
    if request is None:
        raise Concealed
    return request


def leaving_of(viewer: User) -> Leaving | None:
    return Leaving.objects.filter(person=viewer).first()


def gone_at(viewer: User) -> datetime | None:
    """When everything of this person is gone for good, if all of it is hidden now (PR-06)."""
    return viewer.hidden_at + promises.HIDING_UNDONE if viewer.hidden_at else None
