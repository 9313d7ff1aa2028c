"""What all ways in share: allauth's pipeline, with the second step where there is a factor."""

from allauth.account.app_settings import EmailVerificationMethod
from allauth.account.internal.flows import login as pipeline
from allauth.account.models import Login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from . import proofs, services
from .adapters import OWN_DEVICE
from .keeping import keep_typed
from .models import User


def enter(request: HttpRequest, person: User, target: str, *, own: bool) -> HttpResponse:
    """Go on as this person, who has just shown the passphrase: in, or to the second step.

    Whoever was signed in here before is signed out. What was typed comes along (EX-05).
    """
    if request.user.is_authenticated:
        before = request.user
        logout(request)
        services.signed_out(before)
    keep_typed(request, target)
    request.session[OWN_DEVICE] = own
    proofs.proven(request, person, proofs.PASSPHRASE)
    none = EmailVerificationMethod.NONE
    return pipeline.perform_login(
        request, Login(user=person, redirect_url=target, email_verification=none)
    )
