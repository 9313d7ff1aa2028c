"""Addresses of the groups. Opaque and short: history tells nothing (EX-07)."""

from django.urls import path

from . import lead_views, room_views, views

app_name = "groups"
urlpatterns = [
    path("", views.ListView.as_view(), name="list"),
    path("<ref:ref>/", views.GroupView.as_view(), name="group"),
    path("<ref:ref>/ask/", views.AskSeatView.as_view(), name="ask"),
    path("<ref:ref>/withdraw/", views.WithdrawView.as_view(), name="withdraw"),
    path("<ref:ref>/seat/", views.GiveUpSeatView.as_view(), name="give_up"),
    path("<ref:ref>/agreement/", views.AgreementView.as_view(), name="agreement"),
    path("<ref:ref>/room/", room_views.RoomView.as_view(), name="room"),
    path("<ref:ref>/room/say/", room_views.SayView.as_view(), name="say"),
    path("<ref:ref>/answer/", lead_views.AnswerView.as_view(), name="answer"),
    path("<ref:ref>/open/", lead_views.OpenView.as_view(), name="open"),
    path("<ref:ref>/room/pause/", lead_views.PauseView.as_view(), name="pause"),
    path("<ref:ref>/room/resume/", lead_views.ResumeView.as_view(), name="resume"),
    path("<ref:ref>/room/remove/", lead_views.RemoveView.as_view(), name="remove"),
    path("<ref:ref>/room/hide/", lead_views.HideView.as_view(), name="hide"),
    path("<ref:ref>/room/close/", lead_views.CloseView.as_view(), name="close"),
]
