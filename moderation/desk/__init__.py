"""Verbs of the desk: submit and withdraw for rooms; claim, release, approve, decline for people."""

from .claiming import claim, release
from .deciding import approve, decline
from .submitting import Outcome, submit, withdraw

__all__ = ["Outcome", "approve", "claim", "decline", "release", "submit", "withdraw"]
