"""The second step: for tasks it is a must, for members a choice; tasks sleep without it (ID-09)."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from community.accounts import changes, codes, factors, locked
from community.accounts.hats import hats_of
from community.accounts.models import OneUseCode, User
from community.audit import Tag
from community.audit.models import Entry
from community.core.consumers import viewer_of

from .proving import KEY, code, sign_in, with_app

DESK = "/fi/d/"


def words(response) -> str:
    return response.content.decode()


def test_ID_09_tasks_sleep_until_the_second_factor_and_wake_with_it(salla, client):
    assert sign_in(client, "Salla").status_code == 302  # no factor yet: the passphrase lets in
    own = client.get(reverse("accounts:own"))
    assert own.status_code == 200 and reverse("accounts:wake") in words(own)
    assert client.get(DESK).status_code == 404
    page = client.get(reverse("accounts:wake"), follow=True)
    assert page.status_code == 200 and page.redirect_chain[-1][0] == reverse("accounts:factors")
    page = words(client.get(reverse("accounts:add_app")))
    key = re.search(r'class="key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    assert "<svg" in page and "data:" not in page
    typed = totp.format_hotp_value(totp.hotp_value(key, next(totp.yield_hotp_counters_from_time())))
    assert client.post(reverse("accounts:add_app"), {"code": typed}).status_code == 302
    assert client.get(DESK).status_code == 200
    assert reverse("accounts:wake") not in words(client.get(reverse("accounts:own")))


def test_ID_09_the_passphrase_alone_opens_nothing_when_there_is_a_factor(salla, client):
    with_app(salla)
    answer = sign_in(client, "Salla", next="/fi/d/")
    assert answer.url == reverse("mfa_authenticate")
    assert "/a/in/" in client.get(reverse("accounts:own")).url  # not in yet
    assert client.post(answer.url, {"code": "000000"}).status_code == 400
    before = client.session.session_key
    assert client.post(answer.url, {"code": code()}).url == "/fi/d/"
    assert client.session.session_key != before and client.get(DESK).status_code == 200


def test_SE_17_the_way_to_a_task_stands_in_the_record_and_a_members_does_not(salla, aino):
    for someone in (salla, aino):
        factors.add_app(KEY, by=someone)
        browser = Client()
        answer = sign_in(browser, someone.pseudonym)
        browser.post(answer.url, {"code": "000000"})
        browser.post(answer.url, {"code": code()})
        assert browser.get(reverse("accounts:own")).status_code == 200
    told = Entry.objects.filter(by=salla).values_list("tag", flat=True)
    ways = {Tag.FACTOR_ADDED, Tag.SECOND_FACTOR_REFUSED, Tag.TASKS_AWOKE}
    assert ways <= set(told)
    assert not Entry.objects.filter(by=aino, tag__in=ways).exists()


def test_ID_09_each_code_of_the_app_is_good_once(salla):
    with_app(salla)
    typed, answers = code(), []
    for browser in (Client(), Client()):
        sign_in(browser, "Salla")
        answers.append(browser.post(reverse("mfa_authenticate"), {"code": typed}).status_code)
    assert answers == [302, 400]


def test_ID_17_a_code_of_the_sheet_is_a_second_factor_once(salla):
    with_app(salla)
    one = codes.make_sheet(by=salla)[0]
    answers = []
    for browser in (Client(), Client()):
        sign_in(browser, "Salla")
        answers.append(browser.post(reverse("mfa_authenticate"), {"code": one}).status_code)
    assert answers == [302, 400]


def test_SE_11_guessing_codes_is_slowed(salla, client):
    with_app(salla)
    sign_in(client, "Salla")
    for _ in range(5):
        client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert client.post(reverse("mfa_authenticate"), {"code": code()}).status_code == 429


def test_ID_09_a_session_without_it_gives_no_role_to_page_or_socket(salla, ville, signed_in):
    with_app(salla)
    for someone, confirmed in ((salla, True), (salla, False), (ville, False)):
        client = signed_in(someone, second_factor=confirmed)
        viewer = viewer_of(client.session.session_key)
        assert viewer.has_role("moderator", "facilitator") is confirmed
        assert viewer.may_open_desk is confirmed and viewer.is_asleep is not confirmed
        assert bool(hats_of(viewer)) is confirmed
    assert User.objects.get(pk=salla.pk).has_role("moderator")  # outside a session: as it is


def test_ID_09_an_editor_and_a_coordinator_who_sleep_find_no_side_of_their_own(person, signed_in):
    for name, role in (("Helmi", "editor"), ("Outi", "coordinator")):
        asleep = signed_in(person(name, role), second_factor=False)
        assert asleep.get("/editor/").status_code == 404
    chief = User.objects.create_superuser("Pääkäyttäjä", "lamppu ikkunalla palaa")
    assert signed_in(chief, second_factor=False).get("/editor/").status_code == 404
    assert signed_in(chief).get("/editor/").status_code == 200


@pytest.mark.parametrize("name", ["safety:help_now", "leave", "talk:boards", "accounts:own"])
def test_ID_09_leaving_and_help_stay_open_for_the_sleeping(salla, signed_in, name):
    answer = signed_in(salla, second_factor=False).get(reverse(name))
    assert answer.status_code in {200, 302} and "/a/" not in answer.get("Location", "")


def test_ID_09_for_a_member_it_is_a_choice(aino, signed_in, client):
    page = words(signed_in(aino).get(reverse("accounts:own")))
    assert reverse("accounts:wake") not in page
    with_app(aino)
    assert sign_in(client, "Aino").url == reverse("mfa_authenticate")


def test_ID_09_the_last_factor_taken_away_puts_tasks_to_sleep_everywhere(salla, signed_in):
    with_app(salla)
    here, there = signed_in(salla), signed_in(salla)
    mark = factors.listed(salla)[0]["mark"]
    here.post(reverse("accounts:factor_off", args=[mark]))
    assert not factors.has_any(salla) and here.get(DESK).status_code == 404
    assert "/a/in/" in there.get(reverse("accounts:own")).url
    assert changes.of(salla)[0].what == "factor_removed"


def test_ID_09_nobody_takes_away_the_factor_of_another(salla, aino, signed_in):
    with_app(salla)
    mark = factors.listed(salla)[0]["mark"]
    signed_in(aino).post(reverse("accounts:factor_off", args=[mark]))
    assert factors.has_any(salla)


def test_the_key_of_an_app_is_not_readable_in_the_database(aino):
    with_app(aino)
    kept = Authenticator.objects.get().data["secret"]
    assert KEY not in kept and locked.unlock(kept) == KEY


def test_what_an_old_site_key_locked_still_opens(settings):
    kept = locked.lock("word")
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another" * 9
    assert locked.unlock(kept) == "word"


@pytest.mark.parametrize("given", ["", "[]", "{}", '{"id": 1}', "no json", '{"response": {}}'])
@pytest.mark.parametrize("name", ["accounts:again", "accounts:add_passkey"])
def test_a_broken_passkey_is_refused_kindly(aino, signed_in, given, name):
    client = signed_in(aino)
    client.get(reverse(name))
    assert client.post(reverse(name), {"credential": given}).status_code == 400
    assert not Authenticator.objects.exists()


def test_EX_07_a_passkey_and_an_app_do_not_name_the_person(aino, signed_in):
    client = signed_in(aino)
    for name in ("accounts:add_passkey", "accounts:add_app"):
        page = words(client.get(reverse(name)))
        shown = page[page.index("<main") : page.index("</main>")]
        assert "Aino" not in shown and "Rinnalla" not in shown


def test_ID_15_a_passkey_may_be_copied_and_the_page_says_so(aino, signed_in):
    page = words(signed_in(aino).get("/en/a/two/key/"))
    assert "A shared family account may copy this" in page
    assert not OneUseCode.objects.exists()


def test_ID_09_a_new_factor_ends_the_sessions_that_never_showed_it(aino, signed_in):
    """Else whoever sits in an old one, and knows the passphrase, takes the factor away again."""
    hers, forgotten = signed_in(aino), signed_in(aino)
    page = words(hers.get(reverse("accounts:add_app")))
    key = re.search(r'class="key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    typed = totp.format_hotp_value(totp.hotp_value(key, next(totp.yield_hotp_counters_from_time())))
    assert hers.post(reverse("accounts:add_app"), {"code": typed}).status_code == 302
    assert hers.get(reverse("accounts:factors")).status_code == 200
    assert forgotten.get(reverse("accounts:own")).status_code == 302


@pytest.mark.parametrize("junk", ["{}", "null", '{"id": 1}', "[" * 100_000 + "]" * 100_000])
def test_SE_18_what_no_browser_answers_is_refused_kindly(junk, salla, client, signed_in):
    with_app(salla)
    sign_in(client, "Salla")
    assert client.post(reverse("mfa_authenticate"), {"credential": junk}).status_code == 400
    inside = signed_in(salla)
    for door in ("accounts:again", "accounts:add_passkey"):
        assert inside.post(reverse(door), {"credential": junk}).status_code == 400
