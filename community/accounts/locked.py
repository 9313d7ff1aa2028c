"""Locks a short secret that we must be able to read again, with a key from outside the database."""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def lock(text: str) -> str:
    """The text, unreadable without the site's key."""
    return _keys().encrypt(text.encode()).decode()


def unlock(text: str) -> str:
    """What was locked. Raises InvalidToken when neither this nor an older key locked it."""
    return _keys().decrypt(text.encode()).decode()


def _keys() -> MultiFernet:
    """The newest first, so that a changed SECRET_KEY still opens what the last one locked."""
    return MultiFernet([_key(k) for k in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"second factors").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
