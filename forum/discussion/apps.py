"""Our discussion room on machina's tables."""

from django.apps import AppConfig


class DiscussionConfig(AppConfig):
    name = "forum.discussion"
    default_auto_field = "django.db.models.BigAutoField"
