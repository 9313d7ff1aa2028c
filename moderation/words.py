"""Findings in words for colleagues; the finding itself holds codes only."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .models import Finding

COUNTED = {
    "identity_codes": lambda count: ngettext(
        "%(count)d identity code", "%(count)d identity codes", count
    ),
    "telephones": lambda count: ngettext(
        "%(count)d telephone number", "%(count)d telephone numbers", count
    ),
    "mail_addresses": lambda count: ngettext(
        "%(count)d e-mail address", "%(count)d e-mail addresses", count
    ),
}


def in_words(finding: Finding) -> str:
    """One sentence on what a check found; an unknown check is named, not hidden."""
    say = SENTENCES.get(finding.found_by)
    return say(finding.details) if say else finding.found_by


def _first_posts(details: dict) -> str:
    # Without the number: who counts along could tell which names are one member's (PB-17).
    return _("A new member.")


def _board_policy(details: dict) -> str:
    return _("In this place everything is read first.")


def _nobody_reading(details: dict) -> str:
    return _("It was written outside our reading hours.")


def _telling_details(details: dict) -> str:
    parts = [
        COUNTED[name](details[name]) % {"count": details[name]}
        for name in COUNTED
        if name in details
    ]
    return _("It may tell who somebody is: %(found)s.") % {"found": ", ".join(parts)}


SENTENCES = {
    "first_posts": _first_posts,
    "board_policy": _board_policy,
    "nobody_reading": _nobody_reading,
    "telling_details": _telling_details,
}
