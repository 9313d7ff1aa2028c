"""Live peer groups: a few seats, a facilitator, one evening at a time."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "community.groups"
    default_auto_field = "django.db.models.BigAutoField"
