"""How often a thing may be done; whoever guesses waits longer each time, and nobody else does."""

from datetime import timedelta

import pytest
import time_machine

from community import promises
from community.core import limits
from community.core.errors import TooMany

START = "2026-11-17 18:00:00+02:00"


def use_up(limit: str, who: str) -> None:
    """Until it is refused."""
    with pytest.raises(TooMany):
        for _ in range(promises.LIMITS[limit][0] + 1):
            limits.spend(limit, who)


def waits(limit: str, who: str, clock) -> timedelta:
    """How long it goes on being refused, to the minute; the clock stands at its end."""
    waited = timedelta()
    while True:
        try:
            limits.spend(limit, who)
        except TooMany:
            clock.shift(timedelta(minutes=1))
            waited += timedelta(minutes=1)
            continue
        return waited


def test_SE_11_guessing_takes_longer_each_time():
    with time_machine.travel(START, tick=False) as clock:
        long = []
        for _ in range(4):
            use_up("sign_in", "10.0.0.1:aino")
            long.append(waits("sign_in", "10.0.0.1:aino", clock))
        quarter = promises.LIMITS["sign_in"][1]
        assert long == [quarter, 2 * quarter, 4 * quarter, 8 * quarter]


def test_SE_11_nobody_is_shut_out_by_anothers_guessing():
    with time_machine.travel(START, tick=False):
        for _ in range(30):
            with pytest.raises(TooMany):
                use_up_again()
        limits.spend("sign_in", "10.0.0.2:aino")


def use_up_again() -> None:
    for _ in range(promises.LIMITS["sign_in"][0] + 1):
        limits.spend("sign_in", "10.0.0.1:aino")


def test_SE_11_other_limits_lift_with_their_window():
    with time_machine.travel(START, tick=False) as clock:
        long = []
        for _ in range(3):
            use_up("posts", "aino")
            long.append(waits("posts", "aino", clock))
        assert long == [timedelta(hours=1)] * 3


def test_SE_11_after_a_quiet_day_it_begins_anew():
    with time_machine.travel(START, tick=False) as clock:
        for _ in range(3):
            use_up("recovery", "10.0.0.1:aino")
            waits("recovery", "10.0.0.1:aino", clock)
        clock.shift(timedelta(days=1, hours=1))
        use_up("recovery", "10.0.0.1:aino")
        assert waits("recovery", "10.0.0.1:aino", clock) <= promises.LIMITS["recovery"][1]
