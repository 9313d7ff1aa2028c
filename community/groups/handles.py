"""Who is behind a name in a room, for the verbs of safety alone."""

from django.urls import reverse

from community.access import groups as access
from community.safety.behind import Handle, handle

from . import cards, queries


@handle("g")
def person_on(viewer, ref: str) -> Handle:
    """Who has, or had, that seat, for those who sit there too. Raises Concealed otherwise."""
    seat = queries.seat_behind(viewer, ref)
    return Handle(
        person=seat.person,
        place=seat.group.place,
        name=cards.name_on(seat),
        back=reverse("groups:room", args=[seat.group.ref]),
        leads=access.facilitates(seat.person, seat.group),
    )
