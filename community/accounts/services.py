"""Verbs of people: sign up, give and end a role, verify a profession."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit
from community.audit import Tag
from community.core.errors import Refused
from community.core.happenings import publish

from . import devices, pseudonyms
from .events import RightsChanged, SignedUp
from .models import Credential, Role, User


@transaction.atomic
def sign_up(*, pseudonym: str, passphrase: str, language: str, special_data: bool) -> User:
    """A new member, grown-up by the own word (ID-02). Raises Refused when the name is not free."""
    pseudonyms.check(pseudonym)
    if pseudonyms.is_of_the_house(pseudonym):
        raise Refused(_("This name cannot be used here. Please choose another."))
    now = timezone.now()
    try:
        with transaction.atomic():
            person = User.objects.create_user(
                pseudonym,
                passphrase,
                language=language,
                adult_declared_at=now,
                rules_accepted_at=now,
                special_data_consent_at=now if special_data else None,
            )
    except IntegrityError:
        raise Refused(_("This name cannot be used here. Please choose another.")) from None
    publish(SignedUp(person_id=person.pk))
    return person


@transaction.atomic
def give_role(person: User, kind: str, *, by: User | None) -> Role:
    """Give a task. Giving it twice changes nothing."""
    role, is_new = Role.objects.get_or_create(
        person=person, kind=kind, ended_at=None, defaults={"given_by": by}
    )
    if is_new:
        audit.record(by, Tag.ROLE_GIVEN, role, kind=str(kind))
    person.__dict__.pop("_roles_now", None)
    publish(RightsChanged(person_ref=person.ref))
    return role


@transaction.atomic
def end_role(person: User, kind: str, *, by: User) -> None:
    """Take a task away; open connections are asked again at once (PV-12)."""
    for role in Role.objects.standing().filter(person=person, kind=kind).select_for_update():
        role.ended_at = timezone.now()
        role.save(update_fields=["ended_at"])
        audit.record(by, Tag.ROLE_ENDED, role, kind=str(kind))
        devices.end_all(person)  # SE-08: nothing that was open with the role stays open
    person.__dict__.pop("_roles_now", None)
    publish(RightsChanged(person_ref=person.ref))


@transaction.atomic
def verify(
    person: User,
    *,
    field: str,
    title: dict[str, str],
    organisation: dict[str, str],
    register: str,
    by: User,
    register_number: str = "",
    shown_name: str = "",
    checked_on: date | None = None,
) -> Credential:
    """Record that somebody looked the profession up in the register (PV-02).

    Raises Refused when one checks oneself.
    """
    if person.pk == by.pk:
        raise Refused(_("Somebody else has to check your profession."))
    day = checked_on or timezone.localdate()
    credential = Credential.objects.create(
        person=person,
        field=field,
        title=title,
        organisation=organisation,
        register=register,
        register_number=register_number,
        shown_name=shown_name,
        checked_by=by,
        checked_on=day,
        recheck_by=Credential.recheck_after(day),
    )
    audit.record(by, Tag.CREDENTIAL_VERIFIED, credential, field=str(field))
    give_role(person, Role.Kind.PROFESSIONAL, by=by)
    return credential


def signed_out(person: User) -> None:
    """Whatever this person has open is asked again who it belongs to (RT-07)."""
    publish(RightsChanged(person_ref=person.ref))
