"""Static files with hashed names, also inside JavaScript modules: a browser may keep them."""

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage

# Django's own pattern wants a semicolon behind each import; our modules are written without.
IMPORTS = (
    (
        r"""(?P<matched>from\s+["'](?P<url>\.{1,2}/[^"']+\.js)["'])""",
        """from "%(url)s\"""",
    ),
    (
        r"""(?P<matched>import\s+["'](?P<url>\.{1,2}/[^"']+\.js)["'])""",
        """import "%(url)s\"""",
    ),
)


class HashedModules(ManifestStaticFilesStorage):
    """Django's manifest storage with our modules' `import`s followed."""

    patterns = (*ManifestStaticFilesStorage.patterns, ("*.js", IMPORTS))
