"""The editors' group follows the role. What opens the door is the role itself, asked anew."""

from community.accounts.events import RightsChanged
from community.core.happenings import on

from . import rights


@on(RightsChanged)
def follow_role(happened: RightsChanged) -> None:
    if person := rights.person_of(happened.person_ref):
        rights.follow_role(person)
