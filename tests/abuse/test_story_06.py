"""Abuse story 6: "I have her phone." What a person can see and end, and what it cannot open."""

import re

from django.test import Client
from django.urls import reverse

from community.accounts import changes, codes
from tests.conftest import PASSPHRASE

HIS = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)"


def enter(browser: Client, passphrase: str = PASSPHRASE):
    typed = {"pseudonym": "Aino", "passphrase": passphrase, "own_device": "on"}
    return browser.post(reverse("accounts:sign_in"), typed)


def is_in(browser: Client) -> bool:
    return browser.get(reverse("accounts:own")).status_code == 200


def test_story_06_somebody_holds_her_phone(aino, evening):
    hers, his = Client(), Client(headers={"User-Agent": HIS})
    enter(hers)
    enter(his)
    evening.shift(6 * 60)
    # An open session does not open what protects her: the passphrase is asked again (SE-09).
    for name in ("email", "factors", "sheet", "passphrase", "devices"):
        assert "/a/again/" in his.get(reverse(f"accounts:{name}")).url
        assert "/a/again/" in his.post(reverse(f"accounts:{name}")).url
    assert not aino.one_use_codes.exists()
    # She sees that there is a phone, and ends it (ID-18).
    hers.post(reverse("accounts:again"), {"passphrase": PASSPHRASE})
    page = hers.get("/en/a/here/").content.decode()
    assert "A phone" in page and "this one" in page
    hers.post(reverse("accounts:end_others"))
    assert is_in(hers) and not is_in(his)
    # What was done stays on a list that nobody clears (EX-19).
    assert "sessions_ended" in [one.what for one in changes.of(aino)]


def test_story_06_somebody_knows_her_passphrase(aino, signed_in):
    his, sheet = signed_in(aino), codes.make_sheet(by=aino)
    his.post(reverse("accounts:passphrase"), {"passphrase": "minun lauseeni nyt vain"})
    hers = Client()
    assert enter(hers).status_code == 200  # her passphrase does not fit any more
    typed = {"pseudonym": "Aino", "code": sheet[0], "passphrase": "uusi lause ikkunan alla"}
    hers.post(reverse("accounts:lost"), typed)
    assert is_in(hers) and not is_in(his)
    told = [one.what for one in changes.of(aino)]
    assert told[:2] == ["recovered", "passphrase"]


def test_story_06_the_codes_cannot_be_read_again_from_an_open_session(aino, signed_in):
    his = signed_in(aino)
    sheet = codes.make_sheet(by=aino)
    page = his.get(reverse("accounts:sheet")).content.decode()
    assert not re.search("|".join(sheet), page)
