"""When the quieter notices come: the next morning, the next weekly digest."""

from datetime import datetime, timedelta

from django.utils import timezone

from community import promises


def next_morning(now: datetime | None = None) -> datetime:
    """The next moment at which the notices of a day are put into the inbox."""
    local = timezone.localtime(now)
    at = promises.DAILY_NOTICES
    morning = local.replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)
    return morning if morning > local else morning + timedelta(days=1)


def next_digest(now: datetime | None = None) -> datetime:
    """The next moment of the weekly mail."""
    morning = next_morning(now)
    return morning + timedelta(days=(promises.DIGEST_WEEKDAY - morning.weekday()) % 7)
