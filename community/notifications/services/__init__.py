"""Verbs of notices: follow a place, tell people, mark as seen, choose what may be sent, send it."""

from .choosing import choose, keep_on, send_no_more
from .following import begin_to_watch, follow
from .seeing import look_again, see, see_all, see_place
from .sending import send_due
from .sweeping import sweep
from .telling import tell, tell_followers

__all__ = [
    "begin_to_watch",
    "choose",
    "follow",
    "keep_on",
    "look_again",
    "see",
    "see_all",
    "see_place",
    "send_due",
    "send_no_more",
    "sweep",
    "tell",
    "tell_followers",
]
