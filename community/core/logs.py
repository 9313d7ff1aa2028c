"""What the log may hold: what failed and where in the code; never what came from a person (PR-11).

Exceptions carry words in their messages ("Key (pseudonym)=(…) already exists"), and Django's own
lines carry addresses. So of an exception only its kind and the places in the code are written, and
of a line by anybody else's code only its fixed words.
"""

import logging
import re
import traceback
from types import TracebackType

OURS = ("community", "cms", "forum", "moderation")
Raised = tuple[type[BaseException], BaseException, TracebackType | None]
SLOT = re.compile(r"%(\(\w+\))?[#0\- +]*[\d.*]*[diouxXeEfFgGcrsa]")


class Quiet(logging.Formatter):
    """Writes lines that anybody may read. Vendors' lines lose whatever was put into them."""

    def format(self, record: logging.LogRecord) -> str:
        safe = logging.makeLogRecord({**record.__dict__, "exc_text": None, "stack_info": None})
        if not is_ours(record.name):
            safe.msg, safe.args = fixed_words(record), ()
        return super().format(safe)

    def formatException(self, raised: Raised) -> str:  # noqa: N802 (the library's name)
        """The kinds of what was raised, the first cause first, each with its places in the code."""
        return "\n".join(_told(error) for error in _causes(raised[1]))


def is_ours(logger: str) -> bool:
    """Ours say names of functions and counts only; a test of canaries holds us to it."""
    return logger.split(".")[0] in OURS


def fixed_words(record: logging.LogRecord) -> str:
    """The line without what was filled in; of an answer its number, never its address."""
    status = getattr(record, "status_code", None)
    if status:
        return f"answered {status}"
    if record.args and isinstance(record.msg, str):
        return SLOT.sub("…", record.msg)
    # A line that was put together before it came here cannot be told from what is in it.
    return f"see {record.pathname}:{record.lineno}"


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.insert(0, error)
        hidden = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or hidden
    return found


def _told(error: BaseException) -> str:
    places = traceback.extract_tb(error.__traceback__)
    lines = [f"  {place.filename}:{place.lineno} in {place.name}" for place in places]
    return "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *lines])
