"""The rules: who may do what, and what that lets them see."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "community.access"
