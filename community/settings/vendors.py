"""Every value of a vendor, each with its reason."""

# --- Wagtail ---------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Rinnalla"
WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]
WAGTAIL_USER_TIME_ZONES = ["Europe/Helsinki"]  # one country, one clock
WAGTAILIMAGES_IMAGE_MODEL = "cms.SiteImage"  # custom from the first migration
WAGTAILDOCS_DOCUMENT_MODEL = "cms.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"  # checked on every download, never by a bare file address
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAIL_WORKFLOW_ENABLED = False  # its ready-made one waits for a group in which nobody stands
# Passphrases are changed at our own door, and nobody has an e-mail address here (ID-02).
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # ID-10: no picture is asked from a third party
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nothing is fetched from outside
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

# --- machina ---------------------------------------------------------------------------------
# The migrations of the two overridden apps stay the vendor's: our overrides carry no columns.
MIGRATION_MODULES = {
    "forum_conversation": "machina.apps.forum_conversation.migrations",
    "forum_permission": "machina.apps.forum_permission.migrations",
}
MACHINA_MARKUP_LANGUAGE = None  # its renderer can be held for minutes (M14); core.text renders
# Rights only ever come from rows: a default list cannot be taken away again (M16, M17).
MACHINA_DEFAULT_AUTHENTICATED_USER_FORUM_PERMISSIONS: list[str] = []

# --- django-moderation: used as a ledger; `moderation/engine.py` loads it -----------------------
DJANGO_MODERATION_DISABLED = False
SERVESTATIC_ALLOW_ALL_ORIGINS = False  # pages of others have no business with our files
