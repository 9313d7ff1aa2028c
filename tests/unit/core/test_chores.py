"""Work that belongs to no request: done when due, once, whatever another piece of it does."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from community.core import chores


@pytest.fixture(autouse=True)
def only_ours(monkeypatch) -> None:
    """No chore of the house is done here."""
    monkeypatch.setattr(chores, "_chores", {})


@pytest.fixture
def done() -> list[str]:
    return []


def add(name: str, done: list[str], *, every: timedelta = timedelta(hours=1)) -> None:
    def work() -> int:
        done.append(name)
        return 1

    work.__name__ = name
    chores.chore(every=every)(work)


def test_a_chore_is_done_when_it_is_due_and_not_before(done):
    with time_machine.travel("2026-11-17 18:00:00+02:00", tick=False) as clock:
        add("sweep", done)
        assert list(chores.tend().values()) == [1]
        clock.shift(timedelta(minutes=59))
        assert chores.tend() == {}
        clock.shift(timedelta(minutes=2))
        chores.tend()
    assert done == ["sweep", "sweep"]


def test_all_chores_are_done_at_once_when_somebody_asks_for_it(done, capsys):
    add("sweep", done)
    chores.tend()
    call_command("tend", "--all")
    assert done == ["sweep", "sweep"]
    assert "sweep: 1" in capsys.readouterr().out


def test_one_failure_stops_no_other_chore_and_is_tried_again(done, caplog):
    def broken() -> int:
        done.append("broken")
        raise RuntimeError("the text of a person")

    chores.chore(every=timedelta(hours=1))(broken)
    add("sweep", done)
    chores.tend()
    chores.tend()
    assert done == ["broken", "sweep", "broken"]
    assert "broken failed" in caplog.text
