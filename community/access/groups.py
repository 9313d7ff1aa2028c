"""Live groups: who sees a group, who has a say in its room, and what of it each may read.

Outside nobody learns who belongs (RT-04): without a seat every question about the room is answered
like a room that never was. Inside, two parted people have neither seat, word nor grey line for each
other (PB-08); whoever leads the group now is outside of that, both ways.
"""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from community import promises
from community.safety.distance_queries import apart
from community.safety.queries import parted, parted_by_distance

from . import consent
from .people import may_meet, within_sight
from .verdict import Verdict, allowed, concealed, refused

FACILITATOR = "facilitator"
NOTHING = Q(pk__in=[])


def visible(viewer: object) -> Q:
    """Filter for groups the viewer may know of: the open ones, and those with a seat of one's own.

    An invitation is public: what a group is for and when it meets, never who sits there.
    """
    invites = Q(ended_at=None)
    if not viewer.is_authenticated:
        return invites
    return invites | Q(pk__in=_seats().filter(person=viewer).values("group"))


def may_see(viewer: object, group) -> Verdict:
    if group.ended_at is None or seat_of(viewer, group):
        return allowed()
    return concealed()


def readable_messages(viewer: object) -> Q:
    """Filter for messages the viewer may read; hidden ones are for facilitators only."""
    if not viewer.is_authenticated:
        return NOTHING
    shown = Q(hidden_at=None)
    if viewer.may_take("groups"):
        leads = _seats().filter(person=viewer, group=OuterRef("group"), role=FACILITATOR)
        shown |= Q(Exists(leads))
    return traces(viewer) & shown


def traces(viewer: object) -> Q:
    """Filter for messages that left at least a grey line for the viewer.

    Said after the own seat was given, unless the group chose otherwise (RT-05), in a session whose
    agreement the viewer accepted (RT-03).
    """
    if not viewer.is_authenticated:
        return NOTHING
    seat = _seats().filter(
        Q(given_at__lte=OuterRef("said_at")) | Q(group__shows_earlier=True),
        person=viewer,
        group=OuterRef("group"),
    )
    agreed = apps.get_model("groups", "Agreement").objects.filter(
        person=viewer, session=OuterRef("session")
    )
    return Q(Exists(seat)) & Q(Exists(agreed)) & met_in_group(viewer)


def may_read(viewer: object, message) -> Verdict:
    seat = seat_of(viewer, message.group)
    if not seat or not message.session.is_agreed_by(viewer):
        return concealed()
    if message.said_at < seat.given_at and not message.group.shows_earlier:
        return concealed()
    if not meets(viewer, message.group, message.person):
        return concealed()
    if message.hidden_at and not facilitates(viewer, message.group):
        return concealed()
    return allowed()


def met_in_group(viewer: object) -> Q:
    """Filter for what has a `person` and a `group`: rows of people the viewer meets there."""
    near = within_sight(viewer, "person")
    if not parted(viewer):
        return near
    # Two who sat here before a distance list parted them go on seeing each other in this room: a
    # voice that falls silent for one person would tell (PB-12). New seats are not given.
    near |= Q(person__in=parted_by_distance(viewer), person__hidden_at=None)
    led = Q(pk__in=[])
    for person, group in _leaders_among_parted(viewer):
        led |= Q(person=person, group=group)
    if viewer.may_take("groups"):
        own = _seats().filter(person=viewer, role=FACILITATOR)
        led |= Q(group__in=own.values("group"))
    return near | (Q(person__hidden_at=None) & led)


def _leaders_among_parted(viewer: object) -> list[tuple[int, int]]:
    """(person, group) of those parted from this viewer who lead a group; once a viewer object."""
    kept = getattr(viewer, "_leaders_among_parted", None)
    if kept is None:
        seats = _seats().filter(role=FACILITATOR, person__in=parted(viewer))
        found = seats.select_related("person")
        kept = [(one.person_id, one.group_id) for one in found if one.person.may_take("groups")]
        viewer._leaders_among_parted = kept
    return kept


def meets(viewer: object, group, person: object) -> bool:
    """Whether this viewer may know of that person in this group."""
    if may_meet(viewer, person):
        return True
    if person.hidden_at is not None:
        return False
    if person.pk in parted_by_distance(viewer):
        return True
    return facilitates(person, group) or facilitates(viewer, group)


def known_seats(viewer: object) -> Q:
    """Filter for seats the viewer may know of: where one sits oneself, of whom one meets there."""
    if not viewer.is_authenticated:
        return NOTHING
    inside = Q(group__in=_seats().filter(person=viewer).values("group"))
    return Q(ended_at=None) & inside & met_in_group(viewer)


def may_know_seat(viewer: object, seat) -> Verdict:
    if seat.ended_at is not None or not seat_of(viewer, seat.group):
        return concealed()
    return allowed() if meets(viewer, seat.group, seat.person) else concealed()


def may_ask_seat(viewer: object, group) -> Verdict:
    """Everybody asks, and waits, whether the group is full or not (PB-12)."""
    if not may_see(viewer, group):
        return concealed()
    if not viewer.is_authenticated:
        return refused(_("Please sign in to ask for a seat."))
    if seat_of(viewer, group):
        return refused(_("You have a seat in this group."))
    return consent.may_write(viewer)


def may_give_seat(viewer: object, group) -> Verdict:
    """Whether this person may see the waiting list and choose from it (RT-02)."""
    return _leads(viewer, group)


def may_seat_one_more(viewer: object, group, person: object | None = None) -> Verdict:
    """Whether there is a place for this person, for the facilitator's eyes only.

    A group that is full and one in which somebody is parted from this person answer alike (PB-12).
    """
    verdict = _leads(viewer, group)
    if verdict and (group.seats_taken() >= promises.GROUP_SEATS[1] or _conflicts(group, person)):
        return refused(_("There is no place in this group for this person at the moment."))
    return verdict


def may_give_up_seat(viewer: object, group) -> Verdict:
    seat = seat_of(viewer, group)
    if not seat:
        return concealed()
    if seat.role == FACILITATOR:
        return refused(_("The group needs you. Please hand it over to a colleague first."))
    return allowed()


def may_open(viewer: object, group) -> Verdict:
    verdict = _leads(viewer, group)
    if verdict and group.session_now():
        return refused(_("The session is open."))
    if verdict and not group.session_next():
        return refused(_("No session is planned for now."))
    return verdict


def may_enter(viewer: object, group) -> Verdict:
    """Whether there is a room here at all for this person."""
    return allowed() if seat_of(viewer, group) else concealed()


def may_agree(viewer: object, group) -> Verdict:
    """Whether there is a session whose agreement can be accepted now (RT-03)."""
    verdict = may_enter(viewer, group)
    if verdict and not group.session_now():
        return refused(_("The room opens when the facilitator is here."))
    return verdict


def may_speak(viewer: object, group) -> Verdict:
    """Whether this person may say something at this moment; asked for each message (RT-08)."""
    verdict = may_agree(viewer, group)
    if not verdict:
        return verdict
    session = group.session_now()
    if not group.is_led():
        return refused(_("The room opens when the facilitator is here."))
    if not session.is_agreed_by(viewer):
        return refused(_("Please read and accept the agreement of the group first."))
    if session.pause_now() and not facilitates(viewer, group):
        return refused(_("There is a pause. You can go on when it ends."))
    return consent.may_write(viewer)


def may_pause(viewer: object, group) -> Verdict:
    """Whether this person may let the open room be quiet, go on, or end."""
    verdict = _leads(viewer, group)
    if verdict and not group.session_now():
        return refused(_("The session is not open."))
    return verdict


def may_remove(viewer: object, group, seat) -> Verdict:
    """Whether this facilitator may end that seat (RT-06)."""
    verdict = _leads(viewer, group)
    if verdict and (seat is None or seat.group_id != group.pk or seat.ended_at):
        return concealed()
    if verdict and seat.person_id == viewer.pk:
        return refused(_("You cannot take away your own seat."))
    return verdict


def may_hide(viewer: object, message) -> Verdict:
    if not may_read(viewer, message):
        return concealed()
    return _leads(viewer, message.group)


def may_found(viewer: object) -> Verdict:
    """Whether this person may set up a group."""
    if viewer.is_authenticated and (viewer.may_take("groups") or viewer.has_role("coordinator")):
        return allowed()
    return refused(_("Groups are set up by a facilitator or a coordinator."))


def facilitates(viewer: object, group) -> bool:
    """Whether this person leads this group now: a facilitator's seat and the standing role."""
    seat = seat_of(viewer, group)
    return bool(seat and seat.role == FACILITATOR and viewer.may_take("groups"))


def seat_of(viewer: object, group) -> object | None:
    return group.seat_of(viewer) if viewer.is_authenticated else None


def _conflicts(group, person: object | None) -> bool:
    """Somebody sits here who is parted from this person; who leads does not count."""
    if person is None:
        return False
    sitting = _seats().filter(group=group).exclude(role=FACILITATOR)
    return sitting.filter(person__in=parted(person) | apart(person)).exists()


def _leads(viewer: object, group) -> Verdict:
    if not may_enter(viewer, group):
        return concealed()
    if not facilitates(viewer, group):
        return refused(_("Only the facilitator of the group can do this."))
    return allowed()


def _seats() -> QuerySet:
    return apps.get_model("groups", "Seat").objects.standing()
