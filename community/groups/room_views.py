"""Doors of the room: read and say. All of it works without scripts (RT-09)."""

from dataclasses import replace

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from community.access import audience
from community.accounts.hats import in_language
from community.accounts.keeping import kept_for, sent
from community.accounts.returning import sign_in_first
from community.core.errors import Refused, Stale

from . import cards, queries, room, services
from .forms import SayForm, new_client_id
from .models import PeerGroup
from .room import Glimpse, State
from .views import FRAGMENT, crumbs

HIGHEST = 2**31 - 1


class RoomView(LoginRequiredMixin, View):
    """The conversation. `?after=` gives what came after a number; X-Fragment only the messages."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        group = queries.room_for(request.user, ref)
        after = number(request.GET.get("after", ""))
        if request.headers.get(FRAGMENT):
            return fragment(room.look(request.user, ref, number=after))
        form = SayForm(initial={**kept_for(request), "client_id": new_client_id()})
        return show_room(request, group, form, after=after)


def fragment(glimpse: Glimpse) -> HttpResponse:
    """Only the messages; a status that ends the asking when there is nothing more to come."""
    if glimpse.lines or glimpse.state in room.STAYS:
        return HttpResponse(glimpse.html)
    status = 403 if glimpse.state in (State.GONE, State.NOT_AGREED) else 410
    return HttpResponse(glimpse.words, status=status, content_type="text/plain; charset=utf-8")


def show_room(
    request: HttpRequest, group: PeerGroup, form: SayForm, *, after: int = 0, status: int = 200
) -> HttpResponse:
    """The room as it is for this viewer now: open, ended, or not agreed to yet."""
    viewer = request.user
    glimpse = look_through(viewer, group, after)
    if glimpse.state is State.NOT_AGREED and not form.is_bound:
        return redirect("groups:agreement", group.ref)
    context = {
        "group": group,
        "name": in_language(group.name),
        "glimpse": glimpse,
        "after": after,
        "form": form,
        "crumbs": [*crumbs(), {"label": in_language(group.name), "url": group_url(group)}],
    }
    if glimpse.state not in room.STAYS:
        next_when = cards.when(group.session_next())
        context |= {"next_when": next_when, "kept_words": form["body"].value() or ""}
        return render(request, "groups/shut.html", context, status=status)
    people = cards.people_in(group, queries.people(viewer, group), viewer)
    context |= {
        "theme": in_language(group.session_now().theme),
        "people": people,
        "own_name": next((one["name"] for one in people if one["own"]), ""),
        "audience": audience.of_group(len(people)),
        "is_paused": glimpse.state is State.PAUSED,
        "socket": f"/live/g/{group.ref}/?language={get_language() or settings.LANGUAGE_CODE}",
    }
    return render(request, "groups/room.html", context, status=status)


def look_through(viewer: object, group: PeerGroup, after: int) -> Glimpse:
    """Everything after a number, however much it is."""
    glimpse = room.look_in(viewer, group, number=after)
    lines = list(glimpse.lines)
    while glimpse.more:
        glimpse = room.look_in(viewer, group, after=glimpse.last, known_hidden=glimpse.hidden)
        lines += glimpse.lines
    shown = [line for line in lines if line["seq"] > after]
    return replace(glimpse, lines=tuple(shown))


class SayView(View):
    """One message, by POST: the same verb as over the socket. What was typed is never lost."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect("groups:room", ref)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        if not request.user.is_authenticated:
            return signed_out(request, resolve_url("groups:room", ref))
        group = queries.room_for(request.user, ref)
        form = SayForm(request.POST)
        if not form.is_valid():
            return not_said(request, group, form, first_error(form), status=400)
        try:
            message = services.say(group, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("body", refusal.reason)
            if isinstance(refusal, Stale):
                form.count_anew()
            return not_said(request, group, form, str(refusal.reason), status=refusal.status)
        sent(request, resolve_url("groups:room", ref))
        if request.headers.get(FRAGMENT):
            return HttpResponse(status=204)
        number = queries.numbers(request.user, message.session).shown(message.seq)
        return redirect(f"{resolve_url('groups:room', ref)}#message-{number}")


def not_said(
    request: HttpRequest, group: PeerGroup, form: SayForm, reason: str, *, status: int
) -> HttpResponse:
    if request.headers.get(FRAGMENT):
        return HttpResponse(reason, status=status, content_type="text/plain; charset=utf-8")
    return show_room(request, group, form, status=status)


def signed_out(request: HttpRequest, target: str) -> HttpResponse:
    """The session had ended: a sentence for the script, for a person the sign-in with the words."""
    if request.headers.get(FRAGMENT):
        reason = _("You are signed out.")
        return HttpResponse(reason, status=403, content_type="text/plain; charset=utf-8")
    return sign_in_first(request, target)


def first_error(form: SayForm) -> str:
    return str(next(iter(form.errors.values()))[0])


def number(typed: str) -> int:
    """The number in an address; 0 for whatever is none."""
    is_number = typed.isascii() and typed.isdigit() and len(typed) < 12
    return min(int(typed), HIGHEST) if is_number else 0


def group_url(group: PeerGroup) -> str:
    return resolve_url("groups:group", group.ref)
