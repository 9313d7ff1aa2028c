"""What follows when a person's rights change: every open connection is asked again."""

from community.core import live
from community.core.happenings import on

from .events import RightsChanged


@on(RightsChanged)
def ask_again(happened: RightsChanged) -> None:
    live.recheck(happened.person_ref)
