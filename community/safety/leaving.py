"""Leaving fast: the session ends, and until somebody says otherwise this browser sees nothing.

The mark of having left lives in the session itself, because we set no other cookie (PR-16).
"""

import logging

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

from community.accounts.services import signed_out
from community.core import limits
from community.core.errors import TooMany

log = logging.getLogger(__name__)
LEFT = "left"


def leave(request: HttpRequest) -> None:
    """End the session here and remember only that somebody left. Never fails."""
    person, came_with_one = request.user, settings.SESSION_COOKIE_NAME in request.COOKIES
    logout(request)
    if person.is_authenticated:
        signed_out(person)
    if came_with_one or _may_mark(request):
        request.session[LEFT] = True


def _may_mark(request: HttpRequest) -> bool:
    """A visitor without a session gets one for the mark, unless an address makes too many."""
    try:
        limits.spend("leaving", request.META.get("REMOTE_ADDR", ""))
    except TooMany:
        return False
    except Exception:
        log.exception("the limits could not be asked")  # the way out does not hang on a cache
    return True


def has_left(request: HttpRequest) -> bool:
    """Whether this browser left fast and has not come back on purpose."""
    return bool(request.session.get(LEFT))


def come_back(request: HttpRequest) -> None:
    """Show the site again: somebody chose to."""
    request.session.pop(LEFT, None)
