"""Where people talk. Short paths, opaque references, never a forum's number (M1)."""

from django.urls import path

from . import following_views, keeping_views, views

app_name = "talk"
urlpatterns = [
    path("b/", views.BoardsView.as_view(), name="boards"),
    path("q/", views.AskView.as_view(), name="ask"),
    path("b/<ref:ref>/", views.BoardView.as_view(), name="board"),
    path("b/<ref:ref>/new/", views.StartView.as_view(), name="start"),
    path("t/<ref:ref>/", views.TopicView.as_view(), name="topic"),
    path("t/<ref:ref>/follow/", following_views.FollowView.as_view(), name="follow"),
    path("t/<ref:ref>/keep/", keeping_views.KeepView.as_view(), name="keep"),
    path("t/<ref:ref>/reply/", views.ReplyView.as_view(), name="reply"),
    path("p/<ref:ref>/back/", views.WithdrawView.as_view(), name="withdraw"),
]
