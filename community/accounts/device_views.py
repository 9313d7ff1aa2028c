"""Doors of sessions: where one is signed in, ending one or all others, and staying signed in."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView, View

from . import devices
from .freshness import fresh_sign_in_required
from .keeping import safe_next

fresh = method_decorator(fresh_sign_in_required, name="dispatch")


@fresh
class DevicesView(TemplateView):
    """Where I am signed in, in coarse words (ID-18)."""

    template_name = "accounts/devices.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            places=devices.listed(self.request.user, here=self.request.session.session_key),
            **kwargs,
        )


@fresh
class EndView(View):
    """End one of the sessions; by POST only."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        devices.end(ref, by=request.user)
        return redirect("accounts:devices")


@fresh
class EndOthersView(View):
    """End all sessions but this one; by POST only."""

    def post(self, request: HttpRequest) -> HttpResponse:
        devices.end_others(request.session.session_key, by=request.user)
        return redirect("accounts:devices")


class StayView(LoginRequiredMixin, View):
    """How long this session still has; a POST begins the idle time anew (AC-08)."""

    raise_exception = True  # the page that asks wants a status, not another page

    def get(self, request: HttpRequest) -> HttpResponse:
        return JsonResponse({"left": request.session.seconds_left()})

    def post(self, request: HttpRequest) -> HttpResponse:
        request.session.slide()
        if request.headers.get("Accept", "").startswith("application/json"):
            return self.get(request)
        return redirect(safe_next(request, resolve_url("accounts:own")))
