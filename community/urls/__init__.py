"""Every address of the site: the public and member side, the children's, the editors'."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, register_converter

from community.core.refs import RefConverter
from community.core.sheets import sheet
from community.safety import views as safety

register_converter(RefConverter, "ref")

handler404 = "community.core.views.not_found"
handler400 = "community.core.views.bad_request"

urlpatterns = [
    # Leaving has no language: it must be quick to find and never be wrong.
    path("leave/", safety.LeaveView.as_view(), name="leave"),
    path("back/", safety.BackView.as_view(), name="back"),
    # One joined style sheet for each kind of page; has no language either.
    path("look/<slug:kind>.<slug:mark>.css", sheet, name="sheet"),
    path("", include("community.urls.staff")),
    *i18n_patterns(
        path("c/", include("community.urls.children")),
        path("", include("community.urls.public")),
    ),
]
