"""What a rule answers: allowed, refused with a kind reason, or concealed."""

from dataclasses import dataclass

from django.utils.functional import Promise

from community.core.errors import Concealed, Refused


@dataclass(frozen=True)
class Verdict:
    """A rule's answer. True in a condition when it allows."""

    is_allowed: bool
    reason: str | Promise = ""
    is_concealed: bool = False

    def __bool__(self) -> bool:
        return self.is_allowed


def allowed() -> Verdict:
    return Verdict(True)


def refused(reason: str | Promise) -> Verdict:
    """No, and this sentence says why and what one can do."""
    return Verdict(False, reason)


def concealed() -> Verdict:
    """As if the thing had never been (PB-09)."""
    return Verdict(False, is_concealed=True)


def require(verdict: Verdict) -> None:
    """Raise Concealed or Refused unless the rule allows."""
    if verdict.is_concealed:
        raise Concealed
    if not verdict:
        raise Refused(verdict.reason)
