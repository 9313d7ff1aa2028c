"""The children's side: no session, no form, no script; a policy of its own (CH-01, CH-02)."""

from django.urls import include, path

urlpatterns = [path("", include("cms.children.urls"))]
