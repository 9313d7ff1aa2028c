"""Loads PyPI's django-moderation under the name `django_moderation`, beside our own `moderation`.

Both want the import name `moderation`; ours keeps the folder because the project is run, not
installed. The vendor imports itself relatively only, so another name does it no harm; its app
label stays `moderation`, and with it its tables and migrations. Used as a ledger, not as a
curtain: see `ledger.py`, the only module that talks to it.
"""

import sys
from importlib import metadata, util
from types import ModuleType

from django.apps import AppConfig

DISTRIBUTION = "django-moderation"
NAME = "django_moderation"


def load() -> ModuleType:
    """The vendor's package under our name for it; found by its metadata, not by its import name."""
    if NAME in sys.modules:
        return sys.modules[NAME]
    root = metadata.distribution(DISTRIBUTION).locate_file("moderation")
    spec = util.spec_from_file_location(
        NAME, root / "__init__.py", submodule_search_locations=[str(root)]
    )
    package = util.module_from_spec(spec)
    sys.modules[NAME] = package
    spec.loader.exec_module(package)
    return package


load()


def quieten() -> None:
    """Its field listens to its own model, not to every instance of the project (D15).

    Before its models are made: migrations make some too, each with a listener of its own.
    """
    from django.db.models import TextField
    from django.db.models.signals import post_init
    from django_moderation.fields import SerializedObjectField

    def contribute_to_class(field: SerializedObjectField, cls: type, name: str) -> None:
        field.class_name = cls
        TextField.contribute_to_class(field, cls, name)
        post_init.connect(field.post_init, sender=cls)

    SerializedObjectField.contribute_to_class = contribute_to_class


class LedgerConfig(AppConfig):
    """The vendor as an app: its label and tables stay, its auto-discovery does not run (D8)."""

    name = NAME
    label = "moderation"
    verbose_name = "Moderation ledger"
    default_auto_field = "django.db.models.AutoField"

    def import_models(self) -> None:
        quieten()
        super().import_models()
