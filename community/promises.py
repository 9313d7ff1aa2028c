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
# PB-17: the least and the most a moderator writes before seeing somebody's names side by side.
JOINING_REASON = (10, 500)
PASSPHRASE_LENGTH = (12, 256)
PSEUDONYM_LENGTH = (3, 30)
# PV-02: a professional's right is looked up again within this time, or the label falls off.
CREDENTIAL_RECHECKED = timedelta(days=180)
# PV-02: this many days before that, the coordinator and the professional are told.
CREDENTIAL_REMINDERS = (30, 7, 0)
# CH-08: a number offered to a child was checked within this time, or its pages cannot go out.
CONTACTS_CHECKED = timedelta(days=90)

# EX-19: the list of safety changes goes back this far and cannot be cleared.
CHANGES_KEPT = timedelta(days=30)
# PR-06: how long "hide everything of mine" can be undone; then everything is gone.
HIDING_UNDONE = timedelta(days=7)
# PR-04: between asking for a copy of one's data and getting it; then how long its link works.
EXPORT_WAITS = timedelta(hours=24)
EXPORT_OPEN = timedelta(hours=1)
# A copy that nobody opened by then is not made any more.
EXPORT_LAPSES = timedelta(days=7)
# PR-03, each read by the nightly sweep.
SESSIONS_KEPT = timedelta(days=30)
STAFF_LOG_KEPT = timedelta(days=730)
DECISIONS_KEPT = timedelta(days=730)
# Words that were taken back or replaced; and declined ones, which can be looked at again (MC-16).
WITHDRAWN_WORDS_KEPT = timedelta(days=30)
DECLINED_WORDS_KEPT = timedelta(days=183)
TOPIC_ARCHIVED = timedelta(days=365)
TOPIC_GONE = timedelta(days=3 * 365)
ACCOUNT_NOTICED = timedelta(days=548)
ACCOUNT_GONE = timedelta(days=730)
# ID-16: on a device that others use too, and on one's own.
IDLE_SHARED = timedelta(minutes=30)
SESSION_SHARED = timedelta(hours=8)
SESSION_OWN = timedelta(days=7)
# SE-09: for this long after passphrase or second factor, nobody is asked again.
SIGN_IN_FRESH = timedelta(minutes=5)
# ID-17: how many one-use codes stand on a sheet.
ONE_USE_CODES = 8
# AC-08: how long before its end a session warns.
SESSION_WARNS = timedelta(minutes=2)
# EX-08: what may be sent is asked again after this time; until the answer nothing goes out.
CHOICE_ASKED_AGAIN = timedelta(days=90)
# What is sent out waits this long, so that it can still be undone.
MAIL_WAITS = timedelta(minutes=10)
# Nobody gets two mails within this time, whatever happens; the weekly one goes out on a Monday.
MAIL_APART = timedelta(hours=12)
DIGEST_WEEKDAY = 0
# When the answers of a day come into the inbox of those who asked for once a day.
DAILY_NOTICES = time(8, 0)
# A notice goes this long after it was seen; one that nobody looks at, after twice this time.
NOTICES_KEPT = timedelta(days=30)
# PB-12: a distance list holds this many, and takes effect after a random time between these.
DISTANCE_ENTRIES = 5
DISTANCE_BEGINS = (timedelta(hours=1), timedelta(hours=24))
# An invitation to a task is good for this long (ID-06).
INVITATION_OPEN = timedelta(days=14)

# SE-11: how often one person, or one address, may do a thing: (times, within).
LIMITS: dict[str, tuple[int, timedelta]] = {
    "sign_in": (5, timedelta(minutes=15)),  # one name from one address
    "sign_in_address": (60, timedelta(hours=1)),  # any name from one address
    "leaving": (30, timedelta(hours=1)),  # marks of having left, not the leaving itself
    "visits": (30, timedelta(hours=1)),  # marks of having read the page before signing up
    "sign_up": (5, timedelta(hours=1)),
    "recovery": (3, timedelta(hours=1)),  # one name from one address
    "second_factor": (5, timedelta(minutes=15)),
    "reauthentication": (5, timedelta(minutes=15)),
    "codes": (10, timedelta(hours=1)),  # invitations and e-mail codes typed in
    "blocks": (20, timedelta(hours=1)),
    "distance": (5, timedelta(days=30)),  # PB-12: one that changes often could be asked questions
    "exports": (3, timedelta(days=1)),
    "posts": (10, timedelta(hours=1)),
    "first_posts": (3, timedelta(hours=1)),
    "group_messages": (10, timedelta(seconds=30)),
    "seat_requests": (10, timedelta(hours=1)),
}
# SE-11: against guessing. Each of these counts one name from one address, so that nobody can shut
# somebody else out by guessing.
GROWING = frozenset({"sign_in", "recovery"})


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
