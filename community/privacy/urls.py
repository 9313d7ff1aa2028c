"""Pages about one's own data. Short paths that tell nothing (EX-07)."""

from django.urls import path

from . import views

app_name = "privacy"
urlpatterns = [
    path("", views.TableView.as_view(), name="table"),
    path("e/", views.ExampleView.as_view(), name="example"),
    path("c/", views.CopyView.as_view(), name="copy"),
    path("c/<ref:ref>/", views.CopyOpenView.as_view(), name="open"),
    path("c/<ref:ref>/no/", views.CopyCancelView.as_view(), name="cancel"),
    path("c/<ref:ref>/get/", views.CopyFetchView.as_view(), name="fetch"),
    path("h/", views.HideView.as_view(), name="hide"),
    path("h/no/", views.ShowAgainView.as_view(), name="show_again"),
    path("l/", views.LeaveView.as_view(), name="leave"),
]
