"""Which passphrases are refused (ID-08): too short, too long, known to many, known to be stolen."""

import re
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from community import promises

from .breached import is_breached

# What Django's list of the world does not know, and people here write first.
OURS = {
    "salasana", "salalause", "tunnussana", "losenord", "lösenord", "losenfras", "lösenfras",
    "passphrase", "rinnalla", "rakastan", "rakastansinua", "minarakastansinua", "hyvaahuomenta",
    "jagalskardig", "aiti", "äiti", "isa", "isä", "suomi", "helsinki", "perkele",
}  # fmt: skip
ROWS = ("0123456789" * 3, "qwertyuiopåasdfghjklöäzxcvbnm", "abcdefghijklmnopqrstuvwxyzåäö")
END = re.compile(r"[\d\W_]+$")
START = re.compile(r"^[\d\W_]+")


class LengthValidator:
    """12 to 256 characters of any kind; no rule of composition."""

    def validate(self, password: str, user: object = None) -> None:
        least, most = promises.PASSPHRASE_LENGTH
        if len(password) < least:
            raise ValidationError(
                _("This passphrase is too short. A short sentence is enough."), "password_too_short"
            )
        if len(password) > most:
            raise ValidationError(
                _("This passphrase is too long. %(most)d characters are enough.") % {"most": most},
                "password_too_long",
            )

    def get_help_text(self) -> str:
        return _("At least 12 characters. A short sentence is easy to remember.")


class KnownValidator:
    """Refuses what many people use, also when it is doubled or numbered, and what was stolen."""

    def validate(self, password: str, user: object = None) -> None:
        if is_common(password) or is_breached(password):
            raise ValidationError(
                _("Many people use this passphrase. Please choose another."), "password_too_common"
            )

    def get_help_text(self) -> str:
        return ""


def is_common(passphrase: str) -> bool:
    """Whether little but a well-known word, a row of keys or one thing repeated stands here."""
    lower = passphrase.casefold()
    bare = re.sub(r"[\s_-]+", "", lower)
    forms = {lower, bare, END.sub("", bare), START.sub("", bare), START.sub("", END.sub("", bare))}
    forms |= {repeated(form) for form in forms}
    forms |= {END.sub("", form) for form in forms}
    # Nothing left means that there was no word at all: digits alone are no rule's business.
    return any(f and (len(f) < 3 or f in _common() or _is_row(f)) for f in forms)


def repeated(text: str) -> str:
    """What is repeated, if the text is one thing several times: salasanasalasana → salasana."""
    for size in range(1, len(text) // 2 + 1):
        if len(text) % size == 0 and text == text[:size] * (len(text) // size):
            return text[:size]
    return text


def _is_row(text: str) -> bool:
    return len(text) > 3 and any(text in row or text in row[::-1] for row in ROWS)


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords) | OURS
