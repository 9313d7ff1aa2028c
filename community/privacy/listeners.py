"""What follows when somebody hides everything: the own open pages say so at once."""

from community.core import live
from community.core.happenings import on

from .events import PersonHidden, PersonShown


@on(PersonHidden, PersonShown)
def ask_own_connections(happened: PersonHidden | PersonShown) -> None:
    live.recheck(happened.person_ref)
