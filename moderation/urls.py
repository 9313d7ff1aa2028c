"""Addresses of the desk; each answers like an unknown one to everybody but moderators."""

from django.urls import path

from . import joining_views, views

app_name = "desk"
urlpatterns = [
    path("", views.QueueView.as_view(), name="queue"),
    path("names/", joining_views.JoiningsView.as_view(), name="joinings"),
    path("names/<ref:ref>/", joining_views.WitnessView.as_view(), name="witness"),
    path("<ref:ref>/names/", joining_views.JoinView.as_view(), name="join"),
    path("<ref:ref>/", views.ReviewView.as_view(), name="review"),
    path("<ref:ref>/claim/", views.ClaimView.as_view(), name="claim"),
    path("<ref:ref>/release/", views.ReleaseView.as_view(), name="release"),
    path("<ref:ref>/approve/", views.ApproveView.as_view(), name="approve"),
    path("<ref:ref>/decline/", views.DeclineView.as_view(), name="decline"),
]
