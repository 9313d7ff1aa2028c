"""Who gets which answer at which address: the table of SE-10, read by `test_roles.py`.

One line an address and a way of asking: the status for a visitor, a member, a volunteer, a group
facilitator, a moderator, a professional, an editor and a coordinator, each holding that role and
no other, none of them the owner of what stands there. Deny by default: an address without a line
fails. 302 for a visitor is the way to the sign-in; 404 is "not there for you" (PB-09).
"""

from pathlib import Path

TABLE = Path(__file__).with_name("roles.txt")


def rows() -> dict[tuple[str, str], list[str]]:
    """(way of asking, name of the address) → the eight statuses."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            how, name, *statuses = line.split()
            found[(how, name)] = statuses
    return found
