"""What every answer carries, and what no address does: one crawl over all of ours."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

PUBLIC = [
    "accounts:sign_in", "accounts:sign_up", "safety:before", "safety:honest", "safety:help_now",
    "safety:rules", "talk:boards", "talk:ask", "groups:list",
]  # fmt: skip
# Leaving must work as a plain link: see safety.views.LeaveView.
MAY_CHANGE_BY_LINK = {"leave"}


@pytest.mark.parametrize("name", PUBLIC)
def test_SE_02_the_policy_lets_nothing_inline_and_nobody_else_in(db, client, name):
    response = client.get(reverse(name))
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    page = response.content.decode()
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=|\sstyle=|<style", page)
    assert not re.findall(r'(?:src|action)="(?:https?:)?//', page)


@pytest.mark.parametrize("name", PUBLIC)
def test_SE_04_EX_11_PB_15_quiet_headers(db, client, name):
    headers = client.get(reverse(name)).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "noindex" in headers["X-Robots-Tag"]


@pytest.mark.parametrize("name", PUBLIC)
def test_EX_07_titles_tell_nothing(db, client, name):
    title = re.search(r"<title>(.*?)</title>", client.get(reverse(name)).content.decode(), re.S)
    for word in ("ero", "avioero", "väkivalta", "huolto", "divorce", "separation", "violence"):
        assert not re.search(rf"\b{word}", title.group(1), re.I)


def test_PR_16_reading_sets_no_cookie_but_the_forms_token(db, client):
    client.get(reverse("talk:boards"))
    assert set(client.cookies) <= {"csrftoken"}


@pytest.mark.parametrize(
    "path", ["/fi/t/²/", "/fi/t/%00/", "/fi/b/1/", "/fi/p/1/back/", "/xx/", "/fi/" + "a" * 5000]
)
def test_SE_18_odd_addresses_are_kindly_not_found(db, client, path):
    assert client.get(path).status_code == 404


def leaves(resolver: URLResolver, under: str = "") -> list[tuple[str, URLPattern]]:
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            found += leaves(entry, f"{under}{entry.namespace or ''}:" if entry.namespace else under)
        else:
            found.append((f"{under}{entry.name}", entry))
    return found


def ours() -> list[tuple[str, URLPattern]]:
    rooms = ("accounts:", "safety:", "talk:", "groups:", "desk:", "leave", "back")
    return [(name, leaf) for name, leaf in leaves(get_resolver()) if name.startswith(rooms)]


@pytest.mark.parametrize(("name", "leaf"), ours(), ids=lambda given: str(given)[:40])
def test_SE_06_nothing_changes_by_a_link(aino, name, leaf):
    """A GET of every address of ours writes nothing (sessions aside); a POST asks for the token."""
    wanted = leaf.pattern.converters
    path = reverse(name, kwargs=dict.fromkeys(wanted, "a" * 16) if wanted else None)
    client = Client(enforce_csrf_checks=True)
    client.force_login(aino)
    if name in MAY_CHANGE_BY_LINK:
        return
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    writes = [
        q["sql"] for q in queries
        if re.match(r"(INSERT|UPDATE|DELETE)", q["sql"]) and "django_session" not in q["sql"]
    ]  # fmt: skip
    assert not writes
    assert client.post(path, {"body": "x"}).status_code in {403, 404, 405}


def test_SE_20_no_admin_of_a_vendor_and_no_member_pages_of_machina_are_there(db, client):
    for path in ("/admin/", "/forum/", "/member/", "/search/", "/feeds/", "/moderation/"):
        assert client.get(path).status_code == 404
        assert client.get(f"/fi{path}").status_code == 404
