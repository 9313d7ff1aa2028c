"""Second factors: an app that shows codes, passkeys; one-use codes stand in for both (ID-09)."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from community import audit
from community.audit import Tag
from community.core.errors import Refused

from . import changes, codes, devices, proofs
from .models import Change, User

APP, PASSKEY, SHEET = Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN, "sheet"
MOST_PASSKEYS = 8
BROKEN = (ValidationError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


# --- questions ---------------------------------------------------------------------------------


def of(viewer: User) -> QuerySet[Authenticator]:
    """The factors of this person, oldest first."""
    return Authenticator.objects.filter(user=viewer).order_by("pk")


def has_any(viewer: User) -> bool:
    return of(viewer).exists()


def has_app(viewer: User) -> bool:
    return of(viewer).filter(type=APP).exists()


def has_passkey(viewer: User) -> bool:
    return of(viewer).filter(type=PASSKEY).exists()


def listed(viewer: User) -> list[dict[str, str]]:
    """The factors in words, each with a mark that tells no number."""
    return [{"mark": _mark(one), "kind": one.type, "name": _name(one)} for one in of(viewer)]


def _name(one: Authenticator) -> str:
    return one.wrap().name if one.type == PASSKEY else str(_("An app that shows codes"))


def recorded(person: User, tag: Tag, **facts: str) -> None:
    """SE-17: what concerns the way to a task stands in the record; of a member nothing does."""
    if person.has_tasks:
        audit.record(person, tag, person, **facts)


def _mark(one: Authenticator) -> str:
    return salted_hmac("factor", str(one.pk)).hexdigest()[:16]


# --- showing one -------------------------------------------------------------------------------


def shown_by_code(person: User, code: str) -> str:
    """Which factor this typed code shows: the app's, or one of the sheet; empty for neither."""
    app = of(person).filter(type=APP).first()
    if app and app.wrap().validate_code(code):
        app.record_usage()
        return APP.value
    return SHEET if codes.spend(code, person.key) else ""


def shown_by_passkey(person: User, credential: dict) -> str:
    """Whether the browser's answer shows a passkey of this person; empty when it does not."""
    try:
        webauthn.parse_authentication_response(credential)
        webauthn.complete_authentication(person, credential).record_usage()
    except BROKEN:
        return ""
    return PASSKEY.value


def passkey_question(person: User) -> dict:
    """What the browser is asked, to show one of this person's passkeys."""
    return webauthn.begin_authentication(person) if has_passkey(person) else {}


# --- adding and taking away --------------------------------------------------------------------


@transaction.atomic
def add_app(secret: str, *, by: User) -> None:
    """From now on signing in asks for the code of this app. Raises Refused when there is one."""
    if has_app(by):
        raise Refused(_("There is an app already. Please take it away first."))
    totp.TOTP.activate(by, secret)
    recorded(by, Tag.FACTOR_ADDED, kind=APP.value)
    changes.note(by, Change.What.FACTOR_ADDED)


@transaction.atomic
def add_passkey(credential: dict, name: str, *, by: User) -> None:
    """From now on signing in may ask for this passkey. Raises Refused when it is none."""
    if of(by).filter(type=PASSKEY).count() >= MOST_PASSKEYS:
        raise Refused(_("That is the most passkeys we keep. Please take one away first."))
    try:
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(credential)
    except BROKEN:
        raise Refused(_("The passkey did not arrive here. Please try again.")) from None
    webauthn.WebAuthn.add(by, name[:40] or str(_("Passkey")), credential)
    recorded(by, Tag.FACTOR_ADDED, kind=PASSKEY.value)
    changes.note(by, Change.What.FACTOR_ADDED)


@transaction.atomic
def take_away(mark: str, request: HttpRequest, *, by: User) -> None:
    """Take this one away; after the last one nothing open counts as confirmed any more."""
    chosen = [one for one in of(by) if _mark(one) == mark]
    if not chosen:
        return
    chosen[0].delete()
    recorded(by, Tag.FACTOR_REMOVED, kind=chosen[0].type)
    changes.note(by, Change.What.FACTOR_REMOVED)
    if not has_any(by):
        proofs.forget_second(request.session)
        devices.end_all(by, but=request.session.session_key)
