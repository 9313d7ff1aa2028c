"""Ties the person of a request to its session, and keeps a session alive that is in use."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from .models import User


class SeenThroughSession:
    """Stands after Django's authentication, whose person it takes; asks nothing by itself.

    A page that never looks at the session stays a page without one (CH-01).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        known = request.user
        request.user = SimpleLazyObject(lambda: _seen(known, request))
        response = self.get_response(request)
        if request.session.accessed and is_a_deed(request) and hasattr(request.session, "slide"):
            request.session.slide()
        return response


def is_a_deed(request: HttpRequest) -> bool:
    """Whether a person did something: opened a page or sent a form. A page's own asking is none."""
    by_itself = request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate"
    return request.method not in {"GET", "HEAD"} or not by_itself


def _seen(known: object, request: HttpRequest) -> object:
    return known.seen_through(request.session) if isinstance(known, User) else known
