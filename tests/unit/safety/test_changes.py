"""The list "what changed and when" (EX-19): read without a fresh sign-in, cleared by nobody."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from community import promises
from community.accounts import changes
from community.accounts.models import Change
from community.core import limits
from tests.unit.guards.addresses import every_address

WORDS = {
    "confirm": "1",
    "yes": "on",
    "words": "remove",
    "ref": "a",
    "passphrase": "lamppu ikkunalla palaa",
}


@pytest.fixture
def changed(aino, evening) -> list[str]:
    """Three things that happened to Aino's account, on two days."""
    evening.move_to("2026-11-15 03:12:00+02:00")
    changes.note(aino, Change.What.PASSPHRASE)
    evening.move_to("2026-11-17 17:40:00+02:00")
    changes.note(aino, Change.What.BLOCK_LIFTED)
    changes.note(aino, Change.What.NOTICES)
    evening.move_to("2026-11-17 18:00:00+02:00")
    return ["The passphrase was changed", "A block was lifted", "What may be sent to you"]


def test_EX_19_the_list_says_what_changed_and_when(changed, aino, mikko, signed_in):
    page = signed_in(aino).get("/en/s/changes/").content.decode()
    assert all(words in page for words in changed)
    assert re.search(r"\b0?3[.:]12\b", page)
    assert page.index("block was lifted") < page.index("passphrase was changed")
    assert "<form" not in page.split("<main")[1].split("</main")[0]
    other = signed_in(mikko).get("/en/s/changes/").content.decode()
    assert not any(words in other for words in changed)


def test_EX_19_it_opens_without_the_passphrase_once_more(changed, aino, client):
    """Whoever is frightened looks at once; only changing something asks again (SE-09)."""
    client.force_login(aino)
    assert client.get(reverse("safety:changes")).status_code == 200
    assert client.get(reverse("safety:hub")).status_code == 200


def test_EX_19_a_flood_of_lines_does_not_push_one_away(aino, evening, signed_in):
    evening.move_to("2026-11-10 09:00:00+02:00")
    changes.note(aino, Change.What.EMAIL_REMOVED)
    for day in range(6):
        evening.move_to(f"2026-11-{11 + day} 12:00:00+02:00")
        Change.objects.bulk_create(
            Change(person=aino, what=Change.What.BLOCK_MADE) for _ in range(150)
        )
    evening.move_to("2026-11-17 18:00:00+02:00")
    browser, address, seen = signed_in(aino), "/en/s/changes/", ""
    for _page in range(10):
        page = browser.get(address).content.decode()
        seen += page
        if 'rel="next"' not in page:
            break
        address = "/en/s/changes/" + page.split('rel="next" href="')[1].split('"')[0]
    assert seen.count("Somebody was blocked") == 900
    assert "address was taken away" in seen


@pytest.mark.parametrize("odd", ["x", "2026-13-45", "0001-01-01", "9999-12-31", "\x00", "-1"])
def test_SE_18_an_odd_day_in_the_address_is_no_error(changed, aino, signed_in, odd):
    assert signed_in(aino).get("/fi/s/changes/", {"before": odd}).status_code == 200


def test_EX_19_no_address_of_the_site_takes_a_line_away(changed, aino, signed_in, db):
    """Every address is sent a form, as by somebody who holds the device and the passphrase."""
    lines = set(changes.of(aino).values_list("pk", flat=True))
    for address in every_address():
        browser = signed_in(aino)
        browser.raise_request_exception = False
        with limits.lifted():
            browser.get(address.path())
            browser.post(address.path(), WORDS)
            browser.delete(address.path())
        assert lines <= set(Change.objects.filter(person=aino).values_list("pk", flat=True)), (
            address.name
        )


def test_EX_19_lines_stay_for_thirty_days(changed, aino, evening):
    evening.move_to("2026-11-15 03:12:00+02:00")
    evening.shift(promises.CHANGES_KEPT - timedelta(hours=1))
    assert changes.of(aino).filter(what=Change.What.PASSPHRASE).exists()
    assert timedelta(days=30) <= promises.CHANGES_KEPT
    evening.shift(timedelta(hours=2))
    assert not changes.of(aino).filter(at__lt=timezone.now() - promises.CHANGES_KEPT).exists()
