"""What a small group knows of a person, how it is copied and forgotten (PR-01, 04, 07)."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from community import promises
from community.accounts import names
from community.accounts.models import User
from community.core.knowing import (
    Choice,
    Ground,
    Part,
    Seen,
    erases,
    exports,
    knows,
    lasting,
    plain,
)

from .models import Message, Seat, SeatRequest
from .services.leaving import forget_person

knows(
    _("That you asked for a seat in a small group, and the line you wrote with it"),
    why=_("So that the facilitator can choose"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU, Seen.LEADER),
    kept=_("As long as the account"),
    fields={
        "groups.seatrequest": "ref group person words asked_at answered_at answered_by answer",
    },
    example=_("“I would like to listen first”, 2026-11-18"),
)
knows(
    _("Your seat in a small group, and that you accepted its agreement"),
    why=_("So that you can come in, and nobody else"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU, Seen.GROUP),
    kept=_("As long as the account"),
    fields={
        "groups.seat": "ref group person role request given_at given_by ended_at ended_by",
        "groups.agreement": "session person accepted_at",
    },
    example=_("a seat in one group, since 2026-11-19"),
)
knows(
    _("What you say in a small group"),
    why=_("So that the others hear it"),
    ground=Ground.CONSENT,
    seen_by=(Seen.GROUP,),
    kept=lasting(_("{hours} hours after the session"), promises.GROUP_MESSAGES_KEPT),
    fields={
        "groups.message": "session group seq person source html client_id hat said_at hidden_at "
        "hidden_by",
    },
    example=_("nothing: the session was longer ago"),
)
knows(
    _("Which facilitator opened, paused and closed a session"),
    why=_("So that somebody answers for it"),
    ground=Ground.SAFETY,
    seen_by=(Seen.HOUSE,),
    kept=_("As long as the group"),
    fields={
        "groups.session": "opened_at opened_by closed_at closed_by",
        "groups.pause": "session begun_at begun_by ended_at ended_by",
    },
    example=_("nothing: a member has none"),
    members=False,
)
plain("words of the house about a group", {"groups.peergroup": "*"})
plain(
    "numbers of the database and plans of sessions",
    {
        "groups.seatrequest": "id", "groups.seat": "id", "groups.agreement": "id",
        "groups.message": "id", "groups.pause": "id",
        "groups.session": "id ref group theme starts_at",
    },
)  # fmt: skip


@exports(
    "groups",
    _("Small groups"),
    Part.BASICS,
    {
        "group": _("Group"),
        "name": _("Your name there"),
        "words": _("What you wrote when you asked"),
        "asked": _("Asked on"),
        "seat_from": _("Seat from"),
        "seat_until": _("Seat until"),
    },
)
def groups(person: User) -> list[dict]:
    """Without who chose, and without anybody else in the group (PR-05)."""
    seats = {seat.request_id: seat for seat in Seat.objects.filter(person=person)}
    asked = SeatRequest.objects.filter(person=person).select_related("group").order_by("pk")
    called = names.in_places({request.group.place for request in asked})
    language = get_language() or "fi"
    return [
        {
            "group": request.group.name.get(language)
            or next(iter(request.group.name.values()), ""),
            "name": called.get((request.group.place, person.pk), ""),
            "words": request.words,
            "asked": request.asked_at,
            "seat_from": seats[request.pk].given_at if request.pk in seats else None,
            "seat_until": seats[request.pk].ended_at if request.pk in seats else None,
        }
        for request in asked
    ]


@exports(
    "group_messages",
    _("What you said in small groups and is still there"),
    Part.BASICS,
    {"text": _("Text"), "said": _("Said")},
)
def said(person: User) -> list[dict]:
    return [
        {"text": one.source, "said": one.said_at}
        for one in Message.objects.filter(person=person).order_by("pk")
    ]


@erases
def empty_groups(person: User, choice: Choice) -> None:
    forget_person(person)
