"""An address to write to, if somebody wants one: confirmed by a typed code, shown to nobody.

Until the code is typed the address stands in the session only, so nothing is kept of a mistake.
"""

from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.models import EmailAddress
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from community.core import limits
from community.core.errors import Refused

from . import changes
from .models import Change, User
from .pseudonyms import skeleton

SHORTEST_PART = 3  # a shorter first part is in every other name by chance


def waiting(request: HttpRequest) -> str:
    """The address whose code is waited for; empty when none is."""
    process = EmailVerificationProcess.resume(request)
    return process.email if process else ""


def send_code(request: HttpRequest, email: str, *, by: User) -> None:
    """Mail a code to this address. Raises Refused when it would tell the pseudonym (ID-11)."""
    limits.spend("codes", by.ref)
    if gives_away(email, by.pseudonym):
        raise Refused(
            _("Your pseudonym is part of this address. Please use an address that tells nothing.")
        )
    EmailVerificationProcess.initiate(request=request, user=by, email=email.lower())


@transaction.atomic
def confirm(request: HttpRequest, code: str, *, by: User) -> bool:
    """Whether the code was right; then the address is the person's, and the only one."""
    limits.spend("codes", by.ref)
    process = EmailVerificationProcess.resume(request)
    if process is None or process.user != by:
        raise Refused(_("This code is not good any more. Please let us send another."))
    if not _same(code, process.code):
        process.record_invalid_attempt()
        return False
    EmailAddress.objects.filter(user=by).delete()
    process.finish()
    by.refresh_from_db(fields=["email"])
    changes.note(by, Change.What.EMAIL)
    return True


@transaction.atomic
def take_away(*, by: User) -> None:
    """No address any more; nothing of it is kept."""
    gone, _kinds = EmailAddress.objects.filter(user=by).delete()
    if gone or by.email:
        by.email = ""
        by.save(update_fields=["email"])
        changes.note(by, Change.What.EMAIL_REMOVED)


def gives_away(email: str, pseudonym: str) -> bool:
    """Whether the pseudonym contains what stands before the address's @ (ID-11)."""
    part = skeleton(email.partition("@")[0])
    return len(part) >= SHORTEST_PART and part in skeleton(pseudonym)


def _same(typed: str, code: str) -> bool:
    def plain(text: str) -> str:
        return "".join(sign for sign in text.upper() if sign.isalnum())

    return bool(code) and plain(typed) == plain(code)
