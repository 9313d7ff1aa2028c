"""Questions about notices. The viewer comes first; what the viewer may not see is not there."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise

from community.core.errors import Concealed
from community.core.refs import ref_in

from . import places
from .kinds import KINDS, Kind
from .models import Choice, Following, Notice

A_PAGE = 20
MOST = 200  # as far back as an inbox goes; older ones are swept


@dataclass(frozen=True)
class Line:
    """One notice as its person sees it now."""

    ref: str
    line: str | Promise
    title: str
    url: str
    language: str
    at: datetime
    is_new: bool


@dataclass(frozen=True)
class InboxPage:
    lines: list[Line]
    older: str
    has_new: bool


def inbox(viewer, *, before: str = "") -> InboxPage:
    """One page of the inbox, newest first; a place the viewer may not see leaves no trace."""
    lines = _lines(viewer, _due(viewer))
    at = next((i + 1 for i, line in enumerate(lines) if line.ref == ref_in(before)), 0)
    page = lines[at : at + A_PAGE]
    older = page[-1].ref if len(lines) > at + A_PAGE else ""
    return InboxPage(page, older, any(line.is_new for line in lines))


def has_news(viewer, *, kind: str = "", until: datetime | None = None) -> bool:
    """Whether there is anything new that this viewer may see; one query when there is nothing."""
    if not viewer.is_authenticated:
        return False
    unseen = _due(viewer, until).filter(seen_at=None)
    unseen = unseen.filter(kind=kind) if kind else unseen
    return bool(_lines(viewer, unseen, until))


def notice_for(viewer, ref: str) -> Line:
    """One of the viewer's own notices. Raises Concealed for any other."""
    lines = _lines(viewer, _due(viewer).filter(ref=ref_in(ref)))
    if not lines:
        raise Concealed
    return lines[0]


def out_of_sight(viewer) -> list[str]:
    """References of unseen notices that are not there for this viewer now."""
    unseen = _due(viewer).filter(seen_at=None)
    seen = {line.ref for line in _lines(viewer, unseen)}
    return [notice.ref for notice in unseen[:MOST] if notice.ref not in seen]


def level_of(viewer, place: str) -> str:
    """How much this viewer wants to hear of a place; nothing unless chosen."""
    found = Following.objects.filter(person=viewer, place=place).values_list("level", flat=True)
    return found.first() or Following.Level.MUTE


def choice_of(viewer, kind: str) -> Choice:
    """What this person chose for a kind; the inbox alone when nothing was chosen (EX-08)."""
    chosen = Choice.objects.filter(person=viewer, kind=kind).first()
    return chosen or Choice(person=viewer, kind=kind, channel=Choice.Channel.INBOX)


def choices(viewer) -> list[tuple[Kind, Choice]]:
    """Every kind with what this person chose; one query."""
    made = {choice.kind: choice for choice in Choice.objects.filter(person=viewer)}
    inbox_only = Choice.Channel.INBOX
    return [
        (kind, made.get(name) or Choice(person=viewer, kind=name, channel=inbox_only))
        for name, kind in KINDS.items()
    ]


def lapsed(viewer) -> list[Kind]:
    """The kinds for which the person is asked again whether anything may be sent."""
    return [kind for kind, choice in choices(viewer) if choice.has_lapsed]


def _due(viewer, now: datetime | None = None) -> QuerySet[Notice]:
    there = Notice.objects.filter(person=viewer, due_at__lte=now or timezone.now())
    return there.filter(kind__in=KINDS).order_by("-last_at", "-pk")


def _lines(viewer, notices: QuerySet[Notice], until: datetime | None = None) -> list[Line]:
    """These notices as the viewer may see them, ordered by what is visible and nothing else."""
    asked = [(n, (n.place, places.Since(n.first_at, until))) for n in notices[:MOST]]
    found = places.shown(viewer, [key for _n, key in asked])
    lines = [_line(notice, found[key]) for notice, key in asked if key in found]
    return sorted(lines, key=lambda line: (line.at, line.ref), reverse=True)


def _line(notice: Notice, there: places.Shown) -> Line:
    return Line(
        ref=notice.ref,
        line=there.line or KINDS[notice.kind].line,
        title=there.title,
        url=there.url,
        language=there.language,
        at=there.at or notice.last_at,
        is_new=notice.seen_at is None,
    )
