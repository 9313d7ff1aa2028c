"""The statement of reasons (MC-15): what, facts, how found, which rule, how to appeal; put into
words when it is read, so that the house speaks the reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models import Review
from .rules import Rule


@dataclass(frozen=True)
class Statement:
    """What a writer is told of a decline; `facts` are the decider's own words."""

    what: str
    facts: str
    found: str
    rule: str
    appeal: str

    def __iter__(self) -> Iterator[str]:
        return iter((self.what, self.facts, self.found, self.rule, self.appeal))


def statement_of(review: Review) -> Statement:
    """The statement of a declined review, in the language that is active now."""
    return Statement(
        what=_("Others do not see this text. This has no end date."),
        facts=review.reason,
        found=_found(review),
        rule=_("The rule: %(rule)s.") % {"rule": Rule(review.rule).label},
        appeal=_("You can write it anew. A person reads it again."),
    )


def _found(review: Review) -> str:
    if review.lane == Review.Lane.REPORTED:
        return _("It was reported to us. A person decided.")
    return _("Automatic checks set it aside for reading. A person decided.")
