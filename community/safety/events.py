"""What happened between people. References only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parted:
    """From now on these two see nothing of each other. Neither is told."""

    person_refs: tuple[str, str]
