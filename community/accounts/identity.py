"""Identifying a person once: two keyed hashes are kept, everything else is dropped (ID-04, ID-05).

No door calls this yet: the bank and wallet doors are a later issue. It refuses to tell one account
anything of another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from community import audit
from community.audit import Tag
from community.core.errors import Refused
from community.core.happenings import publish

from . import keyed
from .events import Identified
from .identity_models import FormerIdentity, Identity
from .identity_names import birth_line
from .models import User

ADULT = 18
PERSON, NAME = "person", "name"  # two purposes: one hash never equals the other


class Outcome(StrEnum):
    """All that is answered. The second says the same for every reason there is."""

    VERIFIED = "verified"
    NEEDS_A_PERSON = "needs_a_person"


@dataclass(frozen=True, repr=False)
class Keys:
    """The hashes of one identification. Its repr tells nothing, should it reach a log."""

    person: str
    older: tuple[str, ...]
    name: str

    def __repr__(self) -> str:
        return "Keys(…)"


@sensitive_variables("identifier", "given_names", "family_name", "birth_date", "keys")
def identify(
    person: User,
    *,
    identifier: str,
    given_names: str,
    family_name: str,
    birth_date: date,
    method: str,
    by: User | None,
) -> Outcome:
    """Mark this account as a verified grown-up's; the five facts are gone when this returns.

    Whoever cannot be verified here, for whatever reason, gets the same answer and leaves no trace:
    above all somebody who has another account, or who holds the bank codes of somebody who has one
    (ID-05). Raises Refused, and stores nothing, when the person is under 18.
    """
    if not _is_adult(birth_date):
        raise Refused(_("This is a place for grown-ups. Please look at the pages for the young."))
    keys = _keys(identifier, given_names, family_name, birth_date)
    if Identity.objects.filter(_elsewhere(person, keys)).exists():
        return Outcome.NEEDS_A_PERSON
    try:
        _keep(person, keys, method, by)
    except IntegrityError:  # the same person at the same moment in two accounts
        return Outcome.NEEDS_A_PERSON
    return Outcome.VERIFIED


def is_verified(person: User) -> bool:
    """Whether this account is a verified person's (ID-03)."""
    return person.is_authenticated and Identity.objects.filter(person=person).exists()


def accounts_of_same_person(ids: Iterable[int]) -> set[int]:
    """These accounts, and every account of now or before of the same verified people (PB-10)."""
    known = set(ids)
    keys = _keys_of(known)
    if not keys:
        return known
    now = Identity.objects.filter(person_key__in=keys).values_list("person_id")
    before = FormerIdentity.objects.filter(person_key__in=keys).values_list("person_id")
    return known.union(person_id for (person_id,) in now.union(before))


@transaction.atomic
def put_key_aside(person: User) -> None:
    """Somebody leaves from whom somebody else is parted: the key stays until that block goes."""
    for identity in Identity.objects.filter(person=person):
        FormerIdentity.objects.update_or_create(
            person=person,
            defaults={"person_key": identity.person_key, "key_version": identity.key_version},
        )


def forget(person: User) -> None:
    """Somebody leaves: the account is nobody's any more. Safe to run twice."""
    Identity.objects.filter(person=person).delete()


def forget_former(*, but: Iterable[int] = ()) -> int:
    """Let go of the keys of people who left, but those somebody is still parted from."""
    return FormerIdentity.objects.exclude(person__in=set(but)).delete()[0]


@transaction.atomic
def turn_keys() -> int:
    """Bring every stored hash up to the newest key; how many there were. Safe to run twice."""
    return keyed.bring_up(Identity.objects.all(), "person_key", "name_key") + keyed.bring_up(
        FormerIdentity.objects.all(), "person_key"
    )


@sensitive_variables()
def name_keys(given_names: str, family_name: str, birth_date: date) -> list[str]:
    """The keyed hash of a name and birth date after each key, newest last; empty for no name."""
    line = birth_line(given_names, family_name, birth_date)
    return keyed.every_version(NAME, line) if line else []


@sensitive_variables()
def _keys(identifier: str, given_names: str, family_name: str, birth_date: date) -> Keys:
    code = "".join(identifier.split()).upper()
    if not code:
        raise ValueError("an identification came without an identifier")
    *older, newest = keyed.every_version(PERSON, code)
    names = name_keys(given_names, family_name, birth_date) if settings.DISTANCE_LIST else []
    return Keys(newest, tuple(older), names[-1] if names else "")


def _keys_of(ids: set[int]) -> set[str]:
    now = Identity.objects.filter(person__in=ids).values_list("person_key")
    before = FormerIdentity.objects.filter(person__in=ids).values_list("person_key")
    return {key for (key,) in now.union(before)} if ids else set()


@sensitive_variables("keys")
def _elsewhere(person: User, keys: Keys) -> Q:
    """This person has another account, or this account is another person's."""
    same_key = Q(person_key__in=[keys.person, *keys.older])
    return (same_key & ~Q(person=person)) | (Q(person=person) & ~same_key)


@sensitive_variables("keys")
@transaction.atomic
def _keep(person: User, keys: Keys, method: str, by: User | None) -> None:
    kept, _is_new = Identity.objects.update_or_create(
        person=person,
        defaults={
            "person_key": keys.person,
            "name_key": keys.name,
            "key_version": keyed.version(),
            "method": Identity.Method(method),
            "verified_at": timezone.now(),
        },
    )
    audit.record(by, Tag.PERSON_IDENTIFIED, kept, method=str(kept.method))
    publish(Identified(person_id=person.pk))


@sensitive_variables()
def _is_adult(birth_date: date) -> bool:
    today = timezone.localdate()
    had_birthday = (today.month, today.day) >= (birth_date.month, birth_date.day)
    return today.year - birth_date.year - (not had_birthday) >= ADULT
