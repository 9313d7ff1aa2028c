"""Asks a list on this machine whether a passphrase is known to be stolen (ID-08); asks nobody else.

The list is the public one, "ordered by hash": one line `SHA1:COUNT` each, in upper case. It is
read by halving: about forty short reads for thirty gigabytes.
"""

import hashlib
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

LINE = 64  # bytes; no line of the list is longer


def is_breached(passphrase: str) -> bool:
    """Whether the list names it; never, when the operator holds no list."""
    if not settings.BREACHED_PASSPHRASES:
        return False
    digest = hashlib.sha1(passphrase.encode(), usedforsecurity=False).hexdigest().upper()
    with Path(settings.BREACHED_PASSPHRASES).open("rb") as lines:
        return _stands_in(lines, digest.encode())


def _stands_in(lines: BinaryIO, digest: bytes) -> bool:
    low, high = 0, lines.seek(0, 2)
    while low < high:
        middle = (low + high) // 2
        begins, line = _line_at(lines, middle)
        if line[:40].upper() == digest:
            return True
        if line and line[:40].upper() < digest:
            low = begins + len(line)
        else:
            high = min(middle, begins)
    return False


def _line_at(lines: BinaryIO, place: int) -> tuple[int, bytes]:
    """The line in which this byte stands, and where it begins."""
    start = max(0, place - LINE)
    lines.seek(start)
    before = lines.read(place - start)
    begins = start + before.rfind(b"\n") + 1 if b"\n" in before else start
    lines.seek(begins)
    return begins, lines.readline()
