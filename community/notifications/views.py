"""Doors of the inbox: look, mark as seen, choose what may be sent. Nothing changes by looking."""

from datetime import datetime

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.decorators import method_decorator
from django.views.generic import View

from community.accounts.freshness import fresh_sign_in_required
from community.accounts.queries import safe_email
from community.core import letters
from community.core.errors import Refused
from community.core.refs import ref_in

from . import queries, services
from .forms import ChoicesForm

FRAGMENT = "X-Fragment"


class InboxView(LoginRequiredMixin, View):
    """One's notices; with the header X-Fragment only the list."""

    def get(self, request: HttpRequest) -> HttpResponse:
        page = queries.inbox(request.user, before=ref_in(request.GET.get("before")))
        if request.headers.get(FRAGMENT):
            return render(request, "notices/_lines.html", {"page": page})
        context = {"page": page, "now": timezone.now().isoformat()}
        return render(request, "notices/inbox.html", context)


class NewView(LoginRequiredMixin, View):
    """The mark beside one's corner, for pages that are open."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return render(request, "notices/_new.html")


class OpenView(LoginRequiredMixin, View):
    """Mark one notice as seen and go where it leads."""

    def get(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect("notices:inbox")

    def post(self, request: HttpRequest, ref: str) -> HttpResponse:
        return redirect(services.see(ref, by=request.user))


class SeenView(LoginRequiredMixin, View):
    """Mark everything that stood on the page as seen."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("notices:inbox")

    def post(self, request: HttpRequest) -> HttpResponse:
        services.see_all(by=request.user, until=moment_in(request.POST.get("until")))
        return redirect("notices:inbox")


@method_decorator(fresh_sign_in_required, name="dispatch")
class ChooseView(View):
    """What may be sent, kind by kind. Asks who it is once more: it is a safety setting (SE-09)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form(request))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request, request.POST)
        if not form.is_valid():
            return self.show(request, form, status=400)
        try:
            services.choose(form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            return self.show(request, form, status=refusal.status)
        return self.show(request, self.form(request), saved=True)

    def form(self, request: HttpRequest, given: object = None) -> ChoicesForm:
        may_send = bool(letters.can_send() and safe_email(request.user))
        return ChoicesForm(given, chosen=queries.choices(request.user), may_send=may_send)

    def show(
        self, request: HttpRequest, form: ChoicesForm, *, saved: bool = False, status: int = 200
    ) -> HttpResponse:
        context = {
            "form": form,
            "saved": saved,
            "has_mail": bool(safe_email(request.user)),
            "site_mails": letters.can_send(),
        }
        return render(request, "notices/choose.html", context, status=status)


class AgainView(LoginRequiredMixin, View):
    """Yes or no to what was chosen 90 days ago (EX-08)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect("notices:inbox")

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("answer") == "yes":
            services.keep_on(by=request.user)
        else:
            services.send_no_more(by=request.user)
        return redirect("notices:inbox")


def moment_in(text: str | None) -> datetime | None:
    """The moment a page was made, as it came back with its form; None for anything else."""
    try:
        moment = parse_datetime(text or "")
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
