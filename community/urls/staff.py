"""The editors' side: Wagtail, with the one policy that lets its interface work."""

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.urls import include, path
from wagtail.admin import urls as editor_urls
from wagtail.documents import urls as document_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.rights import editors_only

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

editors_side = decorate_urlpatterns(
    decorate_urlpatterns(list(editor_urls.urlpatterns), editors_only),
    csp_replace(EDITORS_POLICY),
)

urlpatterns = [
    path("editor/", include(editors_side)),
    path("documents/", include(document_urls)),
]
