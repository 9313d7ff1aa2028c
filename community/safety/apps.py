"""Safety from a watching person: leaving fast, and what stays hidden afterwards."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "community.safety"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks  # noqa: F401 (told at the start)
