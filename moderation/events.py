"""What happened at the desk. Ids only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DeskHappening:
    review_id: int


class Held(DeskHappening):
    """A text began to wait."""


class Claimed(DeskHappening):
    """Somebody is reading it."""


class Released(DeskHappening):
    """It is free for others again."""


class Approved(DeskHappening):
    """Readers see it. The room tells them so itself (one way only)."""


class Declined(DeskHappening):
    """Its writer has a statement of reasons."""


class TakenBack(DeskHappening):
    """It waits no more: the writer took it back or wrote it anew."""
