"""The suite: fast hashing, a database of its own, SQLite unless DATABASE_URL names another."""

from .base import *  # noqa: F403
from .environment import ROOT, database, read, sqlite
from .guards import *  # noqa: F403
from .vendors import *  # noqa: F403

SECRET_KEY = "only-the-tests-use-this-key"
IDENTITY_KEYS = ("only-the-tests-hash-with-this-key",)
DEBUG = False
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]

_database_url, _redis_url = read("DATABASE_URL", ""), read("REDIS_URL", "")
DATABASES = {"default": database(_database_url) if _database_url else sqlite(":memory:")}
if _database_url:
    # A pool would keep connections open while the runner drops the test database.
    DATABASES["default"]["OPTIONS"] = {}
else:
    DATABASES["default"]["OPTIONS"].pop("init_command")  # WAL means nothing in memory
if _redis_url:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.core.RedisChannelLayer",
            "CONFIG": {"hosts": [_redis_url]},
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DEFAULT_FROM_EMAIL = "Posti <posti@post.example>"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
MEDIA_ROOT = ROOT / "var" / "test-media"
STATIC_ROOT = ROOT / "var" / "test-static"
SERVESTATIC_USE_FINDERS = True
SERVESTATIC_AUTOREFRESH = True
LEAVE_TARGET = "https://weather.example/"
