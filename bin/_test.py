"""Runs the suite lane by lane and sums it up in plain words; in CI no lane may be left out."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import _machine
import _services
from _environment import PYTHON, ROOT, around, compile_words, ready, say

NOTHING_COLLECTED = 5
PATIENCE = 15  # seconds pytest has to tell what it saw when it is stopped
# A lane decides these for itself; what the caller's shell holds would send it elsewhere.
DECIDED_HERE = (
    "DATABASE_URL", "REDIS_URL", "DATABASE_IS_THROW_AWAY",
    "DJANGO_SETTINGS_MODULE", "DEBUG", "PORT",
)  # fmt: skip
# What runs once more on PostgreSQL and Redis, beside the files that are marked for it.
ON_SERVICES = (
    "journeys", "sockets", "access", "surfaces", "unit/talk/test_reading.py",
    "unit/safety/test_blocking.py", "unit/privacy/test_leaving.py",
    "unit/notices/test_what_may_be_seen.py",
)  # fmt: skip
PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup")


running: list[subprocess.Popen] = []


@dataclass
class Lane:
    """One part of the suite: what pytest is asked, with what around it."""

    name: str
    ask: list[str]
    env: dict[str, str] = field(default_factory=dict)
    missing: str = ""
    beside: bool = False  # runs beside the lane that comes next; its words are told afterwards


@dataclass
class Outcome:
    """How one lane went."""

    lane: Lane
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    code: int = 0
    note: str = ""


class _Ended(KeyboardInterrupt):
    """Somebody ended this program by its number; the servers it started end with it."""


def _ended(*_: object) -> None:
    raise _Ended


def main(args: list[str]) -> int:
    """Make everything ready, run what is asked, sum up; 0 only when nothing failed."""
    ready("lock-test.txt")
    with ExitStack() as until:
        folder = Path(until.enter_context(tempfile.TemporaryDirectory(prefix="rinnalla-test-")))
        folder.chmod(0o711)  # PostgreSQL, as its own user, passes through to its own folder
        compile_words(around(DATA_DIR=folder / "words"))
        lanes = _as_asked(args, folder, until) if args else _all(folder, until)
        outcomes = _run_all(lanes, folder)
    failed = _sum_up(outcomes)
    # Asked for by name, and finding nothing, is a failure too.
    return (outcomes[0].code if args else 0) or failed


def _as_asked(args: list[str], folder: Path, until: ExitStack) -> Iterator[Lane]:
    """One run with the caller's own words, and with what those words mention."""
    asked = " ".join(args)
    env = {name: os.environ[name] for name in DECIDED_HERE if name in os.environ}
    env |= _samples()
    if chromium := _machine.browser() if "browser" in asked else "":
        env |= {"CHROMIUM": chromium, "FIREFOX": _machine.firefox()}
    if "services" in asked:
        env |= _services.start(folder, until)[0]
    yield Lane("as asked", args, env)


def _all(folder: Path, until: ExitStack) -> Iterator[Lane]:
    """The lanes, each prepared only when its turn comes."""
    yield Lane(
        "unit and journeys", ["-m", "not browser and not services and not samples", *PARALLEL]
    )
    services, chromium = _services_lane(folder, until), _machine.browser()
    no_chromium = "" if chromium else "no Chromium was found, and it could not be installed here"
    yield Lane(
        "evening, services",
        ["tests/browser/test_the_evening.py", "-m", "browser"],
        {**services.env, "CHROMIUM": chromium},
        services.missing or no_chromium,
        beside=True,
    )
    yield services
    samples = _samples()
    yield Lane(
        "samples",
        ["-m", "samples"],
        samples,
        "" if samples else "no real files were found; SAMPLES_DIR names their folder",
        beside=True,
    )
    yield Lane(
        "browser",
        ["-m", "browser", "-n", "2", "--dist", "loadfile"],
        {"CHROMIUM": chromium, "FIREFOX": _machine.firefox()},
        no_chromium,
    )


def _services_lane(folder: Path, until: ExitStack) -> Lane:
    """Journeys, sockets and rules once more, and what is marked for it, on PostgreSQL and Redis."""
    say("\nStarting PostgreSQL and Redis for this run …")
    env, missing = _services.start(folder, until)
    if missing and _machine.in_ci() and _machine.install("postgresql", "redis-server"):
        again = folder / "again"
        again.mkdir(mode=0o711)
        env, missing = _services.start(again, until)
    tests = ROOT / "tests"
    marked = (path for path in tests.rglob("test_*.py") if "mark.services" in path.read_text())
    folders = {tests / name for name in ON_SERVICES}
    alone = {path for path in marked if not folders.intersection(path.parents)}
    paths = [str(path.relative_to(ROOT)) for path in sorted(folders | alone)]
    why = f"{' and '.join(missing)} could not be reached or started" if missing else ""
    if not paths:
        why = "no test asks for PostgreSQL and Redis yet"
    return Lane("services", [*paths, "-m", "not browser and not samples", *PARALLEL], env, why)


def _samples() -> dict[str, str]:
    folder = Path(os.environ.get("SAMPLES_DIR") or ROOT.parent / "shared" / "data")
    return {"SAMPLES_DIR": str(folder.resolve())} if folder.is_dir() else {}


def _run_all(lanes: Iterable[Lane], folder: Path) -> list[Outcome]:
    """One lane after the other; where one mostly waits, the next runs beside it."""
    outcomes, waiting = [], []
    with ThreadPoolExecutor() as aside:
        for lane in lanes:
            if lane.beside:
                told = folder / f"{lane.name.replace(' ', '-')}.txt"
                waiting.append((aside.submit(_run, lane, folder, told), told))
                continue
            outcomes.append(_run(lane, folder))
            for other, told in waiting:
                outcomes.append(other.result())
                if told.exists():
                    sys.stdout.write(told.read_text(errors="replace"))
            waiting.clear()
    return outcomes


def _run(lane: Lane, folder: Path, told: Path | None = None) -> Outcome:
    outcome = Outcome(lane)
    if lane.missing:
        outcome.note = lane.missing
        return outcome
    aside = " (beside the next)" if told else ""
    say(f"\n── {lane.name}{aside} " + "─" * (70 - len(lane.name + aside)))
    report = folder / f"{lane.name.replace(' ', '-')}.xml"
    env = {name: value for name, value in os.environ.items() if name not in DECIDED_HERE}
    env |= {"DATA_DIR": str(folder / "data"), **lane.env}
    began = time.monotonic()
    quiet = [] if lane.name == "as asked" else ["-q"]
    command = [PYTHON, "-m", "pytest", *quiet, f"--junitxml={report}", *lane.ask]
    outcome.code = _patiently(command, env, told)
    outcome.seconds = time.monotonic() - began
    _count(outcome, report)
    return outcome


def _patiently(command: list, env: dict[str, str], told: Path | None) -> int:
    """Run to the end; after Ctrl-C pytest still gets to tell what it saw."""
    with told.open("w") if told else nullcontext() as out:
        run = subprocess.Popen(command, cwd=ROOT, env=env, stdout=out, stderr=out)
        running.append(run)
        try:
            return run.wait()
        except KeyboardInterrupt as sign:
            if isinstance(sign, _Ended):  # the keyboard reaches pytest too, a plain kill does not
                for one in running:
                    one.send_signal(signal.SIGINT)
            for one in running:
                _end(one)
            raise
        finally:
            running.remove(run)


def _end(run: subprocess.Popen) -> None:
    try:
        run.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        run.kill()


def _count(outcome: Outcome, report: Path) -> None:
    if report.exists():
        for suite in ElementTree.parse(report).iter("testsuite"):
            told = {
                name: int(suite.get(name, 0)) for name in ("tests", "failures", "errors", "skipped")
            }
            outcome.failed += told["failures"] + told["errors"]
            outcome.skipped += told["skipped"]
            outcome.passed += told["tests"] - sum(list(told.values())[1:])
    if outcome.code == NOTHING_COLLECTED:
        outcome.note = "found no test"
    elif outcome.code and not outcome.failed:
        outcome.failed, outcome.note = 1, f"pytest ended early (code {outcome.code})"


def _sum_up(outcomes: list[Outcome]) -> int:
    """Say lane by lane what happened; the last line is for machines too."""
    say("\n── What was run " + "─" * 58)
    strict = _machine.in_ci()
    for outcome in outcomes:
        if strict and not outcome.passed and not outcome.failed:
            outcome.failed, outcome.note = 1, outcome.note or "every test was skipped"
        counts = f"{outcome.passed} passed, {outcome.failed} failed, {outcome.skipped} skipped"
        words = counts if not outcome.lane.missing else "did not run"
        say(f"  {outcome.lane.name:<18} {words:<40} {outcome.seconds:4.0f} s")
    left_out = [outcome for outcome in outcomes if outcome.note]
    if left_out:
        say("\n*** NOT EVERYTHING WAS RUN ***")
        for outcome in left_out:
            say(f"*** {outcome.lane.name}: {outcome.note}.")
        if strict:
            say("*** On a build machine this is a failure.")
    sums = [sum(getattr(o, name) for o in outcomes) for name in ("passed", "failed", "skipped")]
    say("\n{} passed, {} failed, {} skipped".format(*sums))
    return 1 if sums[1] else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _ended)
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nStopped before the end; nothing can be said of the rest.")
        sys.exit(130)
