"""Where people come in and go out. Paths say nothing of what is behind them."""

from django.urls import path

from . import (
    choice_views,
    device_views,
    factor_views,
    recovery_views,
    step_views,
    task_views,
    views,
)

app_name = "accounts"
urlpatterns = [
    path("new/", views.SignUpView.as_view(), name="sign_up"),
    path("in/", views.SignInView.as_view(), name="sign_in"),
    path("out/", views.SignOutView.as_view(), name="sign_out"),
    path("again/", step_views.AgainView.as_view(), name="again"),
    path("wake/", step_views.WakeView.as_view(), name="wake"),
    path("stay/", device_views.StayView.as_view(), name="stay"),
    path("lost/", recovery_views.LostView.as_view(), name="lost"),
    path("words/", recovery_views.PassphraseView.as_view(), name="passphrase"),
    path("sheet/", recovery_views.SheetView.as_view(), name="sheet"),
    path("two/", factor_views.FactorsView.as_view(), name="factors"),
    path("two/app/", factor_views.AddAppView.as_view(), name="add_app"),
    path("two/key/", factor_views.AddPasskeyView.as_view(), name="add_passkey"),
    path("two/<slug:mark>/off/", factor_views.TakeAwayView.as_view(), name="factor_off"),
    path("here/", device_views.DevicesView.as_view(), name="devices"),
    path("here/others/", device_views.EndOthersView.as_view(), name="end_others"),
    path("here/<ref:ref>/off/", device_views.EndView.as_view(), name="end_session"),
    path("post/", choice_views.EmailView.as_view(), name="email"),
    path("post/code/", choice_views.EmailCodeView.as_view(), name="email_code"),
    path("post/off/", choice_views.EmailAwayView.as_view(), name="email_off"),
    path("yes/", choice_views.ConsentView.as_view(), name="consent"),
    path("task/", task_views.TaskView.as_view(), name="task"),
    path("welcome/", views.WelcomeView.as_view(), name="welcome"),
    path("", views.OwnView.as_view(), name="own"),
]
