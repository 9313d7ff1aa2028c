"""The hat: a role worn on one message, stamped as it was then (PV-01, PV-03).

A hat is found by its key among what the person holds now; it cannot be made from a form's fields.
"""

from collections.abc import Container
from dataclasses import asdict, dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from community.core.errors import Refused

from .models import Role, User
from .tasks import TASK_OF, may_take

# Roles that speak to members. An editor or a coordinator has no hat of that name in talk.
SPEAKING = (Role.Kind.MODERATOR, Role.Kind.FACILITATOR, Role.Kind.VOLUNTEER)


@dataclass(frozen=True)
class Hat:
    """What a message says of its writer's role, words by language included."""

    key: str
    kind: str
    title: dict[str, str]
    organisation: dict[str, str]
    shown_name: str
    checked_on: str  # ISO date; empty for roles without a register
    credential: str  # its ref; empty for roles without one
    field: str

    def stamp(self) -> dict:
        """The hat as it is stored on a message."""
        return asdict(self)

    @classmethod
    def from_stamp(cls, stamp: dict) -> "Hat | None":
        """The hat a message was written in; None for a plain member's."""
        return cls(**stamp) if stamp else None

    @property
    def label(self) -> str:
        """The role in words, in the reader's language."""
        if self.kind == Role.Kind.PROFESSIONAL:
            return in_language(self.title)
        return str(Role.Kind(self.kind).label)

    def is_past(self, standing: Container[str]) -> bool:
        """Whether it is a profession's, and not among those that hold today (PV-01)."""
        return bool(self.credential) and self.credential not in standing

    @property
    def employer(self) -> str:
        """The organisation in words, in the reader's language."""
        return in_language(self.organisation)


def in_language(words: dict[str, str]) -> str:
    """The reader's language, else Finnish, else whatever there is."""
    code = (get_language() or "fi").split("-")[0]
    return words.get(code) or words.get("fi") or next(iter(words.values()), "")


def hats_of(person: User) -> list[Hat]:
    """All hats this person may wear at this moment; professions first."""
    worn = []
    if person.has_role(Role.Kind.PROFESSIONAL):
        for one in person.credentials.standing():
            worn.append(
                Hat(
                    key=one.ref,
                    kind=Role.Kind.PROFESSIONAL,
                    title=one.title,
                    organisation=one.organisation,
                    shown_name=one.shown_name,
                    checked_on=one.checked_on.isoformat(),
                    credential=one.ref,
                    field=one.field,
                )
            )
    for kind in SPEAKING:
        if may_take(person, TASK_OF[kind]):
            worn.append(Hat(kind.value, kind.value, {}, {}, "", "", "", ""))
    return worn


def hat_for(person: User, key: str) -> Hat | None:
    """The hat with that key, if this person holds it now; None for an empty key.

    Raises Refused for any other key, whoever made it up.
    """
    if not key:
        return None
    for hat in hats_of(person):
        if hat.key == key:
            return hat
    raise Refused(_("You cannot write in that role at the moment."))
