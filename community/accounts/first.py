"""The one role that nobody can invite to: the first coordinator, made at the machine itself."""

from django.db import transaction
from django.utils.translation import gettext as _

from community.core.errors import Refused

from . import services
from .models import Role, User, key_of


@transaction.atomic
def make_first_coordinator(pseudonym: str) -> Role:
    """Give the role to this member. Raises Refused when there is one, or nobody called so."""
    if Role.objects.standing().filter(kind=Role.Kind.COORDINATOR).exists():
        raise Refused(_("There is a coordinator already, who can invite others."))
    person = User.objects.filter(key=key_of(pseudonym), is_active=True).first()
    if person is None:
        raise Refused(_("Nobody is called so here. The person signs up first."))
    return services.give_role(person, Role.Kind.COORDINATOR, by=None)
