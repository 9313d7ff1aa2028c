"""Where people come in and go out. Paths say nothing of what is behind them."""

from django.urls import path

from . import views

app_name = "accounts"
urlpatterns = [
    path("new/", views.SignUpView.as_view(), name="sign_up"),
    path("in/", views.SignInView.as_view(), name="sign_in"),
    path("out/", views.SignOutView.as_view(), name="sign_out"),
    path("welcome/", views.WelcomeView.as_view(), name="welcome"),
    path("", views.OwnView.as_view(), name="own"),
]
