"""Text typed by somebody whose session had ended: kept at the server over the sign-in (EX-05)."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

KEPT = "kept_text"
FIELDS = ("title", "body")
MOST = 12_000


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """Where the person was going, if that is a page of ours; else the other."""
    url = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return url if ours else otherwise


def keep_typed(request: HttpRequest, target: str) -> None:
    """Remember what came along with the sign-in form, for the page it was meant for."""
    typed = {name: request.POST[name][:MOST] for name in FIELDS if request.POST.get(name)}
    if typed:
        request.session[KEPT] = {"for": target, "typed": typed}


def kept_for(request: HttpRequest) -> dict[str, str]:
    """What was typed for this page before signing in; given once."""
    kept = request.session.get(KEPT)
    if not kept or kept["for"] != request.path:
        return {}
    del request.session[KEPT]
    return kept["typed"]
