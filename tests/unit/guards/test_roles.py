"""Every address for every role (SE-10): what is not granted in the table is denied."""

import os

import pytest
from django.db import transaction

from community.core import limits

from .addresses import every_address
from .conftest import ROLES
from .roles import TABLE, rows

# Ends the session of whoever asks, which nothing is lost by: see safety.views.LeaveView.
NOT_ASKED = {"leave"}
DENIED = {"302", "403", "404", "405"}


@pytest.fixture
def found(world, as_role) -> dict[tuple[str, str], list[str]]:
    """What the site answers: GET as a link asks, POST as an empty form with its token."""
    answers: dict[tuple[str, str], list[str]] = {}
    for role in ROLES:
        client = as_role(role)
        client.raise_request_exception = False
        for address in every_address():
            if address.name in NOT_ASKED:
                continue
            for how in ("GET", "POST"):
                answers.setdefault((how, address.name), []).append(
                    str(status(client, how, address.path(world.things)))
                )
    return answers


def status(client, how: str, path: str) -> int:
    """The answer's status; whatever the asking changed is taken back."""
    point = transaction.savepoint()
    cookies = {name: cookie.value for name, cookie in client.cookies.items()}
    with limits.lifted():
        answer = getattr(client, how.lower())(path)
    transaction.savepoint_rollback(point)
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies[name] = value
    return answer.status_code


def test_SE_10_every_address_answers_every_role_as_the_table_says(found):
    if os.environ.get("WRITE_ROLES"):
        write(found)
    table = rows()
    lines = [
        f"{how:4} {name:24} {' '.join(statuses)}"
        for (how, name), statuses in sorted(found.items(), key=lambda row: (row[0][1], row[0][0]))
        if table.get((how, name)) != statuses
    ]
    assert lines == [], "not in tests/unit/guards/roles.txt:\n" + "\n".join(lines)
    gone = set(table) - set(found)
    assert not gone, gone


def write(found: dict) -> None:
    """Write the table anew. Read each changed line before it is kept: it is what we promise."""
    head = [line for line in TABLE.read_text().splitlines() if line.startswith("#")]
    body = [
        f"{how:4} {name:24} {' '.join(statuses)}"
        for (how, name), statuses in sorted(found.items(), key=lambda row: (row[0][1], row[0][0]))
    ]
    TABLE.write_text("\n".join([*head, *body]) + "\n")


# What only one role may open, by the beginning of the address's name; others never get a 200.
ONLY = {
    "desk:": {"moderator"},
    "people:": {"coordinator"},
}


@pytest.mark.parametrize("begins", list(ONLY))
def test_SE_10_places_of_one_role_are_shut_to_all_others(begins):
    """The table itself is checked: nobody can widen it by pasting what was measured."""
    for (how, name), statuses in rows().items():
        if name.startswith(begins):
            for role, answer in zip(ROLES, statuses, strict=True):
                assert role in ONLY[begins] or answer in DENIED, (how, name, role)


def test_SE_10_a_visitor_gets_no_page_of_members():
    open_to_all = (
        "cms:",
        "children:",
        "sheet",
        "talk:",
        "groups:",
        "safety:",
        "privacy:table",
        "privacy:example",
    )
    doors = {
        "account_login",
        "accounts:sign_in",
        "accounts:sign_up",
        "accounts:lost",
        "accounts:sign_out",
        "back",
    }
    for (how, name), statuses in rows().items():
        if not name.startswith(open_to_all) and name not in doors:
            assert statuses[0] in DENIED, (how, name)
