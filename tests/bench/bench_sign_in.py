"""Whether the time of an answer tells that an account exists (ID-07).

`python -m tests.bench.bench_sign_in`: 200 tries each for a name that is known and one that is
not, at sign-in, recovery and sign-up (or at those named), with the real hasher and in turn. Two
times are told: by the clock, and of this process alone, which other programs do not disturb; the
database is in memory, so nothing is waited for. Ends with 1 when the means of the second differ by
more than 20 ms.

One thing is told at sign-up and cannot be otherwise: that a name is taken, because two people may
not be called the same. It is asked after everything else fits, and five times an hour (SE-11).
"""

import logging
import os
import statistics
import sys
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "community.settings.test")

import django
from django.conf import settings

TRIES = 200
MOST_MS = 20
HASHER = "django.contrib.auth.hashers.Argon2PasswordHasher"
WRONG = "väärä lause tämä on"


def main() -> int:
    """Fill an empty database in memory, measure, tell."""
    settings.PASSWORD_HASHERS = [HASHER]
    logging.disable(logging.WARNING)  # every try is refused, and would be told
    django.setup()
    from django.test.runner import DiscoverRunner

    runner = DiscoverRunner(verbosity=0)
    kept = runner.setup_databases()
    try:
        return measure()
    finally:
        runner.teardown_databases(kept)


def measure() -> int:
    from community.accounts import codes, services

    person = services.sign_up(
        pseudonym="Aino", passphrase="lamppu ikkunalla palaa", language="fi", special_data=True
    )
    codes.make_sheet(by=person)
    doors: dict[str, Callable[[str], None]] = {
        "sign-in": lambda name: send("sign_in", name, passphrase=WRONG),
        "recovery": lambda name: send("lost", name, code="abcde-fghjk", passphrase=WRONG),
        "sign-up": lambda name: send("sign_up", name, passphrase=WRONG),
    }
    asked = sys.argv[1:] or list(doors)
    differences = [tell(door, doors[door]) for door in asked]
    return int(max(differences) > MOST_MS)


def tell(door: str, ask: Callable[[str], None]) -> float:
    """Print the means of a door; how far apart this process's own are, in milliseconds."""
    taken: dict[str, list[tuple[float, float]]] = {"Aino": [], "Oskar": []}
    for turn in range(TRIES):
        for name in sorted(taken, reverse=bool(turn % 2)):
            began, worked = time.perf_counter(), time.process_time()
            ask(name)
            taken[name].append((time.perf_counter() - began, time.process_time() - worked))
    apart = 0.0
    for place, clock in enumerate(("clock", "process")):
        known, unknown = (
            1000 * statistics.mean(one[place] for one in taken[name]) for name in taken
        )
        apart = abs(known - unknown)
        said = f"known {known:7.1f} ms  unknown {unknown:7.1f} ms  apart {apart:5.1f} ms"
        print(f"{door:<9} {clock:<8} {said}", flush=True)
    return apart


def send(door: str, name: str, **typed: str) -> None:
    from django.test import Client
    from django.urls import reverse

    from community.core import limits

    with limits.lifted():
        Client().post(reverse(f"accounts:{door}"), {"pseudonym": name, **typed})


if __name__ == "__main__":
    sys.exit(main())
