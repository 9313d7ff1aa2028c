"""What templates are handed: groups as cards, messages as said, people by their names here."""

from collections.abc import Iterable
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from community.accounts import names
from community.accounts.hats import Hat, in_language
from community.accounts.queries import still_standing

from . import queries
from .models import Message, PeerGroup, Seat, SeatRequest, Session
from .numbers import Numbers


def when(session: Session | None) -> str:
    """When an evening is, in words; empty when none is planned."""
    if session is None:
        return ""
    begins = timezone.localtime(session.starts_at)
    return _("%(day)s at %(time)s") % {
        "day": date_format(begins, "MONTH_DAY_FORMAT"),
        "time": date_format(begins, "TIME_FORMAT"),
    }


def group_card(group: PeerGroup, url: str) -> dict:
    """A group of `queries.open_groups` in the list: what for and when, never who (RT-04)."""
    session = next((one for one in group.evenings if one.opened_at), None)
    upcoming = next((one for one in group.evenings if not one.opened_at), None)
    return {
        "url": url,
        "title": in_language(group.name),
        "text": in_language(group.purpose),
        "state": _("Open now") if session else "",
        "open": bool(session),
        "when": when(session or upcoming) or _("The next evening is being planned"),
        "seats": _("Speaks %(language)s") % {"language": group.get_language_display()},
    }


def people_in(group: PeerGroup, seats: Iterable[Seat], viewer: object) -> list[dict]:
    """People of the room by the names they have here."""
    seats = list(seats)
    called = names.in_place(group.place, [seat.person_id for seat in seats])
    return [
        {
            "ref": seat.ref,
            "name": called.get(seat.person_id, names.nobody()),
            "own": seat.person_id == viewer.pk,
            "leads": seat.role == Seat.Role.FACILITATOR,
        }
        for seat in seats
    ]


def own_name(group: PeerGroup, viewer: object) -> str:
    """What the viewer is called in this group; empty for somebody without a name there yet."""
    if not viewer.is_authenticated:
        return ""
    return names.in_place(group.place, [viewer.pk]).get(viewer.pk, "")


def name_to_choose(group: PeerGroup, viewer: object) -> str:
    """The viewer's pseudonym, while the name in this group can still be chosen (PB-02)."""
    if not viewer.is_authenticated or own_name(group, viewer):
        return ""
    return names.own(viewer)


def waiting_in(group: PeerGroup, requests: Iterable[SeatRequest]) -> list[dict]:
    """People on the waiting list by the names they would have here."""
    requests = list(requests)
    called = names.in_place(group.place, [one.person_id for one in requests])
    return [
        {
            "ref": one.ref,
            "name": called.get(one.person_id, names.nobody()),
            "words": one.words,
            "asked_at": one.asked_at,
        }
        for one in requests
    ]


def said(
    group: PeerGroup,
    found: Iterable[Message],
    viewer: object,
    *,
    hidden: Iterable[int] = (),
    numbers: Numbers,
) -> list[dict]:
    """Messages as `components/_room_message.html` shows them, grey lines in their places; numbered
    as this viewer counts."""
    found = list(found)
    people = [one.person_id for one in found]
    called, seats = names.in_place(group.place, people), queries.seats_of(group, people)
    standing = still_standing(one.hat.get("credential", "") for one in found)
    shown = {
        one.seq: {
            **_shown(one, called, viewer, standing),
            "seat": "" if one.person_id == viewer.pk else seats.get(one.person_id, ""),
        }
        for one in found
    }
    grey = {seq: grey_line() for seq in hidden if seq not in shown}
    lines = sorted({**shown, **grey}.items())
    return [{**line, "seq": numbers.shown(seq)} for seq, line in lines]


def grey_line() -> dict:
    """What stays where a message was hidden: its place, nothing else."""
    return {"byline": {"role": "member", "name": ""}, "removed": True, "own": False}


def html_of(lines: list[dict], *, hides: bool = False) -> SafeString:
    """The same HTML for page, fragment and socket; `hides` adds the facilitator's button."""
    return mark_safe(render_to_string("groups/_messages.html", {"lines": lines, "hides": hides}))


def _shown(
    message: Message, called: dict[int, str], viewer: object, standing: frozenset[str]
) -> dict:
    hat = Hat.from_stamp(message.hat)
    byline = {
        "name": called.get(message.person_id, names.nobody()),
        "role": hat.kind if hat else "member",
        "own": message.person_id == viewer.pk,
    }
    html = mark_safe(message.html)
    if message.hidden_at:
        note = _("Hidden from the others. Only facilitators read this.")
        html = format_html('{}<p class="say__note">{}</p>', html, note)
    return {
        "byline": {**byline, **_worn(hat, standing)} if hat else byline,
        "html": html,
        "own": byline["own"],
        "is_hidden": bool(message.hidden_at),
    }


def _worn(hat: Hat, standing: frozenset[str]) -> dict:
    """The role in words as everywhere: what, of which organisation, checked when (PV-01)."""
    return {
        "label": hat.label,
        "organisation": hat.employer,
        "checked_on": date.fromisoformat(hat.checked_on) if hat.checked_on else None,
        "verified_then": hat.is_past(standing),
    }


def name_on(seat: Seat) -> str:
    """What the person of a seat is called in that group."""
    called = names.in_place(seat.group.place, [seat.person_id])
    return called.get(seat.person_id, names.nobody())
