"""Wagtail's interface, fitted to this house: the lines to call, the gates' words, less clutter."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import publishing
from .children.queries import stale_lines
from .models import ContactLine
from .models.quiet import QuietPage
from .rights import is_editor

# Nothing here is used by this site's editors; a shorter menu is found faster. Pictures and
# documents: no page shows any yet, and uploaded files are not served (see community.urls.staff).
UNUSED = {"help", "reports", "images", "documents", "users", "groups"}

OF_COORDINATORS = {"people", "leave"}  # asks by itself who is there


class ContactLines(SnippetViewSet):
    """The one list of numbers a child may be given (CH-08)."""

    model = ContactLine
    icon = "mail"
    menu_label = gettext_lazy("Lines to call")
    add_to_admin_menu = True
    list_display = ["name", "number", "locale", "owner", "checked_on"]
    search_fields = None
    ordering = ["checked_on"]


register_snippet(ContactLines)


class StaleLines(Component):
    """Says on the editors' first page which numbers have to be checked again."""

    order = 20

    def render_html(self, parent_context=None) -> str:
        rows = [(line, line.owner, line.checked_on) for line in stale_lines()]
        if not rows:
            return ""
        return format_html(
            '<section class="w-summary"><h2>{}</h2><ul>{}</ul></section>',
            _("These lines have to be checked again before their pages can go out"),
            format_html_join("", "<li>{}: {}, {}</li>", rows),
        )


@hooks.register("register_admin_menu_item")
def the_way_out() -> MenuItem:
    """EX-01: the same plain link as on every page; the vendor's interface has no room for a bar."""
    return MenuItem(
        gettext_lazy("Leave fast"), reverse("leave"), name="leave", icon_name="logout", order=0
    )


@hooks.register("construct_homepage_panels")
def show_stale_lines(request: HttpRequest, panels: list) -> None:
    if is_editor(request.user):
        panels.append(StaleLines())


@hooks.register("construct_homepage_summary_items", order=1)  # after the vendor's own
def count_only_pages(request: HttpRequest, items: list) -> None:
    kept = PagesSummaryItem if is_editor(request.user) else ()
    items[:] = [item for item in items if isinstance(item, kept)]


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
@hooks.register("construct_search")
def hide_unused(request: HttpRequest, items: list) -> None:
    items[:] = [item for item in items if item.name not in UNUSED]
    if not is_editor(request.user):  # a coordinator's part has no pages
        items[:] = [item for item in items if item.name in OF_COORDINATORS]


@hooks.register("after_publish_page")
def say_what_the_gates_found(request: HttpRequest, page) -> None:
    """A page within the tolerance went out; its editor reads what to mend (CH-06)."""
    specific = page.specific
    if isinstance(specific, QuietPage):
        for sentence in publishing.warning(specific.findings()):
            messages.warning(request, sentence)
