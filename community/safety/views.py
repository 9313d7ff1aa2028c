"""Doors of safety: leave, come back, the calm page before signing up, what leaving cannot do."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import TemplateView, View

from community import promises
from community.accounts.keeping import safe_next

from . import leaving, visit
from .lines import LINES


@method_decorator(csrf_exempt, name="dispatch")
class LeaveView(View):
    """Ends the session and goes to the neutral site.

    It answers a plain link too, although that changes something: the way out must work without
    scripts and never end in an error page, and all that a forged link can do is sign somebody out.
    """

    def get(self, request: HttpRequest) -> HttpResponse:
        leaving.leave(request)
        response = HttpResponseRedirect(settings.LEAVE_TARGET)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    def post(self, request: HttpRequest) -> HttpResponse:
        leaving.leave(request)
        response = HttpResponse(status=204)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class BackView(View):
    """Coming back on purpose, by POST."""

    def post(self, request: HttpRequest) -> HttpResponse:
        leaving.come_back(request)
        return redirect("/")


class BeforeView(TemplateView):
    """One calm page before signing up: who may watch, how to leave, no e-mail (ID-13).

    Shown once a visit: whoever has gone on from it comes straight to signing up the next time.
    """

    template_name = "safety/before.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.go_on() if visit.has_read(request) else super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        visit.read(request)
        return self.go_on()

    def go_on(self) -> HttpResponse:
        onward = safe_next(self.request, "")
        words = f"?{urlencode({'next': onward})}" if onward else ""
        return redirect(f"{resolve_url('accounts:sign_up')}{words}")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(next=safe_next(self.request, ""), **kwargs)


class HonestView(TemplateView):
    """What leaving fast does not do (EX-06)."""

    template_name = "safety/honest.html"


class HelpNowView(TemplateView):
    """Who answers now; opens on the worst line, without scripts or pictures."""

    template_name = "safety/help_now.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            lines=LINES, checked_on=settings.HELP_LINES_CHECKED, **kwargs
        )


class RulesView(TemplateView):
    """The rules of the place, in plain words (TR-02)."""

    template_name = "safety/rules.html"
    extra_context = {"first_posts": promises.FIRST_POSTS_READ}
