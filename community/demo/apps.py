"""The demo site: a named cast and what they wrote."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "community.demo"
