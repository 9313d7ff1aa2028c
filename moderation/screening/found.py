"""What goes into a check and what comes out; what comes out holds no words of the text."""

from dataclasses import dataclass, field
from datetime import datetime

from ..kinds import Standing


@dataclass(frozen=True)
class Submitted:
    """A text as typed, how its writer stands, and when it came."""

    words: str
    standing: Standing
    at: datetime


@dataclass(frozen=True)
class Found:
    """One check's finding: codes and counts only, for it is kept longer than the text."""

    found_by: str
    holds: bool
    details: dict[str, int | str] = field(default_factory=dict)
