"""A form came in after its session had ended: sign in, and the words are there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from community.core.typed import typed_in

from .forms import SignInForm


def sign_in_first(request: HttpRequest, target: str) -> HttpResponse:
    """The sign-in page with everything that was typed; afterwards it leads to the target."""
    context = {
        "form": SignInForm(),
        "next": target,
        "kept": typed_in(request),
        "refusal": _("You are not signed in any more. Sign in, and what you wrote is there."),
    }
    return render(request, "accounts/sign_in.html", context, status=403)
