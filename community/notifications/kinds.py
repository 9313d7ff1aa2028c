"""The few kinds of notices there are, each with its words; a kind that is not here tells nobody."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    """What a person may choose about, in words that hold for every notice of it."""

    name: str
    label: str | Promise  # on the page of choices
    line: str | Promise  # in the inbox, when the place itself says nothing better
    always: bool = False  # the inbox cannot be shut for it


_ALL = (
    Kind("answers", _("Answers in discussions I follow"), _("There is something new to read.")),
    Kind("read", _("My message has been read by the team"), _("Your message has been read.")),
    Kind("groups", _("My groups"), _("There is something new.")),
    Kind("tasks", _("My tasks here"), _("There is something for you to do.")),
    Kind("safety", _("Changes to my account"), _("Something has changed."), always=True),
)
KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}
