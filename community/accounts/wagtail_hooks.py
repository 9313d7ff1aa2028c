"""The coordinator's place in the staff interface: a menu item, its pages, and what falls due."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from .staff import keeps_people
from .staff_queries import professions_due
from .staff_sheets import line_of


@hooks.register("register_admin_urls")
def people_urls() -> list:
    return [path("people/", include("community.accounts.staff_urls"))]


class PeopleItem(MenuItem):
    """Shown to coordinators only; the pages behind ask by themselves."""

    def is_shown(self, request: HttpRequest) -> bool:
        return keeps_people(request.user)


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    return PeopleItem(
        gettext_lazy("People with tasks"),
        reverse("people:index"),
        name="people",
        icon_name="group",
        order=250,
    )


class Due(Component):
    """On the first page: professions to look up again soon, late ones on top (PV-02)."""

    order = 10

    def __init__(self, request: HttpRequest):
        self.professions = [line_of(one) for one in professions_due(request.user)]

    def render_html(self, parent_context=None) -> str:
        return render_to_string("staff/due.html", {"due": self.professions})


@hooks.register("construct_homepage_panels")
def show_what_is_due(request: HttpRequest, panels: list) -> None:
    if keeps_people(request.user):
        panels.append(Due(request))
