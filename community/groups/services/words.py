"""What may be stored of typed words; refuses what no database can hold and what is too long."""

import re

from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.errors import Refused
from community.core.text import is_blank

# Invisible controls; line breaks and tabs stay.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def storable(typed: str) -> str:
    """The words without controls. Raises Refused for half characters that no database takes."""
    try:
        typed.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused(_("There are characters in this text that cannot be kept.")) from None
    return CONTROLS.sub("", typed.replace("\r\n", "\n").replace("\r", "\n"))


def cleaned(body: str) -> str:
    """A message within its limits. Raises Refused when nothing can be seen or it is too long."""
    source = storable(body).strip()
    if is_blank(source):
        raise Refused(_("There is no text yet. Please write something first."))
    if len(source) > promises.GROUP_MESSAGE_LENGTH:
        raise Refused(
            _("The message is %(length)d characters long. At most %(most)d fit; nothing is lost.")
            % {"length": len(source), "most": promises.GROUP_MESSAGE_LENGTH}
        )
    return source
