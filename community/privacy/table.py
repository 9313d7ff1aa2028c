"""The public table "what we know of you" and its example, straight from what rooms declare."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from community.core import knowing
from community.core.knowing import Known, Part

TITLES: dict[Part, str | Promise] = {
    Part.BASICS: _("Your account and your words"),
    Part.PRIVATE: _("Your safety and your choices"),
}
OTHERS = _("Of people with a task here, and columns that stay empty")


@dataclass(frozen=True)
class Chapter:
    """Rows of one part, under one heading."""

    title: str | Promise
    rows: list[Known]


def chapters() -> list[Chapter]:
    """Everything we know of people; a test fails when a column is missing here (PR-01)."""
    known = knowing.known()
    return [
        *(
            Chapter(title, [one for one in known if one.part == part and one.members])
            for part, title in TITLES.items()
        ),
        Chapter(OTHERS, [one for one in known if not one.members]),
    ]
