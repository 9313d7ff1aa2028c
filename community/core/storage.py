"""Static files with hashed names, also inside JavaScript modules: a browser may keep them."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage


class HashedModules(ManifestStaticFilesStorage):
    """Django's manifest storage with `import` statements followed."""

    support_js_module_import_aggregation = True
    manifest_strict = False  # a missing vendor map must not take the site down
