"""Collected files carry hashed names, and modules import each other by them."""

import re
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

HASHED = re.compile(r"\.[0-9a-f]{12}\.js$")
IMPORT = re.compile(r"""(?:from|import)\s+["'](\.{1,2}/[^"']+)["']""")


def test_every_import_of_a_collected_module_leads_to_a_hashed_file(tmp_path):
    storages = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "community.core.storage.HashedModules"},
    }
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    modules = [path for path in (tmp_path / "js").rglob("*.js") if HASHED.search(path.name)]
    assert len(modules) >= 5
    led_to = [(path, url) for path in modules for url in IMPORT.findall(path.read_text())]
    assert led_to
    for path, url in led_to:
        assert HASHED.search(url) and Path(path.parent / url).resolve().exists(), f"{path}: {url}"
