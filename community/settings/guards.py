"""The guards that stand on every site: headers, cookies, passphrases, uploads."""

from csp.constants import NONE, SELF

# SE-02: nothing inline, nothing from others. Children's pages and the editors' side carry their
# own policy, set where their URLs are (community/urls).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

SECURE_CONTENT_TYPE_NOSNIFF = True
# EX-11: the next site does not learn where one came from. Not `no-referrer`: under it Chromium
# sends `Origin: null` with our own forms, and no form could be told from a forged one
# (docs/decisions/referrer-policy.md).
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# PR-16: what a page says once is kept in the session; no cookie of its own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_ENGINE = "community.accounts.sessions"  # ends by itself, ID-16
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60  # of a session that is nobody's; others end as promised
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # ends with the browser, as the session does
CSRF_FAILURE_VIEW = "community.core.views.form_too_old"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# ID-08: length, a list of common ones, a list of stolen ones; no rules of composition.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "community.accounts.passphrases.LengthValidator"},
    {"NAME": "community.accounts.passphrases.KnownValidator"},
]
BREACHED_PASSPHRASES = ""  # a file of stolen ones on this machine, if the operator holds one

# One page of text is the most anybody sends us; files only go through the editors' side.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# A long guide is sent by the editors as a thousand small fields; the size above still holds.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
