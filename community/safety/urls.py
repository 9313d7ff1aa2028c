"""Pages of safety, in every language. Leaving itself has no language: see community/urls."""

from django.urls import path

from . import block_views, distance_views, own_views, views

app_name = "safety"
urlpatterns = [
    path("", own_views.HubView.as_view(), name="hub"),
    path("changes/", own_views.ChangesView.as_view(), name="changes"),
    path("d/", distance_views.DistanceView.as_view(), name="distance"),
    path("d/<ref:ref>/", distance_views.TakeOffView.as_view(), name="distance_off"),
    path("before/", views.BeforeView.as_view(), name="before"),
    path("leaving/", views.HonestView.as_view(), name="honest"),
    path("rules/", views.RulesView.as_view(), name="rules"),
    path("k/", block_views.BlocksView.as_view(), name="blocks"),
    path("k/done/", block_views.BlockedView.as_view(), name="blocked"),
    path("k/<ref:ref>/lift/", block_views.LiftView.as_view(), name="lift"),
    path("k/<slug:kind>/<ref:ref>/", block_views.BlockView.as_view(), name="block"),
    path("now/", views.HelpNowView.as_view(), name="help_now"),
]
