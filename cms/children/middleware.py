"""Makes a child's request say nothing of the child before anything else sees it (CH-01, CH-03).

No cookie, device, address or page before is left to read; no answer sets a cookie or is logged.
"""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

TELLING_HEADERS = (
    "HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_USER_AGENT", "HTTP_REFERER",
    "HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "REMOTE_ADDR", "REMOTE_HOST",
)  # fmt: skip


class NoTrace:
    """Stands before sessions, so that a signed-in parent's cookie is not read here either."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        codes = "|".join(re.escape(code) for code, _name in settings.LANGUAGES)
        self.childrens = re.compile(rf"^/({codes})/c(/|$)")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.childrens.match(request.path_info):
            return self.get_response(request)
        request.COOKIES = {}
        for header in TELLING_HEADERS:
            request.META.pop(header, None)
        response = self.get_response(request)
        response.cookies.clear()
        # Django logs the path of every refusal unless somebody has done so already.
        response._has_been_logged = True
        return response
