"""What follows when two people are parted, and when somebody is identified."""

from community.accounts.events import Identified
from community.core import live
from community.core.happenings import on

from . import distance
from .events import Parted


@on(Parted)
def ask_both_again(happened: Parted) -> None:
    """Whatever either has open is asked again (RT-07)."""
    for ref in happened.person_refs:
        live.recheck(ref)


@on(Identified)
def meet_the_newcomer(happened: Identified) -> None:
    """At once, so that nobody who was named sees anything; the chore finds whoever was missed.

    No open page is asked again: even that could be counted (PB-12).
    """
    distance.meet(only=happened.person_id)
