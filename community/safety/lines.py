"""Who answers now: the lines of help named on the crisis page, and where each number is from.

Kept in code, not in the editors' database: this page must stand when everything else is broken.
When they were last checked is the operator's to say (`settings.HELP_LINES_CHECKED`, CH-08).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Line:
    """One line of help: words for people, and where the facts come from."""

    name: str | Promise
    number: str
    text: str | Promise
    hours: str | Promise
    source: str
    urgent: bool = False

    @property
    def tel(self) -> str:
        """The number as a telephone dials it."""
        return self.number.replace(" ", "")


LINES = (
    Line(
        _("Emergency number"), "112",
        _("When somebody is in danger now."), _("Day and night"),
        "112.fi", urgent=True,
    ),
    Line(
        _("Nollalinja"), "080 005 005",
        _("For fear and violence in close relationships. "
          "Free, and does not show on the phone bill."),
        _("Day and night, with interpreters"), "nollalinja.fi",
    ),
    Line(
        _("Crisis line of MIELI"), "09 2525 0111",
        _("When it feels too much to carry alone."), _("Day and night, in Finnish"),
        "mieli.fi",
    ),
    Line(
        _("Crisis line in Swedish"), "09 2525 0112",
        _("The same in Swedish."), _("Part of the day; please check the hours"),
        "mieli.fi",
    ),
    Line(
        _("Line for children and young people"), "116 111",
        _("A child can call alone about anything. The call is free."), _("Every day"),
        "mll.fi",
    ),
    Line(
        _("Line for children in Swedish"), "0800 96 116",
        _("The same in Swedish."), _("Some hours from Monday to Thursday; please check the hours"),
        "mll.fi",
    ),
    Line(
        _("Victim Support Finland"), "116 006",
        _("When you have met a crime or are afraid of one."), _("Weekdays"),
        "riku.fi",
    ),
)  # fmt: skip
