"""Which numbered requirements have a passing test: said after each run, kept in `var/`.

A test shows the requirements its name begins with: `test_PB_08_PB_09_…`. Runs of parts of the suite
add up; a test that is gone from the tree is forgotten.
"""

import fcntl
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "var" / "requirements.json"
NUMBER = re.compile(r"(?:CH|ID|PB|MC|PV|CA|RT|PR|TR|EX|AC|PF|LA|SE)_\d\d")
_seen: dict[str, str] = {}


def numbers_in(test: str) -> list[str]:
    """The requirements a test's name begins with."""
    found = re.match(rf"test_((?:{NUMBER.pattern}_)+)", test)
    return [one.replace("_", "-") for one in NUMBER.findall(found[1])] if found else []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if report.when == "call" or report.failed:
        _seen[report.nodeid] = report.outcome


def pytest_terminal_summary(terminalreporter) -> None:
    if not _seen:
        return
    outcomes = kept_with(_seen)
    shown = {one for test, how in outcomes.items() if how == "passed" for one in _numbers(test)}
    broken = {one for test, how in outcomes.items() if how == "failed" for one in _numbers(test)}
    words = f"Requirements with a passing test: {len(shown - broken)}"
    terminalreporter.write_line(f"{words}; with a failing one: {len(broken)}. See {KEPT.name}.")


def kept_with(fresh: dict[str, str]) -> dict[str, str]:
    """What is known of every test of the tree, by name; lanes that end together wait in turn."""
    KEPT.parent.mkdir(exist_ok=True)
    with KEPT.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        text = file.read()
        known = (json.loads(text)["tests"] if text else {}) | fresh
        known = {test: how for test, how in known.items() if (ROOT / test.split("::")[0]).exists()}
        table: dict[str, dict[str, int]] = {}
        for test, how in known.items():
            for one in _numbers(test):
                row = table.setdefault(one, {})
                row[how] = row.get(how, 0) + 1
        file.truncate(0)
        json.dump({"requirements": dict(sorted(table.items())), "tests": known}, file, indent=1)
    return known


def _numbers(nodeid: str) -> list[str]:
    return numbers_in(nodeid.rsplit("::", 1)[-1])
