"""Which side a hostname shows (SE-03): the staff side on its own host, all else on the public one.

Without STAFF_HOST, as in the demo, one host shows both. The staff host has its own cookies, strict
ones, and no sockets: a hole in the editors' interface opens no member's session.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from channels.security.websocket import WebsocketDenier
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port

STAFF = "/editor/"
# What somebody on the staff side needs of the rest: to come in, to prove who it is, to leave.
STAFF_ALSO = frozenset(
    {
        "accounts:sign_in",
        "accounts:sign_out",
        "accounts:again",
        "accounts:wake",
        "accounts:stay",
        "account_login",  # what the package for signing in calls the same doors
        "mfa_authenticate",
        "accounts:factors",  # a passkey counts for the hostname it was made on
        "accounts:add_app",
        "accounts:add_passkey",
        "accounts:factor_off",
        "leave",
        "back",
        "sheet",
    }
)
# Where a sign-in without a page in mind leads; on the staff host that is the staff side.
ARRIVALS = frozenset({"talk:boards", "accounts:own"})


class OneSideEach:
    """An address of the other side is one that never was, on either host."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.is_staff_host = is_staff_host(request.get_host())
        if not request.is_staff_host:
            return self.get_response(request)
        if request.path_info == "/":
            return HttpResponseRedirect(STAFF)
        response = self.get_response(request)
        for cookie in response.cookies.values():
            cookie["samesite"] = "Strict"  # SE-05
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not settings.STAFF_HOST:
            return None
        name, of_staff = request.resolver_match.view_name, request.path_info.startswith(STAFF)
        if request.is_staff_host and name in ARRIVALS and request.method == "GET":
            return HttpResponseRedirect(STAFF)
        if of_staff != request.is_staff_host and not (request.is_staff_host and name in STAFF_ALSO):
            raise Http404
        return None


class PublicSockets:
    """Sockets are of the public side: none on the staff host, none for a page that came from it."""

    def __init__(self, application: Callable[..., Awaitable]):
        self.application = application

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> object:
        headers = dict(scope.get("headers", ()))
        host = headers.get(b"host", b"").decode("latin-1")
        origin = urlsplit(headers.get(b"origin", b"").decode("latin-1")).netloc
        if is_staff_host(host) or is_staff_host(origin):
            return await WebsocketDenier()(scope, receive, send)
        return await self.application(scope, receive, send)


def is_staff_host(host: str) -> bool:
    """Whether this is the staff's hostname, with or without a port."""
    domain, _port = split_domain_port(host)
    return bool(settings.STAFF_HOST) and domain.rstrip(".") == settings.STAFF_HOST.lower()
