"""Doors of one's own data. What could frighten is asked once more; what calms is one press."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from community import promises
from community.accounts.freshness import fresh_sign_in_required
from community.core.errors import Refused

from . import archive, queries, services, table
from .forms import CopyForm, LeaveForm

fresh = method_decorator(fresh_sign_in_required, name="dispatch")


class TableView(TemplateView):
    """What we know of you: for everybody, before anybody signs up (PR-01)."""

    template_name = "privacy/table.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(chapters=table.chapters(), **kwargs)


class ExampleView(TableView):
    """If an authority asks: exactly what we could hand over of a made-up member (TR-04)."""

    template_name = "privacy/example.html"


@fresh
class CopyView(View):
    """Ask for a copy of one's own data."""

    def get(self, request: HttpRequest) -> HttpResponse:
        standing = queries.standing_copy(request.user)
        if standing:
            return redirect("privacy:open", standing.ref)
        return self.show(request, CopyForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CopyForm(request.POST)
        if not form.is_valid():
            return self.show(request, form, status=400)
        try:
            asked = services.ask(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return self.show(request, form, status=refusal.status)
        return redirect("privacy:open", asked.ref)

    def show(self, request: HttpRequest, form: CopyForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "hours": hours(promises.EXPORT_WAITS)}
        return render(request, "privacy/ask.html", context, status=status)


@fresh
class CopyOpenView(View):
    """The copy one waits for; once it is ready, the way to its link for one hour."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        copy = queries.copy_for(request.user, ref)
        context = {"copy": copy, "days": promises.EXPORT_LAPSES.days}
        return render(request, "privacy/waiting.html", context)

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        services.open_link(queries.copy_for(request.user, ref), by=request.user)
        return redirect("privacy:open", ref)


class CopyCancelView(LoginRequiredMixin, View):
    """One press, from every page, without the passphrase (PR-04)."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        services.cancel(queries.copy_for(request.user, ref), by=request.user)
        messages.success(request, _("Cancelled. Nobody gets this copy."))
        return redirect("accounts:own")


@fresh
class CopyFetchView(View):
    """The copy itself, made now, once."""

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        packed = services.fetch(queries.copy_for(request.user, ref), by=request.user)
        answer = HttpResponse(packed, content_type="application/zip")
        answer.headers["Content-Disposition"] = f'attachment; filename="{archive.NAME}"'
        return answer


@fresh
class HideView(View):
    """Hide everything of mine, now."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "privacy/hide.html", {"days": promises.HIDING_UNDONE.days})

    def post(self, request: HttpRequest) -> HttpResponse:
        services.hide(by=request.user)
        return redirect("accounts:own")


class ShowAgainView(LoginRequiredMixin, View):
    """Undo, with one press and without the passphrase (PR-06)."""

    def post(self, request: HttpRequest) -> HttpResponse:
        services.show_again(by=request.user)
        messages.success(request, _("Everything of yours is there again."))
        return redirect("accounts:own")


@fresh
class LeaveView(View):
    """Leave this place for good, and say what becomes of the words."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, LeaveForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = LeaveForm(request.POST)
        if not form.is_valid():
            return self.show(request, form, status=400)
        services.leave(form.cleaned_data["choice"], by=request.user)
        return redirect("accounts:own")

    def show(self, request: HttpRequest, form: LeaveForm, status: int = 200) -> HttpResponse:
        context = {"form": form, "days": promises.HIDING_UNDONE.days}
        return render(request, "privacy/leave.html", context, status=status)


def hours(time: timedelta) -> int:
    return int(time.total_seconds() // 3600)
