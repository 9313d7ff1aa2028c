"""Addresses of the coordinator under the editors' side; each is unknown to everybody else."""

from django.urls import path

from . import staff_views as views

app_name = "people"
urlpatterns = [
    path("", views.PeopleView.as_view(), name="index"),
    path("new/", views.InviteView.as_view(), name="invite"),
    path("new/<ref:ref>/back/", views.WithdrawView.as_view(), name="withdraw"),
    path("rights/", views.ProfessionsView.as_view(), name="professions"),
    path("rights/<ref:ref>/again/", views.AgainView.as_view(), name="again"),
    path("rights/<ref:ref>/end/", views.EndProfessionView.as_view(), name="end_profession"),
    path("<ref:ref>/", views.PersonView.as_view(), name="person"),
    path("<ref:ref>/end/<slug:kind>/", views.EndRoleView.as_view(), name="end_role"),
    path("<ref:ref>/training/", views.TrainingView.as_view(), name="training"),
    path("<ref:ref>/tasks/", views.TasksView.as_view(), name="tasks"),
    path("<ref:ref>/extract/", views.ExtractView.as_view(), name="extract"),
    path("<ref:ref>/right/", views.ProfessionView.as_view(), name="profession"),
]
