"""Normal names over the real files of identities: nothing breaks, nothing collides by surprise."""

import csv
import json
from datetime import date

import pytest

from community.accounts.identity import name_keys
from community.accounts.identity_names import folded, normal_name

pytestmark = pytest.mark.samples

GIVEN = ("given_name", "urn:oid:1.2.246.575.1.14", "urn:oid:2.5.4.42")
FAMILY = ("family_name", "urn:oid:2.5.4.4")
BORN = ("birthdate", "urn:oid:1.3.6.1.5.5.7.9.1")


def first_of(payload: dict, names: tuple[str, ...]) -> str:
    return next((payload[name] for name in names if name in payload), "")


def test_PB_11_two_brokers_give_the_same_person_the_same_hash(samples):
    path = samples / "identity" / "ftn_id_token_payloads.json"
    payloads = json.loads(path.read_text(encoding="utf-8")).values()
    whole = [one for one in payloads if isinstance(one, dict) and first_of(one, BORN)]
    hashes = {
        tuple(
            name_keys(
                first_of(one, GIVEN), first_of(one, FAMILY), date.fromisoformat(first_of(one, BORN))
            )
        )
        for one in whole
    }
    assert len(whole) >= 2 and len(hashes) == 1 and hashes != {()}


def test_PB_11_every_word_of_the_files_can_be_folded_and_stays(samples):
    words = set()
    for path in sorted((samples / "identity").iterdir()):
        text = path.read_text(encoding="utf-8")
        words.update(text.split())
        if path.suffix == ".csv":
            words.update(cell for row in csv.reader(text.splitlines()) for cell in row)
    for word in words:
        assert folded(folded(word)) == folded(word)
        assert normal_name(word, word) == normal_name(word.upper(), word.lower())


def test_PB_11_names_of_places_in_three_sami_languages_seldom_meet(samples):
    """Real words with every letter of the country: how many different ones become the same."""
    rows = json.loads((samples / "municipalities" / "municipalities_2026.json").read_text("utf-8"))
    rows = rows if isinstance(rows, list) else rows["municipalities"]
    words = {
        value
        for row in rows
        for key, value in row.items()
        if "name" in key and isinstance(value, str) and value
    }
    normal = {normal_name("Aino", word) for word in words}
    assert "" not in normal
    assert len(words) - len(normal) <= len(words) // 50
