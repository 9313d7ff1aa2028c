"""Finds the plugs of every room (listeners, chores …): rooms need not know each other."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps

PLUGS = ("listeners", "streams", "moderator", "handles", "notices", "privacy", "chores")
OURS = {"community", "cms", "forum", "moderation"}


class PlugsConfig(AppConfig):
    """Stands last in INSTALLED_APPS: when it is ready, every model can be imported."""

    name = "community.core.plugs"

    def ready(self) -> None:
        for config in apps.get_app_configs():
            if config.name.split(".")[0] in OURS:
                find_plugs(config.name)


def find_plugs(app: str) -> None:
    """Import the plugs a room has; a plug that fails to import stops the start, loudly."""
    for plug in PLUGS:
        if find_spec(f"{app}.{plug}"):
            import_module(f"{app}.{plug}")
