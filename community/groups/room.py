"""What one viewer gets to know of a room at one moment, the same for page and socket."""

from dataclasses import dataclass
from enum import StrEnum

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from community.access import audience
from community.access import groups as access
from community.core.errors import Concealed

from . import cards, queries
from .models import PeerGroup, Session
from .numbers import Numbers


class State(StrEnum):
    """How a room is for one viewer. All but the first two end a connection."""

    OPEN = "open"
    PAUSED = "paused"
    NOT_OPEN = "not_open"
    SHUT = "shut"
    NOT_AGREED = "not_agreed"
    GONE = "gone"


STAYS = frozenset({State.OPEN, State.PAUSED})


@dataclass(frozen=True)
class Glimpse:
    """What is new for a viewer, and where to go on from.

    `last` and `hidden` are the room's numbers, for us; lines and `last_number` are the viewer's.
    """

    state: State
    lines: tuple[dict, ...] = ()
    last: int = 0
    numbers: Numbers = Numbers()
    hidden: frozenset[int] = frozenset()
    more: bool = False
    leads: bool = False

    @property
    def words(self) -> str:
        """How the room is, in one sentence of the reader's language."""
        return words_for(self.state)

    @property
    def last_number(self) -> int:
        """Where the viewer stands, as the viewer counts."""
        return self.numbers.shown(self.last)

    @property
    def html(self) -> SafeString:
        """The lines as the page shows them."""
        return cards.html_of(list(self.lines), hides=self.leads)


GONE = Glimpse(State.GONE)


@dataclass(frozen=True)
class Present:
    """Who sits in a room for one viewer, and so can read what the viewer says (PB-01)."""

    people: tuple[dict, ...]

    @property
    def html(self) -> str:
        return render_to_string("groups/_people.html", {"people": self.people})

    @property
    def audience(self) -> str:
        sentence = audience.of_group(len(self.people))
        return render_to_string("components/_audience.html", {"audience": sentence})


def present(viewer: object, ref: str) -> Present | None:
    """Who sits here, asked anew; nothing when the viewer does not."""
    try:
        group = queries.room_for(viewer, ref)
    except Concealed:
        return None
    return Present(tuple(cards.people_in(group, queries.people(viewer, group), viewer)))


def words_for(state: State) -> str:
    """The sentence for each state, in the reader's language."""
    return {
        State.OPEN: _("The room is open."),
        State.PAUSED: _("There is a pause. The facilitator says when it goes on."),
        State.NOT_OPEN: _("The room opens when the facilitator is here."),
        State.SHUT: _("The session has ended. Thank you for being here."),
        State.NOT_AGREED: _("Please read and accept the agreement of the group first."),
        State.GONE: _("This room is closed for you now."),
    }[state]


def look(
    viewer: object,
    ref: str,
    *,
    after: int = 0,
    number: int | None = None,
    known_hidden: frozenset[int] = frozenset(),
) -> Glimpse:
    """What this viewer may read, asked anew each time (RT-08): after a number of the room, or after
    a `number` as the viewer counts.

    `known_hidden` are the grey lines the viewer has; others come along whatever their number.
    """
    try:
        group = queries.room_for(viewer, ref)
    except Concealed:
        return GONE
    return look_in(viewer, group, after=after, number=number, known_hidden=known_hidden)


def look_in(
    viewer: object,
    group: PeerGroup,
    *,
    after: int = 0,
    number: int | None = None,
    known_hidden: frozenset[int] = frozenset(),
) -> Glimpse:
    """The same in a room that `queries.room_for` has just given."""
    state, session = standing(viewer, group)
    if session is None or state is State.NOT_AGREED:
        return Glimpse(state, last=after if number is None else number)
    numbers = queries.numbers(viewer, session)
    begin = min(after if number is None else numbers.seq(number), group.last_seq)
    return _read(viewer, group, session, state, begin, numbers, known_hidden)


def standing(viewer: object, group: PeerGroup) -> tuple[State, Session | None]:
    """How the room is for somebody with a seat, and the session that can be read in it."""
    session = group.session_now()
    if session is None:
        before = group.session_before()
        if before is None:
            return State.NOT_OPEN, None
        return State.SHUT, before if before.is_agreed_by(viewer) else None
    if not session.is_agreed_by(viewer):
        return State.NOT_AGREED, session
    return (State.PAUSED if session.pause_now() else State.OPEN), session


def _read(
    viewer: object,
    group: PeerGroup,
    session: Session,
    state: State,
    after: int,
    numbers: Numbers,
    known_hidden: frozenset[int],
) -> Glimpse:
    hidden = queries.hidden(viewer, session)
    fresh = hidden - known_hidden
    found = []
    if fresh or group.last_seq > after:
        found = queries.messages(viewer, session, after=after, also=fresh)
    newest = max([after, *(one.seq for one in found)])
    more = len(found) == queries.MOST
    if more:  # no grey line runs ahead of words that are still to come
        fresh = frozenset(seq for seq in fresh if seq <= newest)
    return Glimpse(
        state=state,
        lines=tuple(cards.said(group, found, viewer, hidden=fresh, numbers=numbers)),
        numbers=numbers,
        # The group's number was read first, so everything up to it is in what was found.
        last=newest if more else max(newest, group.last_seq),
        hidden=(hidden & known_hidden) | fresh,
        more=more,
        leads=access.facilitates(viewer, group),
    )
