"""Who keeps the people with tasks, and the rules that the coordinator's verbs share.

For everybody else that side is not there: a refusal would tell that somebody may.
"""

from django.utils.translation import gettext_lazy as _

from community.core.errors import Concealed, Refused

from .models import Role, User


def keeps_people(person: object) -> bool:
    """Whether this person is a coordinator at this moment."""
    return bool(
        person.is_authenticated and person.is_active and person.has_role(Role.Kind.COORDINATOR)
    )


def require_coordinator(by: User) -> None:
    """Raise Concealed for everybody but a coordinator."""
    if not keeps_people(by):
        raise Concealed


def require_another(by: User, person: User) -> None:
    """Raise Refused when a coordinator acts on the own person: another one has to."""
    if by.pk == person.pk:
        raise Refused(_("This is about yourself. Please ask another coordinator to do it."))
