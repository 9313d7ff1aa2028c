"""What happened to an account. Ids and refs only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignedUp:
    person_id: int


@dataclass(frozen=True)
class RightsChanged:
    """Roles, sessions or standing of a person changed: whatever is open is asked again."""

    person_ref: str


@dataclass(frozen=True)
class Identified:
    """A person became a verified one, or was looked at once more (ID-04)."""

    person_id: int


@dataclass(frozen=True)
class CredentialDue:
    """A checked profession has to be looked up again in so many days, or its label falls off."""

    credential_id: int
    days: int


@dataclass(frozen=True)
class SafetyChanged:
    """A line was written into a person's list of safety changes (EX-19)."""

    person_id: int
    what: str
