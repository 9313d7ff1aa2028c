"""The staff side, of editors and coordinators: Wagtail, with the one policy it needs to work."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.urls import include, path, re_path
from wagtail.admin import urls as editor_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as document_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.account import OwnSettings
from cms.rights import not_here, staff_only
from community.accounts.views import SignOutView

# Wagtail's interface still carries inline scripts and styles; nothing of members is shown there.
EDITORS_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-ancestors": [SELF],
    "object-src": [NONE],
    "base-uri": [NONE],
}

# Shut for everybody; the names below still resolve, for the vendor's own pages build addresses.
SHUT = (
    "users", "groups", "bulk/accounts",  # a list of members (PB-03); rights change through verbs
    "login", "password_reset",  # our own doors count the tries and know no e-mail (ID-02)
    # No page shows a picture or a document yet, and uploaded files are not served.
    "images", "documents", "bulk/cms/siteimage", "bulk/cms/sitedocument",
    "api/main/images", "api/main/documents",
)  # fmt: skip

own_settings = path(
    "account/", require_admin_access(OwnSettings.as_view()), name="wagtailadmin_account"
)
editors_side = decorate_urlpatterns(
    decorate_urlpatterns([own_settings, *editor_urls.urlpatterns], staff_only),
    csp_replace(EDITORS_POLICY),
)

urlpatterns = [
    *(re_path(rf"^editor/{name}/", not_here) for name in SHUT),
    path("editor/logout/", SignOutView.as_view()),  # ends the session, not only its cookie
    path("editor/", include(editors_side)),
    path("documents/", include(document_urls)),
]
