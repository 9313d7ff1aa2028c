"""The desk: what a person must decide, and the record of what was decided."""

from django.apps import AppConfig


class SafeguardingConfig(AppConfig):
    name = "moderation"
    label = "safeguarding"  # the label `moderation` is the vendor's
    default_auto_field = "django.db.models.BigAutoField"
