"""A real site. What it needs is named in the environment; without that it will not start."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .environment import ROOT, database, day, folder, keys, post, read, sender, truth
from .guards import *  # noqa: F403
from .vendors import *  # noqa: F403

DEBUG = False
SECRET_KEY = read("SECRET_KEY")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("SECRET_KEY must be at least 50 characters long.")
# Keys of apps and one-use codes were locked with the key of their day; so old ones still open them.
SECRET_KEY_FALLBACKS = [key for key in read("SECRET_KEY_BEFORE", "").split(",") if key]
ALLOWED_HOSTS = read("ALLOWED_HOSTS").split(",")
# SE-03: the staff side has a hostname and cookies of its own.
STAFF_HOST = read("STAFF_HOST")
if STAFF_HOST in ALLOWED_HOSTS:
    raise ImproperlyConfigured("STAFF_HOST must be another name than those in ALLOWED_HOSTS.")
ALLOWED_HOSTS.append(STAFF_HOST)
WAGTAILADMIN_BASE_URL = f"https://{STAFF_HOST}"

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

# ID-04: never the key of the site, which may change any day, and never inside the database.
IDENTITY_KEYS = keys(read("IDENTITY_KEY", ""))
if SECRET_KEY in IDENTITY_KEYS:
    raise ImproperlyConfigured("IDENTITY_KEY must be another key than SECRET_KEY.")
# PB-11: only an operator whose assessment of its dangers (DPIA) was accepted switches this on.
DISTANCE_LIST = truth("DISTANCE_LIST")
if DISTANCE_LIST and not IDENTITY_KEYS:
    raise ImproperlyConfigured("DISTANCE_LIST needs IDENTITY_KEY.")

# EX-08, EX-09: without a mail server nobody is offered mail; its sender is neutral in both parts.
_email_url = read("EMAIL_URL", "")
globals().update(post(_email_url))
DEFAULT_FROM_EMAIL = sender(read("MAIL_FROM")) if _email_url else "post@localhost"

HELP_LINES_CHECKED = day("HELP_LINES_CHECKED")
LEAVE_TARGET = read("LEAVE_TARGET", "https://www.ilmatieteenlaitos.fi/")
BREACHED_PASSPHRASES = read("BREACHED_PASSPHRASES", "")
