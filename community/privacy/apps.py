"""What we know of a person: the public table, export, hiding, erasure, the nightly sweep."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "community.privacy"
    default_auto_field = "django.db.models.BigAutoField"
