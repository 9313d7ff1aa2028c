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

# --- allauth: its pipeline with the second step, its factors, its code by mail; not its pages -----
ACCOUNT_ADAPTER = "community.accounts.adapters.WayIn"
MFA_ADAPTER = "community.accounts.adapters.Factors"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "pseudonym"
ACCOUNT_LOGIN_METHODS = {"username"}  # an address never opens an account (ID-02)
# The next three are what its check asks before it mails codes instead of links (EX-09). Nobody has
# to give an address: `WayIn` leaves that stage of the pipeline out.
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_UNIQUE_EMAIL = False  # else it would tell that somebody has this address (ID-07)
ACCOUNT_RATE_LIMITS = False  # ours count instead, and say when they lift (SE-11)
ACCOUNT_EMAIL_NOTIFICATIONS = False  # its mails name address and browser (EX-09); see `changes.py`
MFA_RATE_LIMITS = False
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]  # one-use codes are ours: kept as hashes (ID-17)
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_PASSKEY_LOGIN_ENABLED = False
