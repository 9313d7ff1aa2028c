"""The demo and a developer's machine: SQLite, one Daphne, everything under DATA_DIR."""

from .base import *  # noqa: F403
from .environment import ROOT, database, folder, read, sqlite, truth
from .guards import *  # noqa: F403
from .secret import kept_secret
from .vendors import *  # noqa: F403

DATA_DIR = folder("DATA_DIR", ROOT / "var")
PORT = read("PORT", "8000")
DEBUG = truth("DEBUG")
SECRET_KEY = kept_secret(DATA_DIR)
IDENTITY_KEYS = (kept_secret(DATA_DIR, "identity"),)
DISTANCE_LIST = truth("DISTANCE_LIST")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{PORT}"

_database_url, _redis_url = read("DATABASE_URL", ""), read("REDIS_URL", "")
DATABASES = {
    "default": database(_database_url) if _database_url else sqlite(DATA_DIR / "rinnalla.sqlite3")
}
if _redis_url:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [_redis_url], "symmetric_encryption_keys": [SECRET_KEY]},
        }
    }
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": _redis_url,
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
SERVESTATIC_USE_FINDERS = True  # no collectstatic before the first page
SERVESTATIC_AUTOREFRESH = DEBUG
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
DEFAULT_FROM_EMAIL = "Posti <posti@post.example>"  # neutral, as on a real site (EX-09)

# Where "leave fast" goes. A browser test puts a page of this machine here: no network needed.
LEAVE_TARGET = read("LEAVE_TARGET", "https://www.ilmatieteenlaitos.fi/")
