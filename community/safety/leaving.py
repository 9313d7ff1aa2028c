"""Leaving fast: the session ends, and until somebody says otherwise this browser sees nothing.

The mark of having left lives in the session itself, because we set no other cookie (PR-16).
"""

from django.contrib.auth import logout
from django.http import HttpRequest

from community.accounts.services import signed_out
from community.core import limits
from community.core.errors import TooMany

LEFT = "left"


def leave(request: HttpRequest) -> None:
    """End the session here and remember only that somebody left."""
    person = request.user
    logout(request)
    if person.is_authenticated:
        signed_out(person)
    try:
        limits.spend("leaving", request.META.get("REMOTE_ADDR", ""))
    except TooMany:
        return  # somebody fills our table of sessions; the way out itself stays open
    request.session[LEFT] = True


def has_left(request: HttpRequest) -> bool:
    """Whether this browser left fast and has not come back on purpose."""
    return bool(request.session.get(LEFT))


def come_back(request: HttpRequest) -> None:
    """Show the site again: somebody chose to."""
    request.session.pop(LEFT, None)
