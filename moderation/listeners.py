"""What follows at the desk after the commit: every open queue is told to look."""

from community.core import live
from community.core.happenings import on

from .events import Approved, Claimed, Declined, DeskHappening, Held, Released, TakenBack


@on(Held, Claimed, Released, Approved, Declined, TakenBack)
def tell_the_desk(happened: DeskHappening) -> None:
    live.nudge("desk", "queue")
