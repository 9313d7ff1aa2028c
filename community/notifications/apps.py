"""Notices: an inbox in the site, and neutral mail for those who chose it."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "community.notifications"
    default_auto_field = "django.db.models.BigAutoField"
