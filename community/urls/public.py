"""The side of parents and members. Short, opaque paths: history tells nothing (EX-07)."""

from django.urls import include, path

urlpatterns = [
    path("a/", include("community.accounts.urls")),
    path("a/", include("community.accounts.vendor_urls")),
    path("s/", include("community.safety.urls")),
    path("i/", include("community.privacy.urls")),
    path("n/", include("community.notifications.urls")),
    path("", include("forum.discussion.urls")),
    path("g/", include("community.groups.urls")),
    path("d/", include("moderation.urls")),
    path("", include("cms.urls")),
]
