"""What happened to an account. Ids and refs only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignedUp:
    person_id: int


@dataclass(frozen=True)
class RightsChanged:
    """Roles, sessions or standing of a person changed: whatever is open is asked again."""

    person_ref: str
