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

DAY = 24 * 60 * 60
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
    worst case is twice the limit around a window's edge; that is enough against floods. Against
    guessing, each of `promises.GROWING` that is used up again within a day lasts twice as long.
    """
    if _lifted.get():
        return
    times, within = promises.LIMITS[limit]
    # No name and no address stands in the cache, nor what they could be guessed back from.
    mark = f"limit:{limit}:{salted_hmac('limits', who).hexdigest()[:32]}"
    _refuse_until(cache.get(f"{mark}:until", 0) if limit in promises.GROWING else 0)
    seconds = int(within.total_seconds())
    window = int(time.time()) // seconds
    key = f"{mark}:{window}"
    cache.add(key, 0, timeout=seconds)
    try:
        used = cache.incr(key)
    except ValueError:  # the window ended between the two calls
        return
    if used > times:
        lifts = (window + 1) * seconds
        _refuse_until(_longer(mark, lifts, seconds) if limit in promises.GROWING else lifts)


def _longer(mark: str, lifts: int, seconds: int) -> int:
    """When a limit that was used up before lifts: each time twice as late, a day at most."""
    cache.add(f"{mark}:met", 0, timeout=DAY)
    try:
        met = cache.incr(f"{mark}:met")
    except ValueError:
        met = 1
    if met > 1:
        lifts = int(time.time()) + min(seconds * 2 ** (met - 1), DAY)
    cache.set(f"{mark}:until", lifts, timeout=max(1, lifts - int(time.time())))
    return lifts


def _refuse_until(lifts: int) -> None:
    if lifts <= time.time():
        return
    when = datetime.fromtimestamp(lifts, tz=timezone.get_current_timezone())
    raise TooMany(
        _("That was a lot in a short time. You can go on at %(time)s. Nothing you typed is lost.")
        % {"time": time_format(timezone.localtime(when), "TIME_FORMAT")}
    )
