"""Two hostnames, two sides: every address of the site is asked for on both (SE-03, SE-05)."""

import re

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from community.core.refs import new_ref
from community.urls.hosts import STAFF_ALSO, is_staff_host
from tests.conftest import PASSPHRASE

STAFF, PUBLIC = "staff.rinnalla.example", "rinnalla.example"
FILL = re.compile(r"<(?:(\w+):)?\w+>|\(\?P<\w+>[^)]*\)")


@pytest.fixture
def two_hosts(settings) -> None:
    settings.STAFF_HOST = STAFF
    settings.ALLOWED_HOSTS = [PUBLIC, STAFF]


def addresses(
    patterns=None, before: str = "/", names: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Every address of the site as (path, name), with something in its places."""
    found = []
    for one in patterns if patterns is not None else get_resolver().url_patterns:
        here = before + str(one.pattern).lstrip("^")
        if isinstance(one, URLResolver):
            inside = (*names, one.namespace) if one.namespace else names
            found += addresses(one.url_patterns, here, inside)
        elif isinstance(one, URLPattern):
            filled = FILL.sub(lambda m: {"ref": new_ref(), "int": "1"}.get(m[1], "1"), here)
            found.append((filled.rstrip("$"), ":".join((*names, one.name or ""))))
    plain = re.compile(r"[\w/.:-]+")
    return [(path, name) for path, name in found if plain.fullmatch(path)]


def ask(client: Client, path: str, host: str) -> int:
    return client.get(path, headers={"host": host}).status_code


def test_SE_03_no_page_of_the_staff_answers_on_the_public_host(
    two_hosts, helmi, outi, salla, signed_in
):
    staff = [path for path, _name in addresses() if path.startswith("/editor/")]
    assert len(staff) > 60 and any("/people/" in path for path in staff)
    for client in (Client(), signed_in(helmi), signed_in(outi)):
        assert {ask(client, path, PUBLIC) for path in staff} == {404}


def test_SE_03_on_the_staff_host_only_the_staff_side_and_the_way_in_answer(
    two_hosts, salla, signed_in
):
    others = [
        (path, name)
        for path, name in addresses()
        if not path.startswith("/editor/") and name not in STAFF_ALSO
    ]
    assert len(others) > 60
    client = signed_in(salla)
    told = {path: ask(client, path, STAFF) for path, _name in others}
    open_ones = {path: status for path, status in told.items() if status != 404}
    # No page at all: the first address, and where a sign-in arrives, lead to the staff side.
    assert set(open_ones.values()) <= {302}
    for path in open_ones:
        where = client.get(path, headers={"host": STAFF})["Location"]
        assert where.startswith("/editor/") or ask(client, where, STAFF) in {302, 404}


def test_SE_03_the_staff_side_works_on_its_own_host(two_hosts, helmi, outi, client, signed_in):
    there = {"host": STAFF}
    answer = client.get("/", headers=there)
    assert answer["Location"] == "/editor/"
    way_in = client.get("/editor/", headers=there)["Location"]
    page = client.get(way_in, headers=there)
    assert page.status_code == 200
    for public in ("talk:boards", "accounts:sign_up", "safety:before"):
        assert f'href="{reverse(public)}"' not in page.content.decode()
    typed = {"pseudonym": "Outi", "passphrase": PASSPHRASE, "next": "/editor/"}
    assert client.post(reverse("accounts:sign_in"), typed, headers=there).status_code == 302
    assert ask(signed_in(outi), reverse("people:index"), STAFF) == 200
    assert ask(client, reverse("leave"), STAFF) in {200, 302, 303}


def test_SE_05_cookies_are_strict_and_of_one_host_on_the_staff_side(two_hosts, outi, settings):
    for host, kind in ((STAFF, "Strict"), (PUBLIC, "Lax")):
        client = Client()
        client.get(reverse("accounts:sign_in"), headers={"host": host})
        typed = {"pseudonym": "Outi", "passphrase": PASSPHRASE}
        answer = client.post(reverse("accounts:sign_in"), typed, headers={"host": host})
        assert settings.SESSION_COOKIE_NAME in answer.cookies
        for cookie in answer.cookies.values():
            assert (cookie["samesite"], cookie["domain"]) == (kind, "")


def test_SE_03_without_a_staff_host_one_host_shows_all(outi, signed_in):
    client = signed_in(outi)
    assert client.get(reverse("people:index")).status_code == 200
    assert client.get(reverse("talk:boards")).status_code == 200


@pytest.mark.parametrize(
    ("host", "is_staff"),
    [
        (STAFF, True), (f"{STAFF}:8000", True), (STAFF.upper(), True), (f"{STAFF}.", True),
        (PUBLIC, False), (f"x.{STAFF}", False), (f"{STAFF}.evil.example", False), ("", False),
    ],
)  # fmt: skip
def test_SE_03_no_spelling_of_the_name_opens_the_other_side(host, is_staff, two_hosts):
    assert is_staff_host(host) == is_staff
