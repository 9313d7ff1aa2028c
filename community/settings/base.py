"""What every site shares: rooms, middleware, languages. Reads nothing from the environment."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent.parent

INSTALLED_APPS = [
    # ours, from the ground floor up (house.md 3)
    "community.core",
    "community.accounts",
    "community.safety",
    "community.audit",
    "community.access",
    "community.notifications",
    "community.privacy",
    "moderation",
    "forum.discussion",
    "community.groups",
    "cms",
    "community.demo",
    # machina: tree, topics, posts, tracking and permission tables only (house.md 6)
    "machina.apps.forum",
    "forum.forum_conversation",
    "machina.apps.forum_tracking",
    "forum.forum_permission",
    "mptt",
    # django-moderation, under the name `django_moderation` (house.md 5)
    "moderation.engine.LedgerConfig",
    # Wagtail
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    # allauth: the way in with its second step, and the factors; no sign-up, no social login (ID-10)
    "allauth",
    "allauth.account",
    "allauth.mfa",
    # Django
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sites",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "channels",
    "community.core.plugs",  # last: imports every room's plugs
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "community.core.static_files.static_files",
    "csp.middleware.CSPMiddleware",
    "community.core.middleware.QuietHeaders",
    "community.urls.hosts.OneSideEach",  # before sessions: it makes the staff's cookies strict
    "cms.children.middleware.NoTrace",  # before sessions: a child's page has none (CH-01)
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "community.accounts.middleware.SeenThroughSession",  # tasks sleep or wake by it (ID-09)
    "allauth.account.middleware.AccountMiddleware",  # holds the request for its own pipeline
    "django.contrib.messages.middleware.MessageMiddleware",
    "community.safety.middleware.AfterLeaving",
    "community.core.middleware.KindRefusals",
]

ROOT_URLCONF = "community.urls"
ASGI_APPLICATION = "community.asgi.application"
WSGI_APPLICATION = "community.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
# CH-08: the day on which somebody of the operator's last checked the numbers of help; a demo says
# that nobody has.
HELP_LINES_CHECKED = None

# ID-04: under these keys identifiers are hashed, oldest first; without one nobody is identified.
IDENTITY_KEYS: tuple[str, ...] = ()
# PB-11: the distance list; off until an assessment of its dangers (DPIA) was accepted.
DISTANCE_LIST = False

# SE-03: the hostname of the staff side; empty where one host shows all, as in the demo.
STAFF_HOST = ""

LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "talk:boards"
LOGOUT_REDIRECT_URL = "/"
SITE_ID = 1

LANGUAGE_CODE = "fi"
LANGUAGES = [("fi", _("Finnish")), ("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Helsinki"
USE_TZ = True
USE_I18N = True
FORMAT_MODULE_PATH = "community.core.formats"

# Errors are told on the console of whoever runs the site: what failed and where in the code,
# never what a person wrote (PR-11). Django's own default tells nobody while DEBUG is off.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "quiet": {
            "()": "community.core.logs.Quiet",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "propagate": True, "level": "WARNING"}},
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "community" / "static"]
MEDIA_URL = "/media/"

# Our apps say BigAutoField themselves; a global one would ask the two old packages for
# migrations they do not have (dependencies.md M28).
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
