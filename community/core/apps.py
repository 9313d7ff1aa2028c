"""The pipes of the house; knows no domain."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "community.core"
    default_auto_field = "django.db.models.BigAutoField"
