"""A copy of one's own data: asked for, waited for, cancelled by one press, fetched once (PR-04)."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from community import promises
from community.accounts import changes
from community.accounts.models import Change
from community.core.errors import Refused, Stale
from community.privacy import services
from community.privacy.models import ExportRequest

ASK = "/en/i/c/"
LINE = "A copy of your data was asked for"


@pytest.fixture
def asked(aino) -> ExportRequest:
    return services.ask(basics=True, private=False, by=aino)


def test_PR_04_it_is_asked_for_after_a_fresh_sign_in_only(aino, signed_in):
    stale = Client()
    stale.force_login(aino)
    assert stale.get(ASK).status_code in {200, 302}
    assert Client().get(ASK).status_code == 302
    assert signed_in(aino).get(ASK).status_code == 200


def test_PR_04_the_second_part_is_never_ticked_beforehand(aino, signed_in):
    page = signed_in(aino).get(ASK).content.decode()
    basics, private = page.split('name="basics"')[1], page.split('name="private"')[1]
    assert "checked" in basics.split(">")[0]
    assert "checked" not in private.split(">")[0]
    assert "Nobody may make you ask for this" in page


def test_PR_04_nothing_is_given_before_a_day_has_passed(aino, asked, evening):
    with pytest.raises(Refused):
        services.open_link(asked, by=aino)
    evening.shift(promises.EXPORT_WAITS - timedelta(minutes=1))
    with pytest.raises(Refused):
        services.open_link(asked, by=aino)
    with pytest.raises(Stale):
        services.fetch(asked, by=aino)
    evening.shift(timedelta(minutes=2))
    services.open_link(asked, by=aino)
    assert services.fetch(asked, by=aino)


def test_PR_04_every_page_of_every_session_says_it_and_one_press_cancels(aino, signed_in, asked):
    phone, desk = signed_in(aino), signed_in(aino)
    for client in (phone, desk):
        for path in ("/en/b/", "/en/s/rules/", "/en/a/", "/en/"):
            page = client.get(path).content.decode()
            assert LINE in page and f"/en/i/c/{asked.ref}/no/" in page
    # No passphrase is asked for this: whoever is afraid presses once.
    assert desk.post(f"/en/i/c/{asked.ref}/no/").status_code == 302
    assert LINE not in phone.get("/en/b/").content.decode()
    assert [one.what for one in changes.of(aino)][:2] == [
        Change.What.EXPORT_CANCELLED,
        Change.What.EXPORT_ASKED,
    ]


def test_PR_04_others_see_no_line_and_reach_nothing(aino, mikko, signed_in, asked):
    other = signed_in(mikko)
    assert LINE not in other.get("/en/b/").content.decode()
    for path in ("", "no/", "get/"):
        assert other.post(f"/en/i/c/{asked.ref}/{path}").status_code == 404
    asked.refresh_from_db()
    assert asked.cancelled_at is None


def test_PR_04_the_link_works_once_and_for_one_hour(aino, evening):
    first = services.ask(basics=True, private=False, by=aino)
    evening.shift(promises.EXPORT_WAITS)
    services.open_link(first, by=aino)
    services.fetch(first, by=aino)
    with pytest.raises(Stale):
        services.fetch(first, by=aino)
    second = services.ask(basics=True, private=False, by=aino)
    evening.shift(promises.EXPORT_WAITS)
    services.open_link(second, by=aino)
    evening.shift(promises.EXPORT_OPEN + timedelta(seconds=1))
    with pytest.raises(Stale):
        services.fetch(second, by=aino)


def test_PR_04_through_the_door_comes_a_zip_with_a_file_for_people_and_one_for_programs(
    aino, signed_in, evening
):
    signed_in(aino).post(ASK, {"basics": "on"})
    asked = ExportRequest.objects.get(person=aino)
    evening.shift(promises.EXPORT_WAITS)
    client = signed_in(aino)
    here = f"/en/i/c/{asked.ref}/"
    assert "It is ready" in client.get(here).content.decode()
    assert client.get(f"{here}get/").status_code == 405
    client.post(here)
    answer = client.post(f"{here}get/")
    assert answer["Content-Disposition"] == 'attachment; filename="tiedot.zip"'
    assert answer["Cache-Control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        assert pack.namelist() == ["tiedot.json", "tiedot.html"]
        assert json.loads(pack.read("tiedot.json"))["basics"]["account"][0]["pseudonym"] == "Aino"
        assert "Aino" in pack.read("tiedot.html").decode()
    assert client.post(f"{here}get/").status_code == 409
    assert Change.objects.filter(person=aino, what=Change.What.EXPORT_FETCHED).count() == 1


def test_PR_04_one_copy_at_a_time_and_not_endlessly(aino, asked):
    with pytest.raises(Refused):
        services.ask(basics=True, private=True, by=aino)
    with pytest.raises(Refused):
        services.ask(basics=False, private=False, by=aino)


def test_PR_04_the_line_costs_one_query_and_a_visitor_none(
    aino, signed_in, asked, django_assert_num_queries
):
    from django.template import Context
    from django.test import RequestFactory

    from community.privacy.templatetags.standing import standing_lines

    request = RequestFactory().get("/")
    request.user = aino
    with django_assert_num_queries(1):
        assert standing_lines(Context({"request": request}))["copy"] == asked
    assert timezone.now() < asked.ready_at
