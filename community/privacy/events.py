"""What people decided about everything of theirs. Ids and refs only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PersonHidden:
    """From now on nobody sees anything of this person: open pages of others are told to look."""

    person_id: int
    person_ref: str


@dataclass(frozen=True)
class PersonShown:
    person_id: int
    person_ref: str
