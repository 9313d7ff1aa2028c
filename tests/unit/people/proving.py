"""What tests of the way in share: typing what a person types, and what an app shows."""

import time

from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from community.accounts import factors
from community.accounts.models import User
from tests.conftest import PASSPHRASE

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client: Client, name: str, passphrase: str = PASSPHRASE, **typed):
    """The answer of the sign-in page."""
    given = {"pseudonym": name, "passphrase": passphrase, **typed}
    return client.post(reverse("accounts:sign_in"), given)


def with_app(person: User) -> User:
    """The same person, whose app knows the key above."""
    factors.add_app(KEY, by=person)
    return person


def code(steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return totp.format_hotp_value(totp.hotp_value(KEY, int(time.time()) // 30 + steps))
