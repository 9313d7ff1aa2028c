"""Addresses of the guides: short, and nothing in them tells (EX-07)."""

from django.urls import path

from . import views

app_name = "cms"
urlpatterns = [
    path("", views.home, name="home"),
    path("r/", views.guides, name="guides"),
    path("r/<slug:slug>/", views.guide, name="guide"),
]
