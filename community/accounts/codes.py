"""Eight one-use codes on a sheet of paper: the way back in without e-mail (ID-17).

A code has 49 random bits, and of it only a keyed hash is stored: a stolen table opens nothing.
(allauth keeps one seed from which all codes can be made again; that is why these are ours.)
"""

import secrets

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from community import promises

from . import changes
from .models import Change, OneUseCode, User

SIGNS = "abcdefghjkmnpqrstuvwxyz2345679"  # none that reads like another
LENGTH = 10


@transaction.atomic
def make_sheet(*, by: User) -> list[str]:
    """Eight new codes, shown this once; the ones before are good for nothing any more."""
    OneUseCode.objects.filter(person=by).delete()
    sheet = [_one() for _ in range(promises.ONE_USE_CODES)]
    OneUseCode.objects.bulk_create(
        OneUseCode(person=by, digest=_digest(code, settings.SECRET_KEY)) for code in sheet
    )
    changes.note(by, Change.What.CODES_MADE)
    return sheet


def spend(code: str, key: str) -> User | None:
    """The person of this name's key whose unused code this is; the code is used up.

    One question to the database, whether there is such a person or not (ID-07).
    """
    for found in _unused(code).filter(person__key=key, person__is_active=True)[:1]:
        if OneUseCode.objects.filter(pk=found.pk, used_at=None).update(used_at=timezone.now()):
            return found.person
    return None


def left(viewer: User) -> int:
    """How many codes of the sheet are still good."""
    return OneUseCode.objects.filter(person=viewer, used_at=None).count()


def _unused(code: str) -> QuerySet[OneUseCode]:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    digests = [_digest(code, key) for key in keys]
    return OneUseCode.objects.filter(digest__in=digests, used_at=None).select_related("person")


def _one() -> str:
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return f"{signs[:5]}-{signs[5:]}"


def _digest(code: str, key: str) -> str:
    plain = "".join(sign for sign in code.lower() if sign.isalnum())[:40]
    return salted_hmac("one-use codes", plain, secret=key, algorithm="sha256").hexdigest()
