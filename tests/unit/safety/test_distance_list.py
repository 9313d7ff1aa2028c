"""The distance list: what it keeps, when it works, what one is told of it (PB-11, PB-12)."""

import io
import json
import logging
import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.checks import Error, Warning
from django.core.serializers import serialize
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community import promises
from community.accounts import changes
from community.accounts.models import Change, User
from community.audit.models import Entry
from community.core.errors import Concealed, Refused, TooMany
from community.core.happenings import _tell
from community.safety import checks, distance
from community.safety import distance_queries as asked
from community.safety.models import DistanceEntry, DistanceHit
from community.safety.queries import parted

from .distance_cast import KAI, identified, named

PAGE = "/fi/s/d/"
A_DAY = timedelta(hours=24, seconds=1)
TYPED = {"given_names": "Kai", "family_name": "Testinen", "birth_date": "29.2.1980"}


@pytest.fixture(autouse=True)
def switched_on(settings) -> None:
    settings.DISTANCE_LIST = True


@pytest.fixture
def kai(person) -> User:
    return identified(person("Kai Harmaa"), "010190-900P", **KAI)


@pytest.fixture
def verified_aino(aino) -> User:
    return identified(aino, "010190Y901R")


def anew(someone: User) -> User:
    """As the next request sees this person."""
    return User.objects.get(pk=someone.pk)


def test_PB_11_a_person_is_named_before_knowing_whether_they_are_here(
    verified_aino, person, evening
):
    named(verified_aino)
    evening.shift(A_DAY)
    assert distance.meet() == 0
    kai = person("Kai Harmaa")
    assert not parted(kai)
    identified(kai, "010190-900P", **KAI)
    distance.meet()
    assert parted(anew(kai)) == {verified_aino.pk}
    assert [one.person_id for one in asked.windows(anew(verified_aino))] == [kai.pk]
    assert asked.apart(anew(verified_aino)) == {kai.pk}
    assert asked.apart(anew(kai)) == {verified_aino.pk}


def test_PB_11_being_identified_is_enough_nobody_waits_for_the_chore(
    verified_aino, person, evening, django_capture_on_commit_callbacks
):
    named(verified_aino)
    evening.shift(A_DAY)
    with django_capture_on_commit_callbacks(execute=True):
        kai = identified(person("Kai Harmaa"), "010190-900P", **KAI)
    assert parted(anew(kai)) == {verified_aino.pk}


def test_PB_11_only_verified_people_meet_through_it(aino, kai, person, evening):
    """Accounts can be made at will, so a list of an unverified one would be a question for free."""
    named(aino)
    evening.shift(A_DAY)
    assert distance.meet() == 0
    identified(aino, "010190Y901R")
    assert distance.meet() == 1
    assert distance.meet() == 0


def test_PB_11_one_does_not_meet_oneself(kai, evening):
    named(kai)
    evening.shift(A_DAY)
    assert distance.meet() == 0


def test_PB_12_it_begins_at_a_moment_nobody_knows(verified_aino, kai, evening):
    least, most = promises.DISTANCE_BEGINS
    waits = [distance.some_time_later() - timezone.now() for _ in range(400)]
    second = timedelta(seconds=1)
    assert all(least - second <= one <= most + second for one in waits)
    spread = max(waits) - min(waits)
    assert spread > timedelta(hours=20) and len(set(waits)) > 300
    entry = named(verified_aino)
    evening.move_to(entry.begins_at - timedelta(seconds=5))
    assert distance.meet() == 0
    evening.move_to(entry.begins_at + timedelta(seconds=5))
    assert distance.meet() == 1
    assert parted(anew(kai)) == {verified_aino.pk}


def test_PB_12_taking_off_works_as_late_as_putting_on(verified_aino, kai, evening):
    entry = named(verified_aino)
    evening.shift(A_DAY)
    distance.meet()
    distance.take_off(entry.ref, by=verified_aino)
    assert not asked.entries(verified_aino).exists()
    assert parted(anew(kai)) == {verified_aino.pk}
    assert distance.let_go() == 0
    evening.shift(A_DAY)
    assert parted(anew(kai)) == frozenset()
    distance.let_go()
    kept = DistanceEntry.objects.get()
    assert kept.name_key == "" and kept.hits.count() == 1
    # What was hidden stays so: nothing comes back that would tell somebody had been hidden.
    assert asked.is_unseen(anew(verified_aino), kai.pk, timezone.now() - 2 * A_DAY) is False
    assert asked.is_unseen(anew(verified_aino), kai.pk, kept.ends_at - timedelta(seconds=1))
    assert not asked.is_unseen(anew(verified_aino), kai.pk, kept.ends_at)
    evening.shift(promises.TOPIC_GONE)
    distance.let_go()
    assert not DistanceEntry.objects.exists() and not DistanceHit.objects.exists()


def test_PB_12_naming_does_the_same_work_whether_or_not_they_are_here(
    verified_aino, kai, person, evening
):
    """The request never looks for the person, so neither answer nor time can tell."""

    def work(**name) -> list[str]:
        with CaptureQueriesContext(connection) as done:
            named(verified_aino, **name)
        shapes = (one["sql"].split(" WHERE ")[0].split(" VALUES ")[0] for one in done)
        return [re.sub(r'"s\d+_x\d+"', "", shape) for shape in shapes]

    here, not_here = work(), work(family_name="Eitäällä")
    assert here == not_here
    assert not any("accounts_identity" in sql for sql in here)
    assert not DistanceHit.objects.exists()


def test_PB_12_the_page_answers_the_same(verified_aino, kai, signed_in):
    client = signed_in(verified_aino)

    def answers(**name) -> tuple:
        put = client.post(PAGE, {**TYPED, **name})
        page = client.get(PAGE)
        told = page.content.decode().count("<li class=")
        return put.status_code, put.headers["Location"], dict(page.headers), told

    here = answers()
    DistanceEntry.objects.all().delete()
    not_here = answers(family_name="Eitäällä")
    assert here[:2] == not_here[:2] and here[3] == not_here[3]
    assert {k: len(v) for k, v in here[2].items()} == {k: len(v) for k, v in not_here[2].items()}


def test_PB_12_a_list_is_short_and_does_not_change_often(verified_aino, evening):
    for number in range(promises.DISTANCE_ENTRIES):
        assert named(verified_aino, family_name=f"Testi{'abcde'[number]}").number == number + 1
    with pytest.raises(Refused):
        named(verified_aino)
    second = asked.entries(verified_aino).get(number=2)
    distance.take_off(second.ref, by=verified_aino)
    with pytest.raises(TooMany):
        named(verified_aino)
    evening.shift(2 * promises.LIMITS["distance"][1])
    assert named(verified_aino).number == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        DistanceEntry.objects.create(
            by=verified_aino, number=6, begins_at=timezone.now(), key_version=1
        )


def test_PB_11_nothing_of_the_name_is_kept_or_logged(verified_aino, signed_in, settings):
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.DEBUG)
    try:
        client = signed_in(verified_aino)
        answer = client.post(PAGE, TYPED)
        page = client.get(PAGE)
        settings.IDENTITY_KEYS = ()
        client.raise_request_exception = False
        broken = client.post(PAGE, TYPED)
    finally:
        logging.getLogger().removeHandler(handler)
        logging.getLogger().setLevel(logging.WARNING)
    assert answer.status_code == 302 and broken.status_code == 500
    stored = "".join(serialize("json", model.objects.all()) for model in apps.get_models())
    for telling in ("Testinen", "testinen", "29.2.1980", "1980-02-29"):
        assert telling not in stored and telling not in heard.getvalue()
        assert telling not in page.content.decode() and telling not in broken.content.decode()


def test_PB_11_the_columns_hold_no_words():
    columns = {field.name for field in DistanceEntry._meta.get_fields()}
    assert columns == {
        "id", "ref", "by", "number", "name_key", "key_version", "made_at", "begins_at",
        "removed_at", "ends_at", "hits",
    }  # fmt: skip


def test_EX_19_putting_on_and_taking_off_stand_in_the_list_of_changes(verified_aino):
    entry = named(verified_aino)
    distance.take_off(entry.ref, by=verified_aino)
    kinds = [one.what for one in changes.of(verified_aino)]
    assert kinds[:2] == [Change.What.DISTANCE_REMOVED, Change.What.DISTANCE_ADDED]
    lines = Entry.objects.filter(tag__startswith="safety.distance")
    assert [json.dumps(line.facts) for line in lines] == ["{}", "{}"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_PB_11_switched_off_there_is_no_page(verified_aino, signed_in, settings, method):
    """Signed in or not, the address answers like one that never was."""
    entry = named(verified_aino)
    settings.DISTANCE_LIST = False
    for client in (signed_in(verified_aino), signed_in(verified_aino).__class__()):
        for address in (PAGE, f"{PAGE}{entry.ref}/"):
            there = getattr(client, method)(address)
            never = getattr(client, method)("/fi/s/qq/")
            assert there.status_code == never.status_code == 404
    with pytest.raises(Concealed):
        named(verified_aino)


def test_PB_11_switched_off_nothing_is_met_and_nothing_hides(
    verified_aino, kai, settings, evening, signed_in
):
    named(verified_aino)
    evening.shift(A_DAY)
    settings.DISTANCE_LIST = False
    assert distance.meet() == 0
    settings.DISTANCE_LIST = True
    assert distance.meet() == 1
    settings.DISTANCE_LIST = False
    assert parted(anew(kai)) == frozenset() and asked.windows(anew(verified_aino)) == ()
    assert "/s/d/" not in signed_in(verified_aino).get("/fi/s/").content.decode()


def test_PB_11_the_operator_is_told_what_the_switch_asks(settings):
    assert [type(one) for one in checks.distance_list()] == [Warning]
    settings.IDENTITY_KEYS = ()
    assert [type(one) for one in checks.distance_list()] == [Warning, Error]
    settings.DISTANCE_LIST = False
    assert checks.distance_list() == []


def test_PB_12_the_page_says_by_the_day_alone_that_it_begins(
    verified_aino, kai, signed_in, evening
):
    """The real moment stands on no page: neither before nor after it."""
    entry = named(verified_aino)
    begins = "It begins at some moment within a day."
    evening.move_to(entry.begins_at + timedelta(minutes=11))
    distance.meet()
    assert begins in signed_in(verified_aino).get("/en/s/d/").content.decode()
    evening.move_to(entry.made_at + A_DAY)
    page = signed_in(verified_aino).get("/en/s/d/").content.decode()
    assert begins not in page and "Added: November 2026." in page


def test_PB_11_what_was_typed_wrongly_is_not_lost(verified_aino, signed_in):
    client = signed_in(verified_aino)
    for wrong in ({"birth_date": "31.2.1980"}, {"family_name": "—"}, {"birth_date": "1.1.2990"}):
        page = client.post(PAGE, {**TYPED, **wrong})
        assert page.status_code == 200 and 'value="Kai"' in page.content.decode()
        assert "error-summary" in page.content.decode()
    assert not DistanceEntry.objects.exists()


def test_PB_11_only_ones_own_entry_can_be_taken_off(verified_aino, kai, signed_in):
    entry = named(verified_aino)
    assert signed_in(kai).post(f"{PAGE}{entry.ref}/").status_code == 404
    assert signed_in(verified_aino).get(f"{PAGE}{entry.ref}/").status_code == 405
    assert signed_in(verified_aino).post(f"{PAGE}{entry.ref}/").status_code == 302
    assert signed_in(verified_aino).post(f"{PAGE}{entry.ref}/").status_code == 404


def test_PR_05_a_copy_tells_neither_whom_it_met_nor_who_named_one(verified_aino, kai, evening):
    from community.core.knowing import Part, exporters

    named(verified_aino)
    evening.shift(A_DAY)
    distance.meet()
    chapter = next(one for one in exporters(Part.PRIVATE) if one.name == "distance")
    assert chapter.rows(verified_aino) == [{"entry": 1, "at": "2026-11"}]
    assert chapter.rows(kai) == []
    everything = [
        row
        for someone in (verified_aino, kai)
        for one in exporters(Part.BASICS, Part.PRIVATE)
        for row in one.rows(someone)
    ]
    keys = [*DistanceEntry.objects.values_list("name_key", flat=True)]
    assert not any(key in str(everything) for key in keys)


def test_PB_11_a_new_key_of_the_operator_changes_nothing_for_people(
    verified_aino, kai, settings, evening
):
    from community.accounts import identity

    named(verified_aino)
    settings.IDENTITY_KEYS = (*settings.IDENTITY_KEYS, "the newer one")
    identity.turn_keys()
    distance.turn_keys()
    evening.shift(A_DAY)
    assert distance.meet() == 1


def test_the_listener_survives_being_told_twice(verified_aino, kai, evening):
    from community.accounts.events import Identified

    named(verified_aino)
    evening.shift(A_DAY)
    _tell(Identified(person_id=kai.pk))
    _tell(Identified(person_id=kai.pk))
    assert DistanceHit.objects.count() == 1


def test_a_date_may_be_typed_in_the_ways_people_write_it(verified_aino, signed_in):
    client = signed_in(verified_aino)
    for number, written in enumerate(("5.3.1984", "05.03.1984", "1984-03-05"), start=1):
        assert client.post(PAGE, {**TYPED, "birth_date": written}).status_code == 302
        assert DistanceEntry.objects.count() == number
    assert DistanceEntry.objects.values("name_key").distinct().count() == 1
