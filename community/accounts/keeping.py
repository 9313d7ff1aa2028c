"""Text typed by somebody whose session had ended: kept at the server over the sign-in (EX-05)."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from community.core.typed import typed_in

KEPT = "kept_text"


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """Where the person was going, if that is a path of ours; else the other."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    ours = url.startswith("/") and url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else otherwise


def keep_typed(request: HttpRequest, target: str) -> None:
    """Remember what came along with the sign-in form, for the page it was meant for."""
    typed = typed_in(request)
    if typed:
        request.session[KEPT] = {"for": target, "typed": typed}


def kept_for(request: HttpRequest) -> dict[str, str]:
    """What was typed for this page before signing in; there until it is sent."""
    kept = request.session.get(KEPT) if hasattr(request, "session") else None
    return dict(kept["typed"]) if kept and kept["for"] == request.path else {}


def sent(request: HttpRequest, target: str) -> None:
    """What was kept for this page has been written; it is forgotten."""
    kept = request.session.get(KEPT)
    if kept and kept["for"] == target:
        del request.session[KEPT]
