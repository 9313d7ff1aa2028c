"""Doors of passphrases and codes: lost, changed, and the sheet with eight codes (ID-17)."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from community.core import limits
from community.core.errors import Refused, TooMany

from . import codes, devices, recovery
from .entering import enter
from .forms import ChangePassphraseForm, RecoveryForm
from .freshness import fresh_sign_in_required
from .models import key_of
from .views import address_of


class LostView(FormView):
    """A pseudonym and a code give a new passphrase. Every wrong answer reads the same (ID-07)."""

    template_name = "accounts/lost.html"
    form_class = RecoveryForm

    def form_valid(self, form: RecoveryForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            limits.spend("sign_in_address", address_of(self.request))
            name = key_of(given["pseudonym"])
            limits.spend("recovery", f"{address_of(self.request)}:{name}")
            person = recovery.recover(
                pseudonym=given["pseudonym"], code=given["code"], passphrase=given["passphrase"]
            )
        except Refused as refusal:
            form.add_error(None, refusal.reason)
            status = 429 if isinstance(refusal, TooMany) else 400
            return self.form_invalid(form, status=status)
        messages.success(self.request, _("You have a new passphrase. The code is used up."))
        target = resolve_url("accounts:own")
        return enter(self.request, person, target, own=given["own_device"])

    def form_invalid(self, form: RecoveryForm, status: int = 400) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


@method_decorator(fresh_sign_in_required, name="dispatch")
class PassphraseView(FormView):
    """Another passphrase; all other sessions end (SE-08)."""

    template_name = "accounts/passphrase.html"
    form_class = ChangePassphraseForm

    def form_valid(self, form: ChangePassphraseForm) -> HttpResponse:
        person = self.request.user
        recovery.change(form.cleaned_data["passphrase"], by=person)
        update_session_auth_hash(self.request, person)
        self.request.session.save()
        devices.end_all(person, but=self.request.session.session_key)
        messages.success(
            self.request, _("You have a new passphrase. Other devices are signed out.")
        )
        return redirect("accounts:own")

    def form_invalid(self, form: ChangePassphraseForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


@method_decorator(fresh_sign_in_required, name="dispatch")
class SheetView(TemplateView):
    """Eight codes to print or copy by hand; shown once, when they are made."""

    template_name = "accounts/sheet.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(left=codes.left(self.request.user), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        limits.spend("codes", request.user.ref)
        sheet = codes.make_sheet(by=request.user)
        return self.render_to_response(self.get_context_data(sheet=sheet))
