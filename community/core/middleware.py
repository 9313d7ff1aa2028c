"""Headers every answer carries, and kind answers for refusals raised below a view."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .errors import Concealed, Refused
from .typed import typed_in

# SE-04: nothing of the device is asked for, also not by a page we did not mean to serve.
SHUT = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope",
        "magnetometer", "microphone", "midi", "payment", "usb", "browsing-topics",
    )
)  # fmt: skip


class QuietHeaders:
    """No page is kept by a browser or a cache: Back after leaving shows nothing (EX-03)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", SHUT)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("X-Robots-Tag", "noindex, noarchive")
        return response


class KindRefusals:
    """A refusal is one sentence on a page of its own; a concealed thing is simply not found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Concealed):
            raise Http404
        if isinstance(error, Refused):
            context = {"reason": error.reason, "kept": typed_in(request)}
            return TemplateResponse(
                request, "errors/refused.html", context, status=error.status
            ).render()
        return None
