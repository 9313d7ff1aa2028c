"""Verbs of live groups: joining, leading, talking, and keeping no longer than promised."""

from .founding import found, plan_session
from .joining import answer_request, ask_seat, give_seat, give_up_seat, withdraw_request
from .keeping import sweep
from .leading import close_session, hide, open_session, pause, remove_person, resume
from .talking import accept_agreement, say

__all__ = [
    "accept_agreement",
    "answer_request",
    "ask_seat",
    "close_session",
    "found",
    "give_seat",
    "give_up_seat",
    "hide",
    "open_session",
    "pause",
    "plan_session",
    "remove_person",
    "resume",
    "say",
    "sweep",
    "withdraw_request",
]
