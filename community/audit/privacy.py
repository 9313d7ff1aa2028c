"""The record tells what people of the house did; a member's own acts lose their doer on leaving."""

from django.db import connection
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.knowing import Choice, Ground, Part, Seen, erases, knows, lasting, plain

from . import seal
from .models import Entry

knows(
    _("That something was done here: a code, when, by whom; never a word of any text"),
    why=_("So that nobody of the house can act unseen"),
    ground=Ground.DUTY,
    seen_by=(Seen.HOUSE,),
    kept=lasting(_("{months} months"), promises.STAFF_LOG_KEPT),
    fields={"audit.entry": "at by tag subject subject_id facts"},
    example=_("“forum.post_written”, 2026-11-17, without the text"),
    part=Part.PRIVATE,
)
plain("a number of the database", {"audit.entry": "id"})

# What members do for themselves; everything else is an act of the house and keeps its doer.
OWN_ACTS = (
    "forum.post_written", "forum.post_withdrawn", "forum.topic_kept", "groups.seat_asked",
    "groups.agreement_accepted", "groups.message_said", "moderation.held",
    "moderation.closed_unread",
)  # fmt: skip
# These are a member's own too, but a facilitator's for the house.
SEATS = ("groups.seat_ended", "groups.seat_request_answered")
OWN_ROOMS = ("privacy.", "safety.", "accounts.own_", "notifications.")


@erases
def forget_the_doer(person: object, choice: Choice) -> None:
    """No line of the record puts the places of somebody who left together (PR-07)."""
    had_a_task = person.roles.exists()
    own = Entry.objects.filter(by=person, tag__in=OWN_ACTS if had_a_task else OWN_ACTS + SEATS)
    for room in OWN_ROOMS:
        own |= Entry.objects.filter(by=person, tag__startswith=room)
    if own.exists():
        with seal.lifted(connection):
            own.update(by=None)
