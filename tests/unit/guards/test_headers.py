"""Headers of the pages everybody may open, odd addresses, and what vendors would bring along."""

import re

import pytest
from django.urls import reverse

PUBLIC = [
    "accounts:sign_in", "accounts:sign_up", "safety:before", "safety:honest", "safety:help_now",
    "safety:rules", "talk:boards", "talk:ask", "groups:list",
]  # fmt: skip


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


def test_PR_16_reading_sets_no_cookie_but_the_forms_token(db, client):
    client.get(reverse("talk:boards"))
    assert set(client.cookies) <= {"csrftoken"}


@pytest.mark.parametrize(
    "path", ["/fi/t/²/", "/fi/t/%00/", "/fi/b/1/", "/fi/p/1/back/", "/xx/", "/fi/" + "a" * 5000]
)
def test_SE_18_odd_addresses_are_kindly_not_found(db, client, path):
    assert client.get(path).status_code == 404


def test_SE_20_no_admin_of_a_vendor_and_no_member_pages_of_machina_are_there(db, client):
    for path in ("/admin/", "/forum/", "/member/", "/search/", "/feeds/", "/moderation/"):
        assert client.get(path).status_code == 404
        assert client.get(f"/fi{path}").status_code == 404
