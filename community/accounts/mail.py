"""The one mail of this room: a code to type in. It names nobody and nothing (EX-09)."""

from django.utils.translation import get_language

from community.core import letters


def send_code(email: str, code: str) -> None:
    """Mail a code, in the language of the page where it was asked for."""
    letters.send("code", to=email, language=get_language(), code=code)
