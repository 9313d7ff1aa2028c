"""The inbox and what may be sent. Paths say nothing of what is behind them (EX-07)."""

from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("", views.InboxView.as_view(), name="inbox"),
    path("new/", views.NewView.as_view(), name="new"),
    path("seen/", views.SeenView.as_view(), name="seen"),
    path("choose/", views.ChooseView.as_view(), name="choose"),
    path("again/", views.AgainView.as_view(), name="again"),
    path("<ref:ref>/", views.OpenView.as_view(), name="open"),
]
