"""What a session has proven: a passphrase or a second factor, and when. Kept with the session.

The record is allauth's own, so that its pipeline and our pages speak of the same thing.
"""

import time
from types import SimpleNamespace

from allauth.account.internal.flows import login as records
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from community import promises

from .models import User

PASSPHRASE, SECOND = "password", "mfa"


def proven(request: HttpRequest, person: User, method: str, **more: str) -> None:
    """Write down that this person has just proven who this is. `more` names the kind of factor."""
    records.record_authentication(request, person, method, reauthenticated=True, **more)


def is_confirmed(session: SessionBase, person: User) -> bool:
    """Whether a second factor was shown in this session by this person (ID-09)."""
    return any(one.get("method") == SECOND for one in _of(session, person))


def is_fresh(session: SessionBase, person: User) -> bool:
    """Whether passphrase or second factor was shown a moment ago (SE-09)."""
    since = time.time() - promises.SIGN_IN_FRESH.total_seconds()
    return any(one.get("at", 0) > since for one in _of(session, person))


def _of(session: SessionBase, person: User) -> list[dict]:
    return records.get_authentication_records(SimpleNamespace(session=session), person)


def forget_second(session: SessionBase) -> None:
    """What a factor has shown counts no more: the factor is gone."""
    kept = session.get(records.AUTHENTICATION_METHODS_SESSION_KEY, [])
    session[records.AUTHENTICATION_METHODS_SESSION_KEY] = [
        one for one in kept if one.get("method") != SECOND
    ]
