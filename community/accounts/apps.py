"""People: accounts, roles, verified professions, and the names others see."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "community.accounts"
    default_auto_field = "django.db.models.BigAutoField"
