"""Back in without passphrase and e-mail: a pseudonym and a code of the sheet (ID-17)."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community.core.errors import Refused

from . import changes, codes, devices
from .models import Change, User, key_of


@transaction.atomic
def recover(*, pseudonym: str, code: str, passphrase: str) -> User:
    """A new passphrase for whose code this is; every session of this person ends (SE-08).

    Raises Refused with one and the same sentence, whatever did not fit (ID-07). The passphrase is
    hashed first, so that the answer takes as long either way.
    """
    hashed = make_password(passphrase)
    person = codes.spend(code, key_of(pseudonym))
    if person is None:
        raise Refused(_("The pseudonym and the code do not go together. Please try again."))
    person.password = hashed
    person.save(update_fields=["password"])
    changes.note(person, Change.What.RECOVERED)
    devices.end_all(person)
    return person


@transaction.atomic
def change(passphrase: str, *, by: User) -> None:
    """A new passphrase; the caller keeps this session, all others end (SE-08)."""
    by.set_password(passphrase)
    by.save(update_fields=["password"])
    changes.note(by, Change.What.PASSPHRASE)
