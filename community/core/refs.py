"""Public references: opaque, unguessable, without order. No id of the database leaves the house."""

import base64
import re
import secrets

from django.db import models

LENGTH = 16
PATTERN = "[a-z2-7]{16}"


def new_ref() -> str:
    """Sixteen characters a-z2-7: 80 random bits (PB-03 asks for at least 64)."""
    return base64.b32encode(secrets.token_bytes(10)).decode().lower()


def ref_in(text: object) -> str:
    """The reference somebody sent, or nothing: whatever else it is never reaches the database."""
    return text if isinstance(text, str) and re.fullmatch(PATTERN, text) else ""


class RefField(models.CharField):
    """A row's public reference, made once."""

    def __init__(self, **kwargs):
        given = {"max_length": LENGTH, "unique": True, "default": new_ref, "editable": False}
        super().__init__(**{**given, **kwargs})


class RefConverter:
    """`<ref:ref>` in a URL: anything else is no page of ours."""

    regex = PATTERN

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
