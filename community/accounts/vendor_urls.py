"""The two addresses that allauth's pipeline asks for by names of its own."""

from django.urls import path

from . import step_views, views

urlpatterns = [
    path("step/", step_views.StepView.as_view(), name="mfa_authenticate"),
    path("in/", views.SignInView.as_view(), name="account_login"),
]
