"""The append-only record of what people of the house did."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "community.audit"
    default_auto_field = "django.db.models.BigAutoField"
