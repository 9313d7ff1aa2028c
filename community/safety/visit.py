"""Whether somebody has read the calm page in this visit; forgotten with the session (ID-13)."""

from django.conf import settings
from django.http import HttpRequest

from community.core import limits
from community.core.errors import TooMany

READ = "read_before"


def has_read(request: HttpRequest) -> bool:
    """Whether this visitor went on from the page before."""
    return bool(request.session.get(READ))


def read(request: HttpRequest) -> None:
    """Remember it until the visit ends; not for an address that makes too many visits."""
    try:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            limits.spend("visits", request.META.get("REMOTE_ADDR", ""))
    except TooMany:
        return
    request.session[READ] = True
