"""Pages that ask for the passphrase or second factor once more (SE-09)."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode, urlsplit

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from . import proofs
from .keeping import keep_typed


def fresh_sign_in_required(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """This view answers only a short time after the person has proven who this is.

    Otherwise it leads to the page that asks once more and from there back, by GET: what was
    pressed is pressed again by the person, and what was typed is there.
    """

    @wraps(view)
    def door(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(_back_to(request))
        if proofs.is_fresh(request.session, request.user):
            return view(request, *args, **kwargs)
        back = _back_to(request)
        keep_typed(request, urlsplit(back).path)
        return HttpResponseRedirect(f"{resolve_url('accounts:again')}?{urlencode({'next': back})}")

    return door


def _back_to(request: HttpRequest) -> str:
    """The page itself; for something sent, the page it was sent from (it may answer POST only)."""
    here = request.get_full_path()
    if request.method in {"GET", "HEAD"}:
        return here
    came_from = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure()):
        return here
    parts = urlsplit(came_from)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path
