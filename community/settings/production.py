"""A real site. What it needs is named in the environment; without that it will not start."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .environment import ROOT, database, day, folder, read
from .guards import *  # noqa: F403
from .vendors import *  # noqa: F403

DEBUG = False
SECRET_KEY = read("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be at least 50 characters long.")
ALLOWED_HOSTS = read("ALLOWED_HOSTS").split(",")
WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"

DATABASES = {"default": database(read("DATABASE_URL"))}
_redis_url = read("REDIS_URL")
CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [_redis_url], "symmetric_encryption_keys": [SECRET_KEY]},
    }
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": _redis_url}
}

DATA_DIR = folder("DATA_DIR", ROOT / "var")
STATIC_ROOT = DATA_DIR / "static"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "community.core.storage.HashedModules"},
}

# SE-01, SE-05: only over TLS, and cookies that no other host can set.
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_NAME = "__Host-s"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-c"
CSRF_COOKIE_SECURE = True

HELP_LINES_CHECKED = day("HELP_LINES_CHECKED")
LEAVE_TARGET = read("LEAVE_TARGET", "https://www.ilmatieteenlaitos.fi/")
