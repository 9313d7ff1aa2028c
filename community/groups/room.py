"""What one viewer gets to know of a room at one moment, the same for page and socket."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from community.access import groups as access
from community.core.errors import Concealed

from . import cards, queries
from .models import PeerGroup, Session


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
    """What is new for a viewer, and where to go on from."""

    state: State
    lines: tuple[dict, ...] = ()
    last: int = 0
    hidden: frozenset[int] = frozenset()
    more: bool = False
    leads: bool = False

    @property
    def words(self) -> str:
        """How the room is, in one sentence of the reader's language."""
        return words_for(self.state)

    @property
    def html(self) -> SafeString:
        """The lines as the page shows them."""
        return cards.html_of(list(self.lines), hides=self.leads)


GONE = Glimpse(State.GONE)


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
    viewer: object, ref: str, *, after: int = 0, known_hidden: frozenset[int] = frozenset()
) -> Glimpse:
    """What this viewer may read after a number, asked anew each time (RT-08).

    `known_hidden` are the grey lines the viewer has; others come along whatever their number.
    """
    try:
        group = queries.room_for(viewer, ref)
    except Concealed:
        return GONE
    state, session = standing(viewer, group)
    if session is None or state is State.NOT_AGREED:
        return Glimpse(state, last=after)
    return _read(viewer, group, session, state, min(after, group.last_seq), known_hidden)


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
        lines=tuple(cards.said(group, found, viewer, hidden=fresh)),
        # The group's number was read first, so everything up to it is in what was found.
        last=newest if more else max(newest, group.last_seq),
        hidden=(hidden & known_hidden) | fresh,
        more=more,
        leads=access.facilitates(viewer, group),
    )
