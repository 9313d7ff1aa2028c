"""What happened with notices. Refs only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class InboxChanged:
    """Something came into a person's inbox, or went from it."""

    person_ref: str
