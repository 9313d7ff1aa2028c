"""A group and its evening, made by the ordinary verbs; for the tests of room and sockets."""

from datetime import timedelta

from django.utils import timezone

from community.accounts.models import User
from community.groups import services
from community.groups.models import Message, PeerGroup, Session

WORDS = {"fi": "Syksyn vertaisryhmä", "sv": "Höstens grupp", "en": "The group of the autumn"}


def found_group(facilitator: User, **rest) -> PeerGroup:
    """A group led by this person, without a session."""
    return services.found(
        name=WORDS,
        purpose={"fi": "Kun arki on jaettu kahteen kotiin."},
        agreement={"fi": "Mitä täällä sanotaan, jää tänne."},
        language="fi",
        facilitator=facilitator,
        by=facilitator,
        **rest,
    )


def give_seat(group: PeerGroup, person: User, by: User) -> None:
    """Through the waiting list, as everybody."""
    services.ask_seat(group, by=person)
    services.give_seat(group, to=person, by=by)


def plan(group: PeerGroup, by: User, *, in_minutes: int = 5) -> Session:
    """The next evening of the group."""
    starts_at = timezone.now() + timedelta(minutes=in_minutes)
    return services.plan_session(group, theme={"fi": "Viikonvaihto"}, starts_at=starts_at, by=by)


def begin(group: PeerGroup, facilitator: User, *people: User) -> Session:
    """Seats given, session open, agreement accepted by all of them."""
    for person in people:
        give_seat(group, person, facilitator)
    plan(group, facilitator)
    session = services.open_session(group, by=facilitator)
    for person in people:
        services.accept_agreement(group, by=person)
    return session


def say(group: PeerGroup, person: User, body: str, client_id: str = "") -> Message:
    """Something said, under a number of its own."""
    count = Message.objects.filter(group=group).count()
    number = client_id or f"n{count}-{person.ref}"
    return services.say(group, body=body, client_id=number, by=person)
