"""Doors of people: sign up, sign in, sign out, the own page."""

from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import get_language
from django.views.generic import FormView, TemplateView, View

from community import promises
from community.core import limits
from community.core.errors import Refused, TooMany
from community.core.typed import typed_in

from . import names, queries, services
from .entering import enter
from .forms import SignInForm, SignUpForm
from .keeping import safe_next
from .models import key_of
from .ready_names import for_an_account


def address_of(request: HttpRequest) -> str:
    return request.META.get("REMOTE_ADDR", "")


class Onward:
    """A way in that remembers where the person was going."""

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            next=safe_next(self.request, ""), kept=typed_in(self.request), **kwargs
        )


class SignUpView(Onward, FormView):
    """A pseudonym, a passphrase, and in. No e-mail is asked (ID-02)."""

    template_name = "accounts/sign_up.html"
    form_class = SignUpForm

    def get_initial(self) -> dict:
        return {"pseudonym": for_an_account(get_language())}

    def form_valid(self, form: SignUpForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            limits.spend("sign_up", address_of(self.request))
            person = services.sign_up(
                pseudonym=given["pseudonym"],
                passphrase=given["passphrase"],
                language=get_language(),
                special_data=given["special_data"],
            )
        except TooMany as refusal:
            form.add_error(None, refusal.reason)
            return self.form_invalid(form, status=refusal.status)
        except Refused as refusal:
            form.add_error("pseudonym", refusal.reason)
            return self.form_invalid(form)
        target = safe_next(self.request, resolve_url("accounts:welcome"))
        return enter(self.request, person, target, own=given["own_device"])

    def form_invalid(self, form: SignUpForm, status: int = 400) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)


class SignInView(Onward, FormView):
    """In with a pseudonym and a passphrase; text typed before comes along."""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm

    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "request": self.request}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            limits.spend("sign_in_address", address_of(request))
            # By the key that finds the account: "A.i.n.o" is another spelling, not another try.
            name = key_of(request.POST.get("pseudonym", "")[:150])
            limits.spend("sign_in", f"{address_of(request)}:{name}")
        except TooMany as refusal:
            form = self.get_form_class()(initial=request.POST.dict())
            context = self.get_context_data(form=form, refusal=refusal.reason)
            return self.render_to_response(context, status=refusal.status)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: SignInForm) -> HttpResponse:
        target = safe_next(self.request, resolve_url("talk:boards"))
        return enter(self.request, form.person, target, own=form.cleaned_data["own_device"])


class SignOutView(View):
    """Out, by POST only; what is open elsewhere in this browser session closes too."""

    def post(self, request: HttpRequest) -> HttpResponse:
        person = request.user
        logout(request)
        if person.is_authenticated:
            services.signed_out(person)
        response = render(request, "accounts/signed_out.html")
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


class OwnView(LoginRequiredMixin, TemplateView):
    """What this site knows of me, and my way out."""

    template_name = "accounts/own.html"

    def get_context_data(self, **kwargs) -> dict:
        person = self.request.user
        return super().get_context_data(
            name=names.own(person), hats=queries.wearable(person), **kwargs
        )


class WelcomeView(LoginRequiredMixin, TemplateView):
    """The first page after signing up: what one can do here, and what waits."""

    template_name = "accounts/welcome.html"
    extra_context = {"first_posts": promises.FIRST_POSTS_READ}
