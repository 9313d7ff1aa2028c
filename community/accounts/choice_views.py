"""Doors of what a person gives or takes back: an e-mail address, a consent."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from community.core.errors import Refused

from . import consents, emails, queries
from .forms import CodeForm, EmailForm
from .freshness import fresh_sign_in_required

fresh = method_decorator(fresh_sign_in_required, name="dispatch")


@fresh
class EmailView(TemplateView):
    """The address, if there is one; a new one; the code that was mailed to it."""

    template_name = "accounts/email.html"

    def get_context_data(self, **kwargs) -> dict:
        shown = {
            "email": queries.safe_email(self.request.user),
            "waiting": emails.waiting(self.request),
            "form": EmailForm(),
            "code_form": CodeForm(),
        }
        return super().get_context_data(**{**shown, **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = EmailForm(request.POST)
        if form.is_valid():
            try:
                emails.send_code(request, form.cleaned_data["email"], by=request.user)
                return redirect("accounts:email")
            except Refused as refusal:
                form.add_error("email", refusal.reason)
        return self.render_to_response(self.get_context_data(form=form), status=400)


@fresh
class EmailCodeView(EmailView):
    """The code from the mail, typed in."""

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CodeForm(request.POST)
        try:
            if form.is_valid() and emails.confirm(
                request, form.cleaned_data["code"], by=request.user
            ):
                messages.success(request, _("The address is yours. Nobody else sees it."))
                return redirect("accounts:email")
            form.add_error("code", _("This did not fit. Please try again."))
        except Refused as refusal:
            form.add_error("code", refusal.reason)
        return self.render_to_response(self.get_context_data(code_form=form), status=400)


@fresh
class EmailAwayView(View):
    """No address any more; one press (ID-02)."""

    def post(self, request: HttpRequest) -> HttpResponse:
        emails.take_away(by=request.user)
        messages.success(request, _("The address is gone. We keep nothing of it."))
        return redirect("accounts:email")


class ConsentView(LoginRequiredMixin, TemplateView):
    """The yes to storing what one's own words tell: one press each way (ID-12)."""

    template_name = "accounts/consent.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(given=consents.has_given(self.request.user), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        if request.POST.get("yes") == "1":
            consents.give(by=request.user)
        else:
            consents.withdraw(by=request.user)
        return redirect("accounts:consent")
