"""Questions about live groups. Each takes who asks; what is read begins at `visible_to`."""

from collections.abc import Iterable

from django.db.models import Prefetch, Q, QuerySet

from community.access import groups as access
from community.access.verdict import require
from community.access.visible import visible_to
from community.core.errors import Concealed
from community.core.refs import ref_in

from .models import Message, PeerGroup, Seat, SeatRequest, Session
from .numbers import Numbers

MOST = 200


def open_groups(viewer: object) -> QuerySet[PeerGroup]:
    """Groups this person may know of, oldest first, each with its `evenings` now and to come."""
    seen = visible_to(viewer, PeerGroup)
    evenings = Prefetch(
        "sessions", Session.objects.running() | Session.objects.to_come(), to_attr="evenings"
    )
    found = PeerGroup.objects.filter(seen, ended_at=None).prefetch_related(evenings)
    return found.order_by("created_at", "pk")


def group_for(viewer: object, ref: str) -> PeerGroup:
    """The group behind an address. Raises Concealed when there is none for this viewer."""
    group = PeerGroup.objects.filter(visible_to(viewer, PeerGroup), ref=ref_in(ref)).first()
    if group is None:
        raise Concealed
    return group


def room_for(viewer: object, ref: str) -> PeerGroup:
    """The group whose room this viewer may enter. Raises Concealed without a seat."""
    group = group_for(viewer, ref)
    require(access.may_enter(viewer, group))
    return group


def own_request(viewer: object, group: PeerGroup) -> SeatRequest | None:
    """The viewer's own last request in this group."""
    if not viewer.is_authenticated:
        return None
    return group.requests.filter(person=viewer).last()


def waiting(viewer: object, group: PeerGroup, *, after: str = "") -> QuerySet[SeatRequest]:
    """The waiting list, or what came after one request, for the facilitator; else nothing."""
    if not access.may_give_seat(viewer, group):
        return SeatRequest.objects.none()
    known = group.requests.filter(ref=ref_in(after)).first()
    later = Q(pk__gt=known.pk) if known else Q()
    return group.requests.filter(later, answered_at=None, person__hidden_at=None)


def waiting_for(viewer: object, group: PeerGroup, ref: str) -> SeatRequest:
    """One request of this group. Raises Concealed or Refused for all but its facilitator."""
    require(access.may_give_seat(viewer, group))
    request = group.requests.filter(ref=ref_in(ref)).first()
    if request is None:
        raise Concealed
    return request


def people(viewer: object, group: PeerGroup) -> QuerySet[Seat]:
    """Who sits here, for those who sit here (RT-04), as far as they meet each other."""
    return group.seats.filter(visible_to(viewer, Seat)).select_related("person")


def seat_in(viewer: object, group: PeerGroup, ref: str) -> Seat | None:
    """A standing seat of this group by its reference, for those who sit here."""
    return people(viewer, group).filter(ref=ref_in(ref)).first()


def messages(
    viewer: object, session: Session, *, after: int = 0, also: frozenset[int] = frozenset()
) -> list[Message]:
    """What this viewer may read of a session after a number, in the order of the room.

    `also` names earlier ones to read once more. At most MOST; the next question gives the rest.
    """
    wanted = Q(seq__gt=after) | Q(seq__in=also)
    found = session.messages.filter(visible_to(viewer, Message), wanted)
    return list(found.select_related("group")[:MOST])


def hidden(viewer: object, session: Session) -> frozenset[int]:
    """Numbers of messages that were hidden in a session; no words, only where a line is grey."""
    left = session.messages.filter(access.traces(viewer), hidden_at__isnull=False)
    return frozenset(left.values_list("seq", flat=True))


def numbers(viewer: object, session: Session | None) -> Numbers:
    """How this viewer counts the messages of a session."""
    if session is None:
        return Numbers()
    unheard = session.messages.exclude(access.met_in_group(viewer)).order_by("seq")
    return Numbers(tuple(unheard.values_list("seq", flat=True)))


def seats_of(group: PeerGroup, people: Iterable[int]) -> dict[int, str]:
    """References of the last seats of these people in a group, by person."""
    found = group.seats.filter(person_id__in=set(people)).order_by("given_at", "pk")
    return dict(found.values_list("person_id", "ref"))


def seat_behind(viewer: object, ref: str) -> Seat:
    """The seat behind a name in a room this viewer sits in; also of somebody who has left it.

    Raises Concealed when the viewer does not sit there or does not meet that person.
    """
    seat = Seat.objects.filter(ref=ref_in(ref)).select_related("group", "person").first()
    if seat is None or not access.seat_of(viewer, seat.group):
        raise Concealed
    if not access.meets(viewer, seat.group, seat.person):
        raise Concealed
    return seat


def message_for(viewer: object, group: PeerGroup, number: int) -> Message:
    """One message by its number for this viewer. Raises Concealed when it is not for them."""
    session = group.session_now() or group.session_before()
    seq = numbers(viewer, session).seq(number)
    found = group.messages.filter(visible_to(viewer, Message), seq=seq).first()
    if found is None:
        raise Concealed
    return found
