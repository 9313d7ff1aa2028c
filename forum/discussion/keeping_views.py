"""The writer of an old discussion keeps it for another while, by one press (PR-03)."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import View

from . import queries
from .services import keeping


class KeepView(LoginRequiredMixin, View):
    """By POST only; whoever did not open the discussion is refused kindly."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        keeping.keep(queries.topic_for(request.user, ref), by=request.user)
        messages.success(request, _("It stays. You need not do anything for a long time."))
        return redirect("talk:topic", ref)
