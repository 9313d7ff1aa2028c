"""The only module that reads the environment. Settings ask it by name; nothing else may."""

import os
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from community.core.telling import words_in

ROOT = Path(__file__).resolve().parent.parent.parent


def read(name: str, default: str | None = None) -> str:
    """The variable's value, or the default.

    Raises ImproperlyConfigured with one clear sentence when it is missing and has no default.
    """
    value = os.environ.get(name, "")
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"The environment variable {name} must be set.")
    return default


def folder(name: str, default: Path) -> Path:
    """A folder named by the environment, made if it is not there."""
    path = Path(read(name, str(default))).expanduser().resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def day(name: str) -> date:
    """A day named by the environment, as 2026-11-20. Raises ImproperlyConfigured for others."""
    try:
        return date.fromisoformat(read(name))
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a day, written as 2026-11-20.") from None


def truth(name: str) -> bool:
    """Whether the variable says yes."""
    return read(name, "0").lower() in {"1", "true", "yes", "on"}


def keys(value: str) -> tuple[str, ...]:
    """The keys in a variable, parted by commas, oldest first; none in an empty one.

    Raises ImproperlyConfigured when one is short enough to be tried out.
    """
    found = tuple(key.strip() for key in value.split(",") if key.strip())
    if any(len(key) < 50 for key in found):
        raise ImproperlyConfigured("Each key must be at least 50 characters long.")
    return found


def post(url: str) -> dict:
    """Django's settings for a mail server, `smtp://user:password@host:587` or `smtps://…`.

    Without one the site sends nothing, and says so when somebody was promised a mail.
    """
    if not url:
        return {"EMAIL_BACKEND": "community.core.letters.NoPost"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"}:
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp:// or smtps://")
    return {
        "EMAIL_BACKEND": "community.core.letters.Post",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }


def sender(given: str) -> str:
    """Who our mail is from. Raises ImproperlyConfigured when that tells what we are (EX-09)."""
    if words_in(given, "") or "rinnalla" in given.casefold():
        raise ImproperlyConfigured("MAIL_FROM must be neutral: it is seen in every list of mails.")
    return given


def database(url: str) -> dict:
    """Django's connection settings for a `postgres://` address.

    Persistent connections serve threads that live on (WSGI); the pool serves ASGI, where each
    synchronous view runs in a fresh thread and would open a new connection every time.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}},
    }


def sqlite(path: Path | str) -> dict:
    """SQLite as we run it: WAL, writers queue from the first statement, a wait of 20 s.

    IMMEDIATE, because a transaction that reads first and writes later cannot wait for its turn:
    SQLite answers it "locked" at once, whatever the timeout.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
