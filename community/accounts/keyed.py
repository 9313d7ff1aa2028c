"""Keyed hashes of what must never be stored, under keys that live outside the database (ID-04).

Keys are a chain, oldest first, from `settings.IDENTITY_KEYS`. A new key is put behind the others
and turned over what is stored, so that a key that leaked can be outlived without asking anybody
for the identifier again. A keyed hash is still personal data: whoever has database and keys can
try every identity code there is.
"""

import hmac
from functools import reduce

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db.models import QuerySet
from django.views.decorators.debug import sensitive_variables

LENGTH = 64


@sensitive_variables()
def keyed(purpose: str, text: str) -> str:
    """The hash that is stored: 64 hexadecimal digits, another one for each purpose."""
    return every_version(purpose, text)[-1]


@sensitive_variables()
def every_version(purpose: str, text: str) -> list[str]:
    """What older and newer rows hold for the same text: after one key, after two, …

    Raises ImproperlyConfigured, without the text, when the operator gave no key.
    """
    found = [_turn(keys()[0], f"{purpose}\x1f{text}")]
    for key in keys()[1:]:
        found.append(_turn(key, found[-1]))
    return found


def version() -> int:
    """How many keys a hash made now went through."""
    return len(keys())


def brought_up(stored: str, since: int) -> str:
    """A stored hash of an older version, turned with every key that came after it."""
    return reduce(lambda kept, key: _turn(key, kept), keys()[since:], stored)


def bring_up(rows: QuerySet, *names: str) -> int:
    """Turn what older rows hold in these columns with the newer keys; how many rows there were."""
    behind = list(rows.filter(key_version__lt=version()).select_for_update())
    for row in behind:
        for name in names:
            stored = getattr(row, name)
            setattr(row, name, stored and brought_up(stored, row.key_version))
        row.key_version = version()
        row.save(update_fields=[*names, "key_version"])
    return len(behind)


def keys() -> tuple[str, ...]:
    if not settings.IDENTITY_KEYS:
        raise ImproperlyConfigured("IDENTITY_KEYS is empty: nobody can be identified.")
    return tuple(settings.IDENTITY_KEYS)


@sensitive_variables()
def _turn(key: str, text: str) -> str:
    return hmac.digest(key.encode(), text.encode(), "sha256").hex()
