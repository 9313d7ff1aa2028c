"""Asks the gates before a page goes out. Decides nothing itself; pages know their figures."""

from typing import Protocol

from community.core.errors import Refused

from .gates import Finding


class Gated(Protocol):
    """Whatever can say what the gates find."""

    def findings(self) -> list[Finding]: ...


def stopping(findings: list[Finding]) -> list[str]:
    """The sentences that keep a page from going out."""
    return [str(finding.sentence) for finding in findings if finding.stops]


def warning(findings: list[Finding]) -> list[str]:
    """The sentences an editor reads, though the page may go out."""
    return [str(finding.sentence) for finding in findings if not finding.stops]


def require_open_gates(page: Gated) -> None:
    """Let the page through, or raise Refused with every reason at once."""
    if reasons := stopping(page.findings()):
        raise Refused(" ".join(reasons))
