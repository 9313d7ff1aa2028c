"""Pages of safety, in every language. Leaving itself has no language: see community/urls."""

from django.urls import path

from . import views

app_name = "safety"
urlpatterns = [
    path("before/", views.BeforeView.as_view(), name="before"),
    path("leaving/", views.HonestView.as_view(), name="honest"),
    path("rules/", views.RulesView.as_view(), name="rules"),
    path("now/", views.HelpNowView.as_view(), name="help_now"),
]
