"""Verbs of privacy: a copy of one's own data, hiding everything, leaving for good."""

from .copies import ask, cancel, fetch, open_link
from .hiding import erase, erase_due, hide, leave, show_again

__all__ = [
    "ask", "cancel", "erase", "erase_due", "fetch", "hide", "leave", "open_link", "show_again",
]  # fmt: skip
