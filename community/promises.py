"""Every number we promise: hours, limits, times. Code, pages and tests read it here only."""

from datetime import datetime, time, timedelta

from django.utils import timezone

# MC-05: between these hours, every day, somebody reads what waits.
READING_OPENS = time(9, 0)
READING_CLOSES = time(21, 0)
# MC-04: how long a post that waits may wait inside those hours.
READ_WITHIN = timedelta(hours=2)
# MC-06: the first posts of a member are read before they are shown.
FIRST_POSTS_READ = 3
# A moderator's claim on a waiting item, then it is free for others again.
CLAIM = timedelta(minutes=10)
# RT-05: what is said in a live group is gone this long after the session.
GROUP_MESSAGES_KEPT = timedelta(hours=24)
# RT-01: the smallest and the largest live group, facilitators not counted.
GROUP_SEATS = (3, 10)
# RT-08
GROUP_MESSAGE_LENGTH = 2_000
POST_LENGTH = 10_000
TITLE_LENGTH = 120
# MC-15: what a moderator says of a decline; with the fixed words the statement stays under 120.
REASON_WORDS = 60
PASSPHRASE_LENGTH = (12, 256)
PSEUDONYM_LENGTH = (3, 30)
# PV-02: a professional's right is looked up again within this time, or the label falls off.
CREDENTIAL_RECHECKED = timedelta(days=180)
# CH-08: a number offered to a child was checked within this time, or its pages cannot go out.
CONTACTS_CHECKED = timedelta(days=90)

# SE-11: how often one person, or one address, may do a thing: (times, within).
LIMITS: dict[str, tuple[int, timedelta]] = {
    "sign_in": (5, timedelta(minutes=15)),  # one name from one address
    "sign_in_address": (60, timedelta(hours=1)),  # any name from one address
    "leaving": (30, timedelta(hours=1)),  # marks of having left, not the leaving itself
    "sign_up": (5, timedelta(hours=1)),
    "posts": (10, timedelta(hours=1)),
    "first_posts": (3, timedelta(hours=1)),
    "group_messages": (10, timedelta(seconds=30)),
    "seat_requests": (10, timedelta(hours=1)),
}


def is_reading_time(now: datetime | None = None) -> bool:
    """Whether somebody reads what waits at this moment (MC-05)."""
    clock = timezone.localtime(now).time()
    return READING_OPENS <= clock < READING_CLOSES


def read_by(now: datetime | None = None) -> datetime:
    """The moment by which something that begins to wait now has been read (MC-04, MC-05)."""
    local = timezone.localtime(now)
    if is_reading_time(local):
        due, closes = (
            local + READ_WITHIN,
            local.replace(
                hour=READING_CLOSES.hour, minute=READING_CLOSES.minute, second=0, microsecond=0
            ),
        )
        if due <= closes:
            return due
    opens = local.replace(
        hour=READING_OPENS.hour, minute=READING_OPENS.minute, second=0, microsecond=0
    )
    if local >= opens:
        opens += timedelta(days=1)
    return opens + READ_WITHIN if is_reading_time(local) else opens
