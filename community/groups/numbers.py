"""Numbers of messages as one viewer counts them: without those of people the viewer does not meet.

A gap would tell that somebody else speaks here. So each viewer counts only what can be heard, and
the numbers are exactly those of a session in which the others never said a word (PB-09).
"""

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """From the room's numbers to the viewer's, and back. `unheard` are the room's, in order."""

    unheard: tuple[int, ...] = ()

    def shown(self, seq: int) -> int:
        """What this viewer counts at the room's number."""
        return seq - bisect_right(self.unheard, seq)

    def seq(self, number: int) -> int:
        """The room's number at what this viewer counts."""
        for one in self.unheard:
            if one > number:
                break
            number += 1
        return number

    def agree(self, other: "Numbers", upto: int) -> bool:
        """Whether both count the same up to a number of the room."""
        mine, theirs = self.unheard, other.unheard
        return mine[: bisect_right(mine, upto)] == theirs[: bisect_right(theirs, upto)]
