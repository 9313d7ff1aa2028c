"""Addresses of the children's pages, under a policy of their own: nothing runs, nothing is sent."""

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.urls import path, re_path, register_converter
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.bands import Band

from . import views

# CH-02: own pictures, letters and colours; no script, no form, no connection, no frame.
POLICY = {
    "default-src": [NONE],
    "script-src": [NONE],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
    "base-uri": [NONE],
    "object-src": [NONE],
}


class BandConverter:
    """`<band:band>`: one of the three doors, anything else is no page of ours."""

    regex = "|".join(Band.values)

    def to_python(self, value: str) -> Band:
        return Band(value)

    def to_url(self, value: str) -> str:
        return str(value)


register_converter(BandConverter, "band")

app_name = "children"
urlpatterns = decorate_urlpatterns(
    [
        path("", views.doors, name="doors"),
        path("<band:band>/", views.door, name="door"),
        path("<band:band>/t/", views.talk, name="talk"),
        path("<band:band>/<slug:slug>/", views.page, name="page"),
        re_path(r"^.*$", views.not_here),
    ],
    csp_replace(POLICY),
)
