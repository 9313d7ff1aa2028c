"""What becomes of seats and words when a person leaves this place (PR-07)."""

from django.utils import timezone

from community.accounts.models import User
from community.core.happenings import publish

from ..events import RoomChanged, SeatEnded
from ..models import Agreement, Message, Seat, SeatRequest


def forget_person(person: User) -> None:
    """Seats end, words go: they vanish in a day anyway, so none is left without its writer."""
    places = set(Seat.objects.filter(person=person).values_list("group__ref", flat=True))
    places |= set(Message.objects.filter(person=person).values_list("group__ref", flat=True))
    Message.objects.filter(person=person).delete()
    Agreement.objects.filter(person=person).delete()
    _forget_seats(person)
    for ref in places:
        publish(SeatEnded(group_ref=ref, person_ref=person.ref))
        publish(RoomChanged(group_ref=ref))


def _forget_seats(person: User) -> None:
    now = timezone.now()
    Seat.objects.standing().filter(person=person).update(ended_at=now)
    # Whom somebody led stays on record; that somebody sat in a group does not.
    Seat.objects.filter(person=person, role=Seat.Role.MEMBER).delete()
    Seat.objects.filter(person=person).update(request=None)
    SeatRequest.objects.filter(person=person).delete()
