"""A second factor for all of the cast who have a task, made at random for each demo (ID-09)."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt

from community.accounts import factors
from community.accounts.models import User


def load_factors(people: dict[str, User]) -> None:
    """An app for each who has a task and none yet. Safe to run again."""
    for person in people.values():
        if person.has_tasks and not factors.has_app(person):
            factors.add_app(totp.generate_totp_secret(), by=person)


def key_of_app(person: User) -> str:
    """The key of this person's app; empty when there is none. For a demo only."""
    app = factors.of(person).filter(type=Authenticator.Type.TOTP).first()
    return decrypt(app.data["secret"]) if app else ""


def code_now(person: User) -> str:
    """What this person's app shows at this moment; empty without an app."""
    key = key_of_app(person)
    return totp.format_hotp_value(totp.hotp_value(key, int(time.time()) // 30)) if key else ""
