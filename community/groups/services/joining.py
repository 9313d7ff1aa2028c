"""Seats: asked for by everybody in the same way, given by a person's choice (RT-02, PB-12)."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.access import groups as access
from community.access.verdict import require
from community.accounts import names
from community.accounts.models import User
from community.audit import Tag
from community.core import limits
from community.core.errors import Refused, Stale
from community.core.happenings import publish
from community.core.text import is_blank

from ..events import RequestAnswered, SeatAsked, SeatEnded
from ..models import REQUEST_LENGTH, PeerGroup, Seat, SeatRequest
from .words import storable


@transaction.atomic
def ask_seat(group: PeerGroup, *, words: str = "", new_name: bool = False, by: User) -> SeatRequest:
    """Put oneself on the waiting list. Asking twice changes nothing.

    `new_name` asks for a name of its own in this group; a name once taken stays (PB-02).

    Raises Refused, or TooMany when somebody asks and takes back again and again.
    """
    require(access.may_ask_seat(by, group))
    line = _one_line(words)
    if len(line) > REQUEST_LENGTH:
        raise Refused(_("Please shorten your words a little: at most 300 characters fit."))
    limits.spend("seat_requests", by.ref)
    try:
        with transaction.atomic():
            request = SeatRequest.objects.create(group=group, person=by, words=line)
    except IntegrityError:
        return SeatRequest.objects.get(group=group, person=by, answered_at=None)
    names.take(by, group.place, naming=names.STEADY, wants_new=new_name, language=group.language)
    audit.record(by, Tag.SEAT_ASKED, request)
    publish(SeatAsked(group_ref=group.ref))
    return request


@transaction.atomic
def withdraw_request(group: PeerGroup, *, by: User) -> None:
    """Take oneself from the waiting list, if one is on it. Raises TooMany like asking."""
    require(access.may_see(by, group))
    for request in SeatRequest.objects.filter(group=group, person=by, answered_at=None):
        _answer(request, SeatRequest.Answer.WITHDRAWN, by)


@transaction.atomic
def answer_request(request: SeatRequest, *, gives: bool, by: User) -> Seat | None:
    """The facilitator's choice: a seat, or none this time.

    Raises Stale when somebody else answered meanwhile.
    """
    group = PeerGroup.objects.select_for_update().get(pk=request.group_id)
    request = SeatRequest.objects.select_for_update().get(pk=request.pk)
    if gives:
        require(access.may_seat_one_more(by, group, request.person))
    else:
        require(access.may_give_seat(by, group))
    if request.answered_at:
        raise Stale(_("This request was answered a moment ago."))
    if not gives:
        _answer(request, SeatRequest.Answer.DECLINED, by)
        return None
    _answer(request, SeatRequest.Answer.GIVEN, by)
    seat = Seat.objects.create(
        group=group, person_id=request.person_id, request=request, given_by=by
    )
    names.take(request.person, group.place, naming=names.STEADY, language=group.language)
    audit.record(by, Tag.SEAT_GIVEN, seat)
    return seat


def give_seat(group: PeerGroup, *, to: User, by: User) -> Seat:
    """Give a seat to somebody who asked for one. Raises Refused when that person did not."""
    require(access.may_give_seat(by, group))
    request = SeatRequest.objects.filter(group=group, person=to, answered_at=None).first()
    if request is None:
        raise Refused(_("This person has not asked for a seat."))
    return answer_request(request, gives=True, by=by)


@transaction.atomic
def give_up_seat(group: PeerGroup, *, by: User) -> None:
    """Leave the group. What one said stays until it vanishes with the rest."""
    require(access.may_give_up_seat(by, group))
    end_seat(group.seat_of(by), by=by)


def end_seat(seat: Seat, *, by: User) -> None:
    """End a seat in the running transaction; every connection of that person is asked again."""
    seat.ended_at, seat.ended_by = timezone.now(), by
    seat.save(update_fields=["ended_at", "ended_by"])
    audit.record(by, Tag.SEAT_ENDED, seat)
    publish(SeatEnded(group_ref=seat.group.ref, person_ref=seat.person.ref))


def _one_line(words: str) -> str:
    line = " ".join(storable(words).split())
    return "" if is_blank(line) else line


def _answer(request: SeatRequest, answer: str, by: User) -> None:
    request.answer, request.answered_at, request.answered_by = answer, timezone.now(), by
    request.save(update_fields=["answer", "answered_at", "answered_by"])
    audit.record(by, Tag.SEAT_REQUEST_ANSWERED, request, answer=str(answer))
    publish(RequestAnswered(group_ref=request.group.ref, person_ref=request.person.ref))
