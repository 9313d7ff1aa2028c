"""Screening: an ordered list of small checks; all run, all findings are kept.

A machine sorts, people decide (MC-22): a finding can make a text wait, nothing here can refuse it.
"""

from .checks import CHECKS
from .found import Found, Submitted

__all__ = ["CHECKS", "Found", "Submitted", "screen"]


def screen(submitted: Submitted) -> list[Found]:
    """What the checks found, in their order; each has run, whatever the others found."""
    return [found for check in CHECKS if (found := check(submitted))]
