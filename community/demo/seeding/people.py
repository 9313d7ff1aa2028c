"""The cast as accounts: signed up, given roles and checked through the ordinary verbs."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from community.accounts import services
from community.accounts.models import Credential, Role, User, key_of
from community.demo.cast import CAST, Person

# Who signs up during the demo's evening is not there yet.
NOT_YET = {"aino"}
GIVES_ROLES = "outi"


def passphrase_of(key: str) -> str:
    """The passphrase of one of the cast. The demo is for one machine and holds nobody's data."""
    return f"lamppu ikkunalla {key}"


def load_people() -> dict[str, User]:
    """Everybody of the cast who is here from the start, by key. Safe to run again."""
    found = {one.key: _person(one) for one in CAST if one.key not in NOT_YET}
    giver = found[GIVES_ROLES]
    for one in CAST:
        if one.key in found:
            _roles(found[one.key], one, giver)
            _credential(found, one)
    return found


def _person(one: Person) -> User:
    kept = User.objects.filter(key=key_of(one.pseudonym)).first()
    if kept:
        return kept
    with transaction.atomic():
        now = timezone.now()
        return User.objects.create_user(
            one.pseudonym,
            passphrase_of(one.key),
            language=one.language,
            adult_declared_at=now,
            rules_accepted_at=now,
            special_data_consent_at=now,
        )


def _roles(person: User, one: Person, giver: User) -> None:
    for kind in one.roles:
        if kind != Role.Kind.PROFESSIONAL and not person.has_role(kind):
            services.give_role(person, kind, by=giver)


def _credential(found: dict[str, User], one: Person) -> None:
    if one.credential is None:
        return
    person, given = found[one.key], one.credential
    checked_on = timezone.localdate() - timedelta(days=given.checked_days_ago)
    if Credential.objects.standing().filter(person=person).exists():
        return
    services.verify(
        person,
        field=given.field,
        title=vars(given.title),
        organisation=vars(given.organisation),
        register=given.register.fi,
        register_number=given.register_number,
        shown_name=given.shown_name,
        checked_on=checked_on,
        by=found[given.checked_by],
    )
