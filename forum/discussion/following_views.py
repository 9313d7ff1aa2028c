"""The door at which a reader chooses how much to hear of a discussion."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.generic import View

from community.notifications import services as notices

from . import queries


class FollowView(LoginRequiredMixin, View):
    """Watch, follow or mute one discussion, by POST only."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect("talk:topic", ref)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        topic = queries.topic_for(request.user, ref)
        notices.follow(topic.trait.place, request.POST.get("level", ""), by=request.user)
        return redirect("talk:topic", ref)
