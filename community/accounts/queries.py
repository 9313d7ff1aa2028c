"""Questions about people: what one may wear, and nothing that lists members."""

from collections.abc import Iterable

from .hats import Hat, hats_of
from .models import Credential, Role, User


def wearable(viewer: User) -> list[Hat]:
    """The roles this person may speak in, apart from being a member."""
    return hats_of(viewer) if viewer.is_authenticated else []


def still_standing(refs: Iterable[str]) -> frozenset[str]:
    """Of these professions, stamped on messages, those that hold today; one query (PV-01).

    Asked by nobody in particular: the label is public wherever its message is.
    """
    asked = {ref for ref in refs if ref}
    if not asked:
        return frozenset()
    holding = Role.objects.standing().filter(kind=Role.Kind.PROFESSIONAL).values("person")
    found = Credential.objects.standing().filter(ref__in=asked, person__in=holding)
    return frozenset(found.values_list("ref", flat=True))


def safe_email(person: User) -> str:
    """The address this person has confirmed by a typed code; empty when there is none.

    An address that waits for its code stands in the session only (`emails.py`), never here.
    """
    return person.email
