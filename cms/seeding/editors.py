"""What editors may do in Wagtail: pages and lines to call; nothing about people or files."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from cms import rights

ON_PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
ON_LINES = ("add_contactline", "change_contactline", "delete_contactline", "view_contactline")


def admit() -> Group:
    """The editors' group with these rights; run again, nothing changes."""
    group, _made = Group.objects.get_or_create(name=rights.EDITORS)
    group.permissions.add(rights.access(), *_ours(ON_LINES))
    root = Page.get_first_root_node()
    pages = Permission.objects.filter(
        content_type__app_label="wagtailcore", content_type__model="page", codename__in=ON_PAGES
    )
    for right in pages:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=right)
    return group


def _ours(names: tuple[str, ...]) -> list[Permission]:
    return list(Permission.objects.filter(content_type__app_label="cms", codename__in=names))
