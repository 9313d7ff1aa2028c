"""Doors of the facilitator: each is one POST, one verb, and back; a refusal is a page."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from community.core.errors import Refused

from . import queries, services
from .models import PeerGroup
from .room_views import number


class LeadView(LoginRequiredMixin, View):
    """One verb on a room, then back to it. Without a seat there is no such room."""

    http_method_names = ["post"]
    back = "groups:room"

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        self.act(queries.room_for(request.user, ref), request)
        return redirect(self.back, ref)

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        raise NotImplementedError


class AnswerView(LeadView):
    """A seat, or none this time, for one request; without a clear answer neither."""

    back = "groups:group"
    answers = {"give": True, "decline": False}

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        asked = queries.waiting_for(request.user, group, request.POST.get("request", ""))
        gives = self.answers.get(request.POST.get("answer", ""))
        if gives is None:
            raise Refused(_("Please choose: a seat, or not this time."))
        services.answer_request(asked, gives=gives, by=request.user)


class OpenView(LeadView):
    """Check in and open the session."""

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        services.open_session(group, by=request.user)


class PauseView(LeadView):
    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        services.pause(group, by=request.user)


class ResumeView(LeadView):
    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        services.resume(group, by=request.user)


class RemoveView(LeadView):
    """End one person's seat, quietly."""

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        seat = queries.seat_in(request.user, group, request.POST.get("seat", ""))
        services.remove_person(group, seat, by=request.user)


class HideView(LeadView):
    """Leave a grey line where a message was."""

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        seq = number(request.POST.get("seq", ""))
        services.hide(queries.message_for(request.user, group, seq), by=request.user)


class CloseView(LeadView):
    """End the session for everybody."""

    def act(self, group: PeerGroup, request: HttpRequest) -> None:
        services.close_session(group, by=request.user)
