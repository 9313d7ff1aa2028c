"""Doors that ask who it is: the second step of signing in, and once more later (ID-09, SE-09)."""

import json

from allauth.account.internal.decorators import login_stage_required
from allauth.mfa.stages import AuthenticateStage
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView, View

from community.audit import Tag
from community.core import limits
from community.core.errors import TooMany

from . import factors, proofs
from .forms import CodeForm, PasskeyForm, PassphraseForm
from .keeping import safe_next
from .models import User


class Asking(FormView):
    """A page that asks to show something; a wrong answer can be tried again, not for ever."""

    limit = "second_factor"
    form_class = CodeForm

    @property
    def person(self) -> User:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            limits.spend(self.limit, self.person.ref)
        except TooMany as refusal:
            return self.ask_again(str(refusal.reason), status=refusal.status)
        kind = self.shown(request)
        if not kind:
            factors.recorded(self.person, Tag.SECOND_FACTOR_REFUSED)
            return self.ask_again(_("This did not fit. Please try again."), status=400)
        method = proofs.PASSPHRASE if kind == proofs.PASSPHRASE else proofs.SECOND
        proofs.proven(request, self.person, method, type=kind)
        if method == proofs.SECOND:
            factors.recorded(self.person, Tag.TASKS_AWOKE, kind=kind)
        return self.go_on()

    def shown(self, request: HttpRequest) -> str:
        """What this answer shows; empty when nothing."""
        if "credential" in request.POST:
            form = PasskeyForm(request.POST)
            given = form.is_valid() and form.cleaned_data["credential"]
            return factors.shown_by_passkey(self.person, given) if given else ""
        form = CodeForm(request.POST)
        return factors.shown_by_code(self.person, form.data["code"]) if form.is_valid() else ""

    def go_on(self) -> HttpResponse:
        raise NotImplementedError

    def ask_again(self, refusal: str, *, status: int) -> HttpResponse:
        context = self.get_context_data(form=self.form_class(), refusal=refusal)
        return self.render_to_response(context, status=status)

    def get_context_data(self, **kwargs) -> dict:
        question = factors.passkey_question(self.person)
        return super().get_context_data(
            question=json.dumps(question) if question else "",
            has_app=factors.has_app(self.person),
            **kwargs,
        )


@method_decorator(
    login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login"),
    name="dispatch",
)
class StepView(Asking):
    """The second step: an app's code, a passkey or a code of the sheet. Then in."""

    template_name = "accounts/step.html"

    @property
    def person(self) -> User:
        return self.request._login_stage.login.user

    def go_on(self) -> HttpResponse:
        return self.request._login_stage.exit()


class AgainView(LoginRequiredMixin, Asking):
    """Once more, by passphrase or factor; then back to where one was going, by GET."""

    template_name = "accounts/again.html"
    limit = "reauthentication"

    @property
    def person(self) -> User:
        return self.request.user

    def shown(self, request: HttpRequest) -> str:
        if "passphrase" in request.POST:
            fits = self.person.check_password(request.POST["passphrase"][:1000])
            return proofs.PASSPHRASE if fits else ""
        return super().shown(request)

    def go_on(self) -> HttpResponse:
        return HttpResponseRedirect(safe_next(self.request, resolve_url("accounts:own")))

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            next=safe_next(self.request, ""),
            passphrase_form=PassphraseForm(auto_id="pass_%s"),
            has_factor=factors.has_any(self.person),
            **kwargs,
        )


class WakeView(LoginRequiredMixin, View):
    """Where sleeping tasks wake up: confirm, or first make what confirms (ID-09)."""

    def get(self, request: HttpRequest) -> HttpResponse:
        if not factors.has_any(request.user):
            return redirect("accounts:factors")
        return redirect("accounts:again")
