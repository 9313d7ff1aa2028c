"""Identified once, as an adult; nothing of who it is stays, and no account tells of another."""

import io
import json
import logging
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.serializers import serialize
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from community.accounts import identity, keyed
from community.accounts.identity import Outcome, identify
from community.accounts.models import FormerIdentity, Identity
from community.audit.models import Entry
from community.core.errors import Refused

CANARY = {
    "identifier": "131052-308T",
    "given_names": "Kanarialintu Testi",
    "family_name": "Testaajanen",
    "birth_date": date(1952, 10, 13),
}
TELLING = ("131052", "308T", "Kanarialintu", "kanarialintu", "Testaajanen", "1952", "13.10")


def somebody(**other) -> dict:
    return {**CANARY, "method": "bank", **other}


@pytest.fixture
def log() -> io.StringIO:
    """Everything any logger says, at the lowest level."""
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield heard
    root.removeHandler(handler)
    root.setLevel(level)


def everything_stored() -> str:
    """Every row of every table, as text."""
    rows = (serialize("json", model.objects.all()) for model in apps.get_models())
    return "".join(rows)


def test_ID_04_only_a_keyed_hash_and_adult_yes_are_kept(aino, settings, log):
    assert identify(aino, **somebody(), by=aino) == Outcome.VERIFIED
    kept = Identity.objects.get()
    assert kept.adult and kept.method == "bank" and len(kept.person_key) == 64
    assert kept.name_key == ""  # the distance list is off
    stored = everything_stored()
    assert not [word for word in TELLING[:5] if word in stored]
    assert not [word for word in TELLING if word in json.dumps(Entry.objects.latest("pk").facts)]
    assert not [word for word in TELLING if word in log.getvalue()]


def test_ID_04_the_table_has_no_column_for_more(db):
    columns = {field.name for field in Identity._meta.get_fields()}
    assert columns == {
        "id", "person", "person_key", "name_key", "key_version", "adult", "method", "verified_at",
    }  # fmt: skip


def test_ID_04_the_second_hash_is_kept_only_while_the_distance_list_is_on(aino, settings):
    settings.DISTANCE_LIST = True
    identify(aino, **somebody(), by=aino)
    first = Identity.objects.get()
    assert len(first.name_key) == 64 and first.name_key != first.person_key
    settings.DISTANCE_LIST = False
    identify(aino, **somebody(), by=aino)
    assert Identity.objects.get().name_key == ""


@pytest.mark.parametrize(
    "breaks",
    [
        {"method": "Kanarialintu"},
        {"identifier": "  "},
        {"given_names": None},
        {"birth_date": "Testaajanen"},
    ],
    ids=str,
)
def test_ID_04_an_error_says_nothing_of_the_person(aino, settings, log, breaks):
    settings.DISTANCE_LIST = True
    with pytest.raises(Exception) as error, transaction.atomic():
        identify(aino, **somebody(**breaks), by=aino)
    if "method" not in breaks:  # a code of ours, never something a broker said
        logging.getLogger("canary").error("it failed", exc_info=error.value)
        assert not [word for word in TELLING if word in log.getvalue()]
    assert not Identity.objects.exists()


def test_ID_04_what_stands_in_a_frame_tells_nothing_by_its_repr():
    keys = identity._keys(**CANARY)
    assert repr(keys) == "Keys(…)" == str(keys)


def test_ID_04_another_key_gives_another_hash_and_no_key_gives_none(settings):
    one = keyed.keyed("person", "131052-308T")
    assert one == keyed.keyed("person", "131052-308T")
    assert one != keyed.keyed("name", "131052-308T")
    settings.IDENTITY_KEYS = ("another",)
    assert one != keyed.keyed("person", "131052-308T")
    settings.IDENTITY_KEYS = ()
    with pytest.raises(ImproperlyConfigured) as error:
        keyed.keyed("person", "131052-308T")
    assert "131052" not in str(error.value)


def test_ID_04_a_new_key_is_turned_over_what_is_stored(aino, mikko, settings):
    identify(aino, **somebody(), by=aino)
    settings.IDENTITY_KEYS = (*settings.IDENTITY_KEYS, "the newer one")
    assert identify(mikko, **somebody(), by=mikko) == Outcome.NEEDS_A_PERSON
    assert identity.turn_keys() == 1 and identity.turn_keys() == 0
    assert Identity.objects.get().person_key == keyed.keyed("person", "131052-308T")
    assert identify(mikko, **somebody(), by=mikko) == Outcome.NEEDS_A_PERSON
    assert identify(aino, **somebody(), by=aino) == Outcome.VERIFIED


def test_ID_03_nobody_under_18_is_identified_and_nothing_is_stored(aino):
    before = everything_stored()
    with pytest.raises(Refused) as refusal:
        identify(aino, **somebody(birth_date=date(2008, 11, 18)), by=aino)
    assert everything_stored() == before
    assert "2008" not in str(refusal.value)
    assert identify(aino, **somebody(birth_date=date(2008, 11, 17)), by=aino) == Outcome.VERIFIED
    with pytest.raises(IntegrityError), transaction.atomic():
        Identity.objects.update(adult=False)


def test_ID_05_a_second_account_learns_nothing_and_leaves_nothing(aino, mikko, signed_in, log):
    """An ex-partner may hold the bank codes: the first account is neither opened nor named."""
    identify(aino, **somebody(), by=aino)
    before, said = everything_stored(), log.getvalue()
    outcome = identify(mikko, **somebody(), by=mikko)
    assert outcome == Outcome.NEEDS_A_PERSON
    assert everything_stored() == before
    assert log.getvalue() == said or "aino" not in log.getvalue().lower()
    assert not identity.is_verified(mikko) and identity.is_verified(aino)
    assert outcome.value == "needs_a_person"  # all that is answered: a code, no reference


def test_ID_05_the_answer_is_the_same_for_an_account_that_is_somebody_elses(aino, mikko):
    """So the answer alone does not tell that another account exists."""
    identify(aino, **somebody(), by=aino)
    other = somebody(identifier="010190-900P")
    with CaptureQueriesContext(connection) as wrong_account:
        assert identify(aino, **other, by=aino) == Outcome.NEEDS_A_PERSON
    with CaptureQueriesContext(connection) as second_account:
        assert identify(mikko, **somebody(), by=mikko) == Outcome.NEEDS_A_PERSON
    assert len(wrong_account) == len(second_account)
    assert identify(mikko, **other, by=mikko) == Outcome.VERIFIED


def test_ID_05_two_accounts_at_the_same_moment_are_still_one_person(aino, mikko, monkeypatch):
    identify(aino, **somebody(), by=aino)
    monkeypatch.setattr(Identity.objects, "filter", lambda *a, **k: Identity.objects.none())
    with transaction.atomic():
        assert identify(mikko, **somebody(), by=mikko) == Outcome.NEEDS_A_PERSON
    monkeypatch.undo()
    assert Identity.objects.count() == 1


def test_ID_04_spaces_and_case_of_the_identifier_do_not_matter(aino, mikko):
    identify(aino, **somebody(identifier=" 010190-905v "), by=aino)
    assert identify(mikko, **somebody(identifier="010190-905V"), by=mikko) == (
        Outcome.NEEDS_A_PERSON
    )


def test_PB_10_the_same_person_is_known_across_a_former_account(aino, mikko, person):
    identify(aino, **somebody(), by=aino)
    identity.put_key_aside(aino)
    identity.forget(aino)
    back = person("Toinen")
    assert identify(back, **somebody(), by=back) == Outcome.VERIFIED
    assert identity.accounts_of_same_person({back.pk}) == {aino.pk, back.pk}
    assert identity.accounts_of_same_person({aino.pk, mikko.pk}) == {aino.pk, back.pk, mikko.pk}
    assert identity.forget_former() == 1 and not FormerIdentity.objects.exists()
    assert identity.accounts_of_same_person({back.pk}) == {back.pk}


def test_PB_10_whom_nobody_blocked_leaves_without_a_trace(aino, person):
    identify(aino, **somebody(), by=aino)
    identity.forget(aino)
    back = person("Toinen")
    identify(back, **somebody(), by=back)
    assert identity.accounts_of_same_person({back.pk}) == {back.pk}
