"""The checks, in order. Each is one pure function: a text in, a finding or nothing out."""

from collections.abc import Callable

from community import promises

from . import details
from .found import Found, Submitted

Check = Callable[[Submitted], Found | None]


def first_posts(submitted: Submitted) -> Found | None:
    """A new member's first texts are read before they are shown (MC-06)."""
    standing = submitted.standing
    if standing.speaks_for_house or standing.shown_before >= promises.FIRST_POSTS_READ:
        return None
    return Found("first_posts", holds=True, details={"shown_before": standing.shown_before})


def board_policy(submitted: Submitted) -> Found | None:
    """In some places everything is read first (MC-06)."""
    standing = submitted.standing
    if standing.speaks_for_house or not standing.holds_all:
        return None
    return Found("board_policy", holds=True)


def nobody_reading(submitted: Submitted) -> Found | None:
    """No night without eyes: outside reading hours what is written waits (MC-05)."""
    if submitted.standing.speaks_for_house or promises.is_reading_time(submitted.at):
        return None
    return Found("nobody_reading", holds=True)


def telling_details(submitted: Submitted) -> Found | None:
    """Identity codes, telephone numbers and e-mail addresses, of whomever (PB-18).

    A worker gives the number of a service in the open; an identity code nobody gives.
    """
    counts = details.counted(submitted.words)
    if not counts:
        return None
    harmless = submitted.standing.speaks_for_house and "identity_codes" not in counts
    return Found("telling_details", holds=not harmless, details=counts)


CHECKS: tuple[Check, ...] = (first_posts, board_policy, nobody_reading, telling_details)
