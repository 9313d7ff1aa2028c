"""After leaving fast, Back finds a neutral page, whatever the address (EX-03)."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import leaving

# No page of ours stands behind these. A child's page has no cookie left to look at (CH-01).
UNTOUCHED = ("/leave/", "/back/", "/static/", "/look/")


class AfterLeaving:
    """Answers every page with the neutral one until the person comes back on purpose."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (
            request.path.startswith(UNTOUCHED)
            or settings.SESSION_COOKIE_NAME not in request.COOKIES
        ):
            return self.get_response(request)
        if not leaving.has_left(request):
            return self.get_response(request)
        return render(request, "safety/left.html")
