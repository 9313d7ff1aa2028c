"""Boards and a discussion for the abuse stories, and how many of the twenty are proved."""

from tests.talk import *  # noqa: F403

from .stories import proved, waiting


def pytest_terminal_summary(terminalreporter) -> None:
    """One line after the run: twenty, and which of them wait for what."""
    found, waits = proved(), waiting()
    told = ", ".join(f"{number} ({room})" for number, room in sorted(waits.items()))
    terminalreporter.write_line(
        f"Abuse stories: {len(found)} of 20 proved, {len(waits)} wait: {told}."
    )
