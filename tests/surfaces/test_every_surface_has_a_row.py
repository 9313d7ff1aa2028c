"""A new address or socket without a row in the matrix, or a reason, fails here (SE-10)."""

from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, get_resolver

from community.asgi import sockets

from .surfaces import ASKED, HTTP, NOTHING_OF_MEMBERS, OF_THE_BLOCKED, SOCKETS

ROOT = Path(__file__).resolve().parents[2]
# Staff sides: guarded by role, on another host, outside of blocks.
STAFF = ("editor/", "documents/")


def names(patterns, spaces: tuple[str, ...] = (), path: str = "") -> Iterator[str]:
    for one in patterns:
        here = path + str(one.pattern)
        if any(part in here for part in STAFF):
            continue
        if isinstance(one, URLPattern):
            if one.name:
                yield ":".join((*spaces, one.name))
        else:
            inside = (*spaces, one.namespace) if one.namespace else spaces
            yield from names(one.url_patterns, inside, here)


def test_SE_10_every_address_is_in_the_matrix_or_says_why_not():
    there = set(names(get_resolver("community.urls").url_patterns))
    covered = {name for one in (*HTTP, *OF_THE_BLOCKED, *ASKED) for name in one.covers}
    assert not covered & set(NOTHING_OF_MEMBERS)
    missing = there - covered - set(NOTHING_OF_MEMBERS)
    assert not missing, f"add a row to tests/surfaces/surfaces.py for {sorted(missing)}"
    gone = (covered | set(NOTHING_OF_MEMBERS)) - there
    assert not gone, f"these addresses are not there any more: {sorted(gone)}"


def test_SE_10_every_socket_names_the_test_that_shows_it():
    there = {str(route.pattern).removeprefix("^").split("(")[0] for route in sockets.routes}
    assert there == set(SOCKETS)
    for path in SOCKETS.values():
        assert (ROOT / path).exists()
