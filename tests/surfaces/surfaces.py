"""Every surface on which a member could meet another one, and how it is asked.

A new address needs a row here, or a reason in `NOTHING_OF_MEMBERS`; the test says which is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass

from community.accounts.changes import of as changes_of
from community.core import knowing, live
from community.groups import room
from community.safety import queries as safety
from forum.discussion import queries as talk

from .world import World

Ask = Callable[[World], object]


@dataclass(frozen=True)
class Surface:
    """A name, the addresses it stands for, and how its viewer asks it."""

    name: str
    ask: Ask
    covers: tuple[str, ...] = ()
    shows: bool = True  # carries the canary while nobody is parted; else it only could
    in_room: bool = False  # compared with an evening on which the other one never sat there
    known: Callable[[World], tuple[str, ...]] = lambda world: ()  # what the asker typed


def surface(name: str, ask: Ask, *covers: str, **more) -> Surface:
    return Surface(name, ask, covers, **more)


def t(topic) -> str:
    return topic.trait.ref


def opened(world: World) -> tuple[str, ...]:
    return (t(world.opened),)


def reply_ref(world: World) -> tuple[str, ...]:
    return (world.reply.byline.ref,)


def seat_ref(world: World) -> tuple[str, ...]:
    return (world.seat_ref,)


HTTP = (
    surface("boards", lambda w: w.get("talk:boards"), "talk:boards", shows=False),
    surface("list of a board", lambda w: w.get("talk:board", w.board.ref), "talk:board"),
    surface(
        "older part of a list",
        lambda w: w.get("talk:board", w.board.ref, before=t(w.quiet)),
        shows=False,
    ),
    surface("answered lately", lambda w: w.get("talk:ask"), "talk:ask", shows=False),
    surface("start a topic", lambda w: w.get("talk:start", w.board.ref), "talk:start", shows=False),
    surface(
        "start refused", lambda w: w.post("talk:start", w.board.ref, title="", body=""), shows=False
    ),
    surface("a topic", lambda w: w.get("talk:topic", t(w.answered)), "talk:topic"),
    surface("end of a topic", lambda w: w.get("talk:topic", t(w.last_word), last=1)),
    surface(
        "before a message",
        lambda w: w.get("talk:topic", t(w.answered), before=w.own.byline.ref),
    ),
    surface(
        "after a message",
        lambda w: w.get("talk:topic", t(w.answered), after=w.answered.first_post.byline.ref),
    ),
    surface(
        "live fragment",
        lambda w: w.get("talk:topic", t(w.last_word), fragment=True),
    ),
    surface("a topic opened by them", lambda w: w.get("talk:topic", t(w.opened)), known=opened),
    surface(
        "fragment of a topic opened by them",
        lambda w: w.get("talk:topic", t(w.opened), fragment=True),
        known=opened,
    ),
    surface(
        "answer refused",
        lambda w: w.post("talk:reply", t(w.answered), body=""),
        "talk:reply",
    ),
    surface(
        "answer to their topic",
        lambda w: w.post("talk:reply", t(w.opened), body=""),
        known=opened,
    ),
    surface(
        "take their message back",
        lambda w: w.get("talk:withdraw", w.reply.byline.ref),
        "talk:withdraw",
        shows=False,
        known=reply_ref,
    ),
    surface(
        "take an own message back",
        lambda w: w.get("talk:withdraw", w.own.byline.ref),
        shows=False,
    ),
    surface("list of groups", lambda w: w.get("groups:list"), "groups:list", shows=False),
    surface(
        "a group",
        lambda w: w.get("groups:group", w.group.ref),
        "groups:group", "groups:ask", "groups:withdraw", "groups:answer", "groups:open",
        shows=False, in_room=True,
    ),
    surface(
        "door of a group",
        lambda w: w.get("groups:group", w.group.ref, fragment=True),
        shows=False, in_room=True,
    ),
    surface(
        "waiting list of a group",
        lambda w: w.get("groups:group", w.group.ref, fragment=True, part="waiting"),
        shows=False, in_room=True,
    ),
    surface(
        "agreement of a group",
        lambda w: w.get("groups:agreement", w.group.ref),
        "groups:agreement",
        shows=False, in_room=True,
    ),
    surface(
        "leave a group",
        lambda w: w.get("groups:give_up", w.group.ref),
        "groups:give_up",
        shows=False, in_room=True,
    ),
    surface(
        "room of a group",
        lambda w: w.get("groups:room", w.group.ref),
        "groups:room", "groups:pause", "groups:resume", "groups:remove", "groups:hide",
        "groups:close",
        in_room=True,
    ),
    surface(
        "newer in a room",
        lambda w: w.get("groups:room", w.group.ref, after=1),
        in_room=True,
    ),
    surface(
        "fragment of a room",
        lambda w: w.get("groups:room", w.group.ref, fragment=True),
        in_room=True,
    ),
    surface(
        "saying refused",
        lambda w: w.post("groups:say", w.group.ref, body=""),
        "groups:say",
        in_room=True,
    ),
    surface("own page", lambda w: w.get("accounts:own"), "accounts:own", shows=False),
    surface("own safety", lambda w: w.get("safety:hub"), "safety:hub", shows=False),
    surface("safety changes", lambda w: w.get("safety:changes"), "safety:changes", shows=False),
    surface(
        "block done", lambda w: w.get("safety:blocked"), "safety:blocked", "safety:lift",
        shows=False,
    ),
    surface(
        "inbox", lambda w: w.get("notices:inbox"), "notices:inbox", "notices:seen", "notices:open",
        shows=False,
    ),
    surface("mark of news", lambda w: w.get("notices:new"), "notices:new", shows=False),
    surface(
        "follow their topic",
        lambda w: w.post("talk:follow", t(w.opened), level="follow"),
        "talk:follow",
        shows=False, known=opened,
    ),
    surface(
        "keep their topic",
        lambda w: w.post("talk:keep", t(w.opened)),
        "talk:keep",
        shows=False, known=opened,
    ),
    surface("hide everything", lambda w: w.get("privacy:hide"), "privacy:hide", shows=False),
    surface("leave for good", lambda w: w.get("privacy:leave"), "privacy:leave", shows=False),
    surface("home", lambda w: w.get("cms:home"), "cms:home", shows=False),
)  # fmt: skip

# The one who blocks keeps the sheet and the list of the names pressed; the other has neither.
OF_THE_BLOCKED = (
    surface(
        "block sheet of a message",
        lambda w: w.get("safety:block", "t", w.reply.byline.ref),
        "safety:block",
        known=reply_ref,
    ),
    surface(
        "block sheet of a seat",
        lambda w: w.get("safety:block", "g", w.seat_ref),
        known=seat_ref,
    ),
    surface("own blocks", lambda w: w.get("safety:blocks"), "safety:blocks", shows=False),
)

CANARY_HEARD = "kanaria"


def _room(world: World) -> list[str]:
    glimpse = room.look(world.viewer, world.group.ref)
    return [str(line) for line in glimpse.lines] + [str(glimpse.last_number)]


def _copy(world: World) -> list[str]:
    return [str(one.rows(world.viewer)) for one in knowing.exporters(*knowing.Part)]


# What carries no page: words and numbers that questions give to sockets, mails and copies.
ASKED = (
    surface(
        "live: whose coming is told",
        lambda w: (
            [CANARY_HEARD]
            if live.may_hear_of(w.viewer, f"topic:{t(w.answered)}", w.reply.byline.ref)
            else []
        ),
    ),
    surface(
        "live: listening to their topic",
        lambda w: [CANARY_HEARD] if live.may_listen(w.viewer, f"topic:{t(w.opened)}") else [],
    ),
    surface("live: the room", _room),
    surface(
        "answered topics",
        lambda w: [str(one) for one in talk.answered_topics(w.viewer)],
        shows=False,
    ),
    surface("a copy of one's data", _copy, "privacy:fetch", "privacy:open", shows=False),
    surface("what changed", lambda w: list(changes_of(w.viewer)), shows=False),
    surface("whom one blocked", lambda w: list(safety.own_blocks(w.viewer)), shows=False),
)

NOTHING_OF_MEMBERS = {
    "leave": "leaves the site",
    "back": "comes back to the first page",
    "sheet": "a style sheet",
    "safety:before": "the same words for everybody",
    "safety:honest": "the same words for everybody",
    "safety:rules": "the same words for everybody",
    "safety:help_now": "the same words for everybody",
    "accounts:sign_up": "before anybody is known",
    "accounts:sign_in": "before anybody is known",
    "accounts:sign_out": "says goodbye",
    "accounts:welcome": "the same words for everybody",
    "accounts:again": "one's own account; nobody else is on it",
    "accounts:wake": "one's own account; nobody else is on it",
    "accounts:stay": "one's own account; nobody else is on it",
    "accounts:lost": "one's own account; nobody else is on it",
    "accounts:passphrase": "one's own account; nobody else is on it",
    "accounts:sheet": "one's own account; nobody else is on it",
    "accounts:factors": "one's own account; nobody else is on it",
    "accounts:add_app": "one's own account; nobody else is on it",
    "accounts:add_passkey": "one's own account; nobody else is on it",
    "accounts:factor_off": "one's own account; nobody else is on it",
    "accounts:devices": "one's own account; nobody else is on it",
    "accounts:end_others": "one's own account; nobody else is on it",
    "accounts:end_session": "one's own account; nobody else is on it",
    "accounts:email": "one's own account; nobody else is on it",
    "accounts:email_code": "one's own account; nobody else is on it",
    "accounts:email_off": "one's own account; nobody else is on it",
    "accounts:consent": "one's own account; nobody else is on it",
    "accounts:task": "one's own account; nobody else is on it",
    "account_login": "before anybody is known",
    "mfa_authenticate": "the second step of one's own sign-in",
    "notices:choose": "what may be sent; kinds, no people",
    "notices:again": "what may be sent; kinds, no people",
    "privacy:table": "the same words for everybody",
    "privacy:example": "a made-up member",
    "privacy:copy": "asks for one's own copy",
    "privacy:cancel": "cancels one's own copy",
    "privacy:show_again": "shows one's own words again",
    "safety:distance": "what one typed; never whether it met anybody (PB-12)",
    "safety:distance_off": "what one typed; never whether it met anybody (PB-12)",
    "cms:guides": "written by editors",
    "cms:guide": "written by editors",
    "children:doors": "nobody writes there",
    "children:door": "nobody writes there",
    "children:talk": "nobody writes there",
    "children:page": "nobody writes there",
    "desk:join": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:joinings": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:witness": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:queue": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:review": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:claim": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:release": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:approve": "staff on duty stand outside blocks (PB-08, MC-21)",
    "desk:decline": "staff on duty stand outside blocks (PB-08, MC-21)",
}
# Sockets, each with the test that shows it.
SOCKETS = {"live/": "tests/sockets/test_parted.py", "live/g/": "tests/sockets/test_parted.py"}
