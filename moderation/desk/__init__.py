"""Verbs of the desk: submit and withdraw for rooms; claim, release, approve, decline for people."""

from .claiming import claim, release
from .deciding import approve, decline
from .forgetting import closed_before, forget, remove, sweep
from .submitting import Outcome, submit, withdraw

__all__ = [
    "Outcome", "approve", "claim", "closed_before", "decline", "forget", "release", "remove",
    "submit", "sweep", "withdraw",
]  # fmt: skip
