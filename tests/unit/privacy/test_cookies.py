"""No cookie but the session's and the one against forged forms, on any page (PR-16)."""

from django.conf import settings
from django.test import Client

from tests.unit.guards.crawl import walk

OURS = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def cookies_on(client: Client) -> dict[str, set[str]]:
    """Every cookie set on a walk through the site, by page."""
    pages = walk(client, ["/fi/", "/fi/b/", "/fi/s/rules/", "/fi/a/in/", "/fi/i/", "/fi/c/"])
    assert len(pages) > 12
    return {path: set(page.answer.cookies) for path, page in pages.items() if page.answer.cookies}


def test_PR_16_a_visitor_gets_no_other_cookie(topic):
    found = cookies_on(Client())
    assert set().union(*found.values()) <= OURS
    assert not [path for path in found if path.startswith("/fi/c/")], "a child gets none at all"


def test_PR_16_a_member_gets_no_other_cookie(topic, aino, signed_in):
    client = signed_in(aino)
    found = cookies_on(client)
    assert set().union(*found.values(), set(client.cookies)) <= OURS
