"""How often a person may do a thing; the table stands in `promises.LIMITS`."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from community import promises

from .errors import TooMany

_lifted: ContextVar[bool] = ContextVar("limits_lifted", default=False)


@contextmanager
def lifted() -> Iterator[None]:
    """No limits inside: for filling a demo site or importing an old one, never for a request."""
    token = _lifted.set(True)
    try:
        yield
    finally:
        _lifted.reset(token)


def spend(limit: str, who: str) -> None:
    """Count one use of a limit for this person or address.

    Raises TooMany with the time it lifts when the limit is used up. Windows are fixed, so the
    worst case is twice the limit around a window's edge; that is enough against floods.
    """
    if _lifted.get():
        return
    times, within = promises.LIMITS[limit]
    seconds = int(within.total_seconds())
    window = int(time.time()) // seconds
    # No name and no address stands in the cache, nor what they could be guessed back from.
    counted = salted_hmac("limits", who).hexdigest()[:32]
    key = f"limit:{limit}:{counted}:{window}"
    cache.add(key, 0, timeout=seconds)
    try:
        used = cache.incr(key)
    except ValueError:  # the window ended between the two calls
        return
    if used > times:
        lifts = datetime.fromtimestamp((window + 1) * seconds, tz=timezone.get_current_timezone())
        raise TooMany(
            _(
                "That was a lot in a short time. "
                "You can go on at %(time)s. Nothing you typed is lost."
            )
            % {"time": time_format(timezone.localtime(lifts), "TIME_FORMAT")}
        )
