"""What groups tell people: a request was answered, the room is open. Never who is there (RT-04)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from community.access.visible import visible_to
from community.accounts.hats import in_language
from community.accounts.models import User
from community.core.happenings import on
from community.notifications import services
from community.notifications.places import Shown, Since, place_kind

from .events import DoorMoved, RequestAnswered
from .models import PeerGroup, Seat, SeatRequest, Session


@place_kind("group")
def groups(viewer: object, asked: dict[str, Since]) -> dict[str, Shown]:
    """Groups in which something concerns this viewer now; three queries."""
    seen = PeerGroup.objects.filter(visible_to(viewer, PeerGroup), ref__in=asked, ended_at=None)
    there = {group.pk: group for group in seen}
    news = {**_answers(viewer, there, asked), **_open_rooms(viewer, there, asked)}
    return {there[pk].ref: _shown(there[pk], line, at) for pk, (line, at) in news.items()}


def _answers(viewer: object, there: dict, asked: dict[str, Since]) -> dict:
    given = (SeatRequest.Answer.GIVEN, SeatRequest.Answer.DECLINED)
    answered = SeatRequest.objects.filter(person=viewer, group__in=there, answer__in=given)
    line = _("Your request has been answered.")
    return {
        pk: (line, at)
        for pk, at in answered.order_by("answered_at").values_list("group", "answered_at")
        if asked[there[pk].ref].holds(at)
    }


def _open_rooms(viewer: object, there: dict, asked: dict[str, Since]) -> dict:
    seats = Seat.objects.standing().filter(person=viewer).values("group")
    rooms = Session.objects.running().filter(group__in=there).filter(group__in=seats)
    return {
        pk: (_("The room is open now."), at)
        for pk, at in rooms.values_list("group", "opened_at")
        if asked[there[pk].ref].holds(at)
    }


def _shown(group: PeerGroup, line: str, at: object) -> Shown:
    return Shown(in_language(group.name), reverse("groups:group", args=[group.ref]), line, at)


@on(RequestAnswered)
def tell_who_asked(happened: RequestAnswered) -> None:
    person = User.objects.filter(ref=happened.person_ref).first()
    group = PeerGroup.objects.get(ref=happened.group_ref)
    answered = group.requests.filter(person=person, answered_at__isnull=False).last()
    if answered:
        services.tell([person.pk], kind="groups", place=group.place, at=answered.answered_at)


@on(DoorMoved)
def tell_who_sits_there(happened: DoorMoved) -> None:
    group = PeerGroup.objects.get(ref=happened.group_ref)
    session = group.session_now()
    if session is None:
        services.look_again(group.place)
        return
    people = group.seats.standing().exclude(person=session.opened_by)
    services.tell(
        people.values_list("person_id", flat=True),
        kind="groups",
        place=group.place,
        at=session.opened_at,
    )
