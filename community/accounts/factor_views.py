"""Doors of the second factor: what there is, a new app, a new passkey, taking one away."""

import json

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView, View

from community.core import limits
from community.core.errors import Refused

from . import codes, devices, factors, locked, proofs, qr
from .forms import CodeForm, PasskeyForm
from .freshness import fresh_sign_in_required

KEY = "key_of_a_new_app"

fresh = method_decorator(fresh_sign_in_required, name="dispatch")


@fresh
class FactorsView(TemplateView):
    """What confirms this person beside the passphrase, and what one can add."""

    template_name = "accounts/factors.html"

    def get_context_data(self, **kwargs) -> dict:
        person = self.request.user
        return super().get_context_data(
            factors=factors.listed(person),
            has_app=factors.has_app(person),
            codes_left=codes.left(person),
            **kwargs,
        )


@fresh
class TakeAwayView(View):
    """Take one factor away; by POST only."""

    def post(self, request: HttpRequest, mark: str) -> HttpResponse:
        factors.take_away(mark, request, by=request.user)
        return redirect("accounts:factors")


@fresh
class AddAppView(FormView):
    """The key for an app as a drawing and as text; the app's code shows that it arrived."""

    template_name = "accounts/add_app.html"
    form_class = CodeForm

    def form_valid(self, form: CodeForm) -> HttpResponse:
        person, secret = self.request.user, self.secret()
        limits.spend("second_factor", person.ref)
        if not totp.validate_totp_code(secret, form.cleaned_data["code"]):
            form.add_error("code", _("This did not fit. Please try again."))
            return self.form_invalid(form)
        factors.add_app(secret, by=person)
        del self.request.session[KEY]
        return confirmed(self.request, factors.APP)

    def form_invalid(self, form: CodeForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def secret(self) -> str:
        """The same key until an app has it: a page opened twice does not make two."""
        kept = self.request.session.get(KEY)
        if not kept:
            kept = self.request.session[KEY] = locked.lock(totp.generate_totp_secret())
        return locked.unlock(kept)

    def get_context_data(self, **kwargs) -> dict:
        secret = self.secret()
        link = get_adapter().build_totp_url(self.request.user, secret)
        return super().get_context_data(
            drawing=qr.drawing(link),
            key=" ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
            **kwargs,
        )


@fresh
class AddPasskeyView(FormView):
    """A passkey of this device or of a small stick; made by the browser, so it needs scripts."""

    template_name = "accounts/add_passkey.html"
    form_class = PasskeyForm

    def form_valid(self, form: PasskeyForm) -> HttpResponse:
        try:
            factors.add_passkey(**form.cleaned_data, by=self.request.user)
        except Refused as refusal:
            return self.refused(str(refusal.reason), form)
        return confirmed(self.request, factors.PASSKEY)

    def form_invalid(self, form: PasskeyForm) -> HttpResponse:
        return self.refused(_("The passkey did not arrive here. Please try again."), form)

    def refused(self, refusal: str, form: PasskeyForm) -> HttpResponse:
        context = self.get_context_data(form=form, refusal=refusal)
        return self.render_to_response(context, status=400)

    def get_context_data(self, **kwargs) -> dict:
        question = webauthn.begin_registration(self.request.user, passwordless=False)
        return super().get_context_data(question=json.dumps(question), **kwargs)


def confirmed(request: HttpRequest, kind: str) -> HttpResponse:
    """The new factor was shown just now: tasks wake up, and a sheet is offered.

    With the first one every other session ends: none of them has ever shown it (ID-09).
    """
    proofs.proven(request, request.user, proofs.SECOND, type=str(kind))
    if len(factors.listed(request.user)) == 1:
        devices.end_all(request.user, but=request.session.session_key)
    messages.success(request, _("From now on, signing in asks for it too."))
    return redirect("accounts:factors" if codes.left(request.user) else "accounts:sheet")
