"""Verbs of talk: set up boards, start, reply, withdraw. Showing is the desk's (`moderator.py`)."""

from .boards import set_up_board, set_up_category
from .withdrawing import withdraw
from .writing import Written, reply, start

__all__ = ["Written", "reply", "set_up_board", "set_up_category", "start", "withdraw"]
