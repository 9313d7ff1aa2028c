"""What every address answers with, and what none does: asked of the whole resolver.

A new address is in these tests without a line of its own. Whoever needs an exception writes it
into a table here, with its reason.
"""

import re
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client

from community.core import limits

from .addresses import every_address, nameless
from .asking import Answer, Writes, every_answer

# Not a page of the site: served for ever under the mark of its content (SE-07).
KEPT_BY_BROWSERS = {"sheet"}
# The front page and the guides: editors' words, which people look for (PB-15 is for members').
MAY_BE_FOUND = {"cms:home", "cms:guides", "cms:guide"}
# Wagtail's interface needs a policy of its own (SE-03, community/urls/staff.py).
EDITORS_OWN = {"default-src", "frame-ancestors", "form-action", "nobody else"}
# Leaving must work as a plain link and without a token: see safety.views.LeaveView.
ANSWERS_WITHOUT_TOKEN = {"leave"}
CHANGES_BY_LINK = {"leave"}
# What a GET may touch: the session knows when it was used last, or it could not end by itself
# (ID-16, ID-18); that row is the viewer's own and tells nobody else anything.
TOUCHED = {"django_session", "accounts_opensession"}
SELF_OR_LESS = re.compile(r"'self'|'none'|'nonce-[\w+/=-]+'|'sha256-[\w+/=]+'")


# One worker asks; the others have other files.
pytestmark = pytest.mark.xdist_group("every_address")
WHO = ["visitor", "aino", "everybody"]


@dataclass
class Round:
    """Everything one browser was answered, and all rows before and after."""

    answers: list[Answer]
    before: dict[str, int]
    after: dict[str, int]


# One round a person serves every test of this file; what was answered does not change.
_asked: dict[str, Round] = {}


@pytest.fixture(params=WHO)
def asked(request) -> Round:
    """Signed out; as Aino, who has a seat and a waiting message; as one with every role."""
    if request.param not in _asked:
        _asked[request.param] = _round(request, request.getfixturevalue("world"))
    return _asked[request.param]


def _round(request, world) -> Round:
    client = Client(enforce_csrf_checks=True)
    if request.param != "visitor":
        someone = request.getfixturevalue(request.param)
        client.cookies = request.getfixturevalue("signed_in")(someone).cookies
    client.get("/fi/")
    client.get("/editor/")  # the first time, an editor's role becomes a group of Wagtail's
    addresses = [each for each in every_address() if each.name not in CHANGES_BY_LINK]
    before = everything_stored()
    with limits.lifted():
        answers = every_answer(client, addresses, world.things)
    return Round(answers, before, everything_stored())


@pytest.fixture
def answers(asked) -> list[Answer]:
    return asked.answers


def policy_of(answer) -> dict[str, list[str]]:
    lines = answer.headers.get("Content-Security-Policy", "").split(";")
    words = [line.split() for line in lines if line.strip()]
    return {first: rest for first, *rest in words}


def test_SE_02_SE_04_SE_07_EX_11_PB_15_every_answer_carries_the_guards(answers):
    wrong, staff_side = [], {each.name for each in every_address() if each.is_staff_side}
    for answer in answers:
        headers, policy = answer.headers, policy_of(answer)
        kept = answer.name in KEPT_BY_BROWSERS
        editors = answer.name in staff_side
        everywhere = [word for words in policy.values() for word in words]
        checks = {
            "default-src": policy.get("default-src") == ["'none'"],
            "object-src": policy.get("object-src") == ["'none'"],
            "base-uri": policy.get("base-uri") == ["'none'"],
            "frame-ancestors": policy.get("frame-ancestors") == ["'none'"],
            "form-action": policy.get("form-action", [""])[0] in {"'self'", "'none'"},
            "nobody else": all(SELF_OR_LESS.fullmatch(word) for word in everywhere),
            "nosniff": headers.get("X-Content-Type-Options") == "nosniff",
            "referrer": headers.get("Referrer-Policy") == "same-origin",
            "opener": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
            "resource": headers.get("Cross-Origin-Resource-Policy") == "same-origin",
            "device": "camera=()" in headers.get("Permissions-Policy", ""),
            "robots": answer.name in MAY_BE_FOUND
            or headers.get("X-Robots-Tag") == "noindex, noarchive",
            "no-store": kept or "no-store" in headers.get("Cache-Control", ""),
            "server": not {"Server", "X-Powered-By"} & set(headers),
        }
        left_out = EDITORS_OWN if editors else set()
        wrong += [
            f"{answer}: {what}"
            for what, is_so in checks.items()
            if not is_so and what not in left_out
        ]
    assert wrong == []


def test_SE_18_no_address_answers_with_an_error_of_ours(answers):
    assert [f"{answer}: {answer.status}" for answer in answers if answer.status >= 500] == []


def test_SE_18_what_goes_wrong_is_not_told(answers):
    told = re.compile(r"Traceback|/site-packages/|django\.|DoesNotExist|sqlite|psycopg")
    for answer in answers:
        assert not told.search(answer.body), str(answer)


def everything_stored() -> dict[str, int]:
    """One number for the rows of every table."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in TOUCHED:
                continue
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  names of our own tables
            found[table] = hash(tuple(sorted(map(repr, cursor.fetchall()))))
    return found


def written(answer: Answer) -> list[str]:
    """The statements that wrote into more than the session's own row."""
    return [sql for sql in answer.wrote if not set(re.findall(r'"(\w+)"', sql)[:1]) & TOUCHED]


def test_SE_06_looking_changes_no_row(asked):
    """Neither as a link asks, nor with a form's words in the address."""
    looks = [answer for answer in asked.answers if answer.is_look]
    assert [(str(look), written(look)) for look in looks if written(look)] == []
    assert changed(asked) == []


def test_SE_06_the_watching_sees_a_change(aino):
    """The watching is worth something: one changed row shows in both of its ways."""
    before = everything_stored()
    with connection.execute_wrapper(seen := Writes()):
        type(aino).objects.filter(pk=aino.pk).update(language="sv")
    assert [sql for sql in seen if "accounts_user" in sql] and everything_stored() != before


def changed(asked: Round) -> list[str]:
    return [table for table in asked.after if asked.before.get(table) != asked.after[table]]


def test_SE_06_no_change_without_the_forms_token(asked):
    sent = [
        answer
        for answer in asked.answers
        if not answer.is_look and answer.name not in ANSWERS_WITHOUT_TOKEN
    ]
    assert [f"{answer}: {answer.status}" for answer in sent if answer.status != 403] == []
    assert [(str(answer), written(answer)) for answer in sent if written(answer)] == []
    assert changed(asked) == []


def test_SE_10_only_the_childrens_catch_all_has_no_name():
    """An address without a name would be in no table."""
    assert nameless() == ["fi/c/.*$"]


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PROPFIND", "DEBUG"])
def test_SE_20_odd_ways_of_asking_are_refused(world, signed_in, aino, method):
    client = signed_in(aino)
    for address in every_address():
        if address.name in CHANGES_BY_LINK | KEPT_BY_BROWSERS:
            continue
        answer = client.generic(method, address.path(world.things), headers={"X-Echo": "kaiku"})
        # An address that only stands for another one sends on; nothing is shown or given back.
        assert answer.status_code in {302, 403, 404, 405}, (address.name, answer.status_code)
        assert b"kaiku" not in answer.content
