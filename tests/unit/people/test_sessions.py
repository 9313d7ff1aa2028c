"""How long a session lasts, where one is signed in, what ends it (ID-16, 18, SE-08, 09)."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from community import promises
from community.accounts import changes, devices, services
from community.accounts.models import OpenSession, User
from tests.conftest import PASSPHRASE

from .proving import sign_in

PHONE = "Mozilla/5.0 (Linux; Android 15) Mobile"


def is_in(client: Client) -> bool:
    return client.get(reverse("accounts:own")).status_code == 200


def cookie(client: Client):
    return client.cookies[settings.SESSION_COOKIE_NAME]


def test_ID_16_a_shared_device_forgets_when_the_browser_closes(aino, client):
    sign_in(client, "Aino")
    assert cookie(client)["max-age"] == "" and cookie(client)["expires"] == ""


def test_ID_16_a_shared_device_forgets_after_half_an_hour_of_quiet(aino, client, evening):
    sign_in(client, "Aino")
    for _ in range(3):
        evening.shift(timedelta(minutes=29))
        assert is_in(client)  # each page begins the time anew
    evening.shift(timedelta(minutes=31))
    assert not is_in(client)


def test_ID_16_a_shared_device_forgets_after_eight_hours_at_most(aino, client, evening):
    sign_in(client, "Aino")
    for _ in range(19):
        evening.shift(timedelta(minutes=25))
        assert is_in(client)
    evening.shift(timedelta(minutes=6))
    assert not is_in(client)


def test_ID_16_an_own_device_remembers_for_seven_days_at_most(aino, client, evening):
    sign_in(client, "Aino", own_device="on")
    assert int(cookie(client)["max-age"]) <= promises.SESSION_OWN.total_seconds()
    for _ in range(6):
        evening.shift(timedelta(hours=27))
        assert is_in(client)
    evening.shift(timedelta(hours=7))
    assert not is_in(client)


def test_ID_16_what_a_page_asks_by_itself_is_no_deed(aino, client, evening):
    sign_in(client, "Aino")
    for _ in range(2):
        evening.shift(timedelta(minutes=20))
        client.get(reverse("accounts:stay"), headers={"Sec-Fetch-Mode": "cors"})
    assert not is_in(client)


def test_ID_16_the_end_is_written_once_a_minute_at_most(
    aino, client, evening, django_assert_max_num_queries
):
    sign_in(client, "Aino")
    client.get(reverse("accounts:own"))
    written = OpenSession.objects.get().expire_date
    evening.shift(timedelta(seconds=40))
    client.get(reverse("accounts:own"))
    assert OpenSession.objects.get().expire_date == written
    evening.shift(timedelta(seconds=40))
    client.get(reverse("accounts:own"))
    assert OpenSession.objects.get().expire_date > written


def test_AC_08_a_page_can_ask_how_long_there_is_and_go_on(aino, client, evening):
    sign_in(client, "Aino")
    evening.shift(timedelta(minutes=28, seconds=10))
    asked = {"Accept": "application/json", "Sec-Fetch-Mode": "cors"}
    left = client.get(reverse("accounts:stay"), headers=asked).json()["left"]
    assert 60 < left <= promises.SESSION_WARNS.total_seconds()
    left = client.post(reverse("accounts:stay"), headers=asked).json()["left"]
    assert left > 29 * 60
    assert Client().get(reverse("accounts:stay")).status_code == 403


def test_ID_18_sessions_are_listed_in_coarse_words_and_end_singly(aino, evening):
    here, there = Client(), Client(headers={"User-Agent": PHONE}, REMOTE_ADDR="10.9.8.7")
    for browser in (here, there):
        sign_in(browser, "Aino", own_device="on")
    page = here.get("/en/a/here/").content.decode()
    assert "A phone" in page and "today" in page and "this one" in page
    assert "Android" not in page and "10.9" not in page
    ref = devices.open_sessions(aino).get(device="phone").ref
    here.post(reverse("accounts:end_session", args=[ref]))
    assert is_in(here) and not is_in(there)
    assert changes.of(aino)[0].what == "sessions_ended"


def test_ID_18_all_others_end_at_once_and_nobody_ends_a_strangers(aino, mikko, signed_in):
    here, there, his = signed_in(aino), signed_in(aino), signed_in(mikko)
    ref = devices.open_sessions(mikko).get().ref
    here.post(reverse("accounts:end_session", args=[ref]))
    assert is_in(his)
    here.post(reverse("accounts:end_others"))
    assert is_in(here) and not is_in(there) and is_in(his)


def test_ID_18_nothing_of_browser_or_address_is_stored(aino):
    browser = Client(headers={"User-Agent": PHONE}, REMOTE_ADDR="10.9.8.7")
    sign_in(browser, "Aino")
    row = OpenSession.objects.get()
    data = str({field.name: getattr(row, field.name) for field in row._meta.fields})
    data += str(browser.session.load())
    assert "Android" not in data and "10.9.8" not in data


def test_SE_08_a_new_passphrase_ends_all_other_sessions(aino, signed_in):
    here, there = signed_in(aino), signed_in(aino)
    before = here.session.session_key
    answer = here.post(reverse("accounts:passphrase"), {"passphrase": "uusi lause ikkunan alla"})
    assert answer.status_code == 302 and is_in(here) and not is_in(there)
    assert here.session.session_key != before and OpenSession.objects.count() == 1
    assert changes.of(aino)[0].what == "passphrase"
    assert sign_in(Client(), "Aino").status_code == 200  # the old one does not fit any more
    assert sign_in(Client(), "Aino", "uusi lause ikkunan alla").status_code == 302


def test_SE_08_a_lost_role_ends_every_session(salla, outi, signed_in):
    client = signed_in(salla)
    services.end_role(salla, "moderator", by=outi)
    assert not is_in(client) and not devices.open_sessions(salla).exists()


FRESH = ("devices", "factors", "add_app", "add_passkey", "sheet", "email", "passphrase")


@pytest.mark.parametrize("name", FRESH)
def test_SE_09_what_protects_asks_once_more_and_goes_back(aino, client, evening, name):
    sign_in(client, "Aino")
    page = reverse(f"accounts:{name}")
    assert client.get(page).status_code == 200
    evening.shift(promises.SIGN_IN_FRESH + timedelta(seconds=1))
    asked = client.get(page)
    assert asked.status_code == 302 and asked.url.startswith(reverse("accounts:again"))
    assert client.get(asked.url).status_code == 200
    given = {"passphrase": "väärä lause tämä", "next": page}
    assert client.post(reverse("accounts:again"), given).status_code == 400
    assert client.post(reverse("accounts:again"), {**given, "passphrase": PASSPHRASE}).url == page
    assert client.get(page).status_code == 200


def test_SE_09_what_was_pressed_too_late_changes_nothing_and_leads_back(aino, client, evening):
    sign_in(client, "Aino", own_device="on")
    evening.shift(timedelta(minutes=20))
    page = reverse("accounts:devices")
    headers = {"Referer": f"http://testserver{page}"}
    answer = client.post(reverse("accounts:end_others"), headers=headers)
    given = {"passphrase": PASSPHRASE, "next": page}
    assert answer.url.endswith(page.replace("/", "%2F"))
    assert client.post(reverse("accounts:again"), given).url == page


def test_SE_11_asking_once_more_is_limited(aino, signed_in):
    client = signed_in(aino)
    for _ in range(5):
        client.post(reverse("accounts:again"), {"passphrase": "väärä lause tämä"})
    assert client.post(reverse("accounts:again"), {"passphrase": PASSPHRASE}).status_code == 429


def test_SE_07_pages_of_the_account_are_kept_by_nobody(aino, signed_in):
    client = signed_in(aino)
    for name in (*FRESH, "again", "own", "consent"):
        answer = client.get(reverse(f"accounts:{name}"))
        assert answer.status_code == 200 and "no-store" in answer["Cache-Control"]
        assert "unsafe" not in answer["Content-Security-Policy"]


def test_PR_16_no_cookie_but_session_and_csrf(aino, client):
    client.get(reverse("accounts:sign_in"))
    sign_in(client, "Aino", own_device="on")
    for name in (*FRESH, "own"):
        client.get(reverse(f"accounts:{name}"))
    assert set(client.cookies) == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}


def test_signing_in_as_another_leaves_nothing_of_the_one_before(aino, mikko, client):
    sign_in(client, "Aino")
    before = client.session.session_key
    sign_in(client, "Mikko")
    assert not OpenSession.objects.filter(pk=before).exists()
    assert User.objects.get(pk=client.session["_auth_user_id"]) == mikko
