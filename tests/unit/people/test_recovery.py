"""Back in with a code of the sheet; which passphrases are refused (ID-07, ID-08, ID-17)."""

import hashlib
import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from community.accounts import changes, codes
from community.accounts.breached import is_breached
from community.accounts.models import OneUseCode, OpenSession, User
from community.accounts.passphrases import is_common
from tests.conftest import PASSPHRASE

from .proving import code, sign_in, with_app

NEW = "uusi lause ikkunan alla"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def recover(client: Client, name: str, one: str, passphrase: str = NEW):
    typed = {"pseudonym": name, "code": one, "passphrase": passphrase}
    return client.post(reverse("accounts:lost"), typed)


def test_ID_17_eight_codes_are_offered_after_signing_up_and_can_be_left_for_later(aino, signed_in):
    client = signed_in(aino)
    sheet = reverse("accounts:sheet")
    assert sheet in client.get(reverse("accounts:welcome")).content.decode()
    assert not OneUseCode.objects.exists()  # looking makes none
    page = client.post(sheet).content.decode()
    shown = re.findall(r"<code>([a-z2-9]{5}-[a-z2-9]{5})</code>", page)
    assert len(set(shown)) == 8 and codes.left(aino) == 8
    assert not set(shown) & set(
        re.findall(r"[a-z2-9]{5}-[a-z2-9]{5}", client.get(sheet).content.decode())
    )
    assert changes.of(aino)[0].what == "codes_made"


def test_ID_17_on_paper_nothing_says_what_the_codes_are_for(aino, signed_in):
    page = signed_in(aino).post("/en/a/sheet/").content.decode()
    title = re.search(r"<title>(.*?)</title>", page)[1]
    paper = re.search(r"<h1>(.*?)</h1>.*?(<ol class=\"sheet\">.*?</ol>)", page, re.DOTALL)
    assert title == paper[1] == "Notes"
    assert not re.search(r"rinnalla|divorce|account|passphrase", paper[0], re.IGNORECASE)


def test_ID_17_of_a_code_only_a_hash_is_kept(aino):
    sheet = codes.make_sheet(by=aino)
    kept = str(list(OneUseCode.objects.values()))
    assert not any(one in kept or one.replace("-", "") in kept for one in sheet)


def test_ID_17_one_code_gives_a_new_passphrase_and_ends_every_session(aino, signed_in, client):
    before, one = signed_in(aino), codes.make_sheet(by=aino)[3]
    assert recover(client, "aino", one.upper().replace("-", " ")).status_code == 302
    assert client.get(reverse("accounts:own")).status_code == 200
    assert "/a/in/" in before.get(reverse("accounts:own")).url
    assert OpenSession.objects.filter(person=aino).count() == 1
    assert changes.of(aino)[0].what == "recovered" and codes.left(aino) == 7
    assert sign_in(Client(), "Aino").status_code == 200  # the lost one opens nothing any more
    assert recover(Client(), "Aino", one).status_code == 400  # and the code is used up


def test_ID_17_who_has_a_second_factor_still_confirms_it(aino, client):
    with_app(aino)
    first, second, *_others = codes.make_sheet(by=aino)
    assert recover(client, "Aino", first).url == reverse("mfa_authenticate")
    assert "/a/in/" in client.get(reverse("accounts:own")).url
    assert client.post(reverse("mfa_authenticate"), {"code": first}).status_code == 400
    assert client.post(reverse("mfa_authenticate"), {"code": second}).status_code == 302
    other = Client()
    sign_in(other, "Aino", NEW)
    assert other.post(reverse("mfa_authenticate"), {"code": code()}).status_code == 302


def test_ID_17_new_codes_make_the_old_ones_useless(aino, client):
    old, _new = codes.make_sheet(by=aino)[0], codes.make_sheet(by=aino)
    assert recover(client, "Aino", old).status_code == 400


def test_ID_17_a_code_opens_only_the_own_account(aino, mikko, client):
    assert recover(client, "Mikko", codes.make_sheet(by=aino)[0]).status_code == 400
    assert User.objects.get(pk=mikko.pk).check_password(PASSPHRASE) and codes.left(aino) == 8


def test_ID_17_a_new_site_key_does_not_spoil_the_sheet(aino, client, settings):
    one = codes.make_sheet(by=aino)[0]
    settings.SECRET_KEY_FALLBACKS, settings.SECRET_KEY = [settings.SECRET_KEY], "another" * 9
    assert recover(client, "Aino", one).status_code == 302


def test_ID_07_recovery_reads_the_same_whether_or_not_there_is_an_account(aino):
    codes.make_sheet(by=aino)
    answers = [recover(Client(), name, "abcde-fghjk") for name in ("Aino", "Oskar")]
    bodies = [TOKEN.sub("", a.content.decode()).replace("Oskar", "Aino") for a in answers]
    heads = [{k: v for k, v in a.headers.items() if k != "Content-Length"} for a in answers]
    assert bodies[0] == bodies[1] and answers[0].status_code == answers[1].status_code == 400
    assert heads[0] == heads[1] and {*answers[0].cookies} == {*answers[1].cookies}


def test_SE_11_guessing_codes_is_slowed_and_locks_out_nobody_elsewhere(aino, client):
    one = codes.make_sheet(by=aino)[0]
    for _ in range(3):
        recover(client, "Aino", "abcde-fghjk")
    assert recover(client, "A.i.n.o", one).status_code == 429
    assert recover(Client(REMOTE_ADDR="10.1.2.3"), "Aino", one).status_code == 302


@pytest.mark.parametrize(
    "passphrase",
    ["password1234", "salasanasalasana", "Salasana2026!", "123456789012", "aaaaaaaaaaaa",
     "qwertyuiopåa", "pass word 1234", "lösenord1234", "abcabcabcabc", "2026salasana", "x" * 257,
     "q1w2e3r4t5y6", "lyhyt"],
)  # fmt: skip
def test_ID_08_what_everybody_uses_is_refused_kindly(db, client, passphrase):
    given = {"pseudonym": "Kuura", "passphrase": passphrase, "adult": "on", "rules": "on"}
    answer = client.post("/en/a/new/", given)
    assert answer.status_code == 400 and not User.objects.exists()
    assert "passphrase" in answer.content.decode() and "must" not in answer.content.decode()


@pytest.mark.parametrize(
    "passphrase",
    ["  välit alussa ja lopussa  ", "kolme pientä porsasta", "🌲🌲 kuusi ja mänty 🌲",
     "x7" * 6 + "y", "583920174628", "لامپ روی پنجره روشن است", "ä" + "ö tämä on pitkä " * 14],
)  # fmt: skip
def test_ID_08_everything_else_is_welcome_and_works_as_typed(db, client, passphrase):
    given = {"pseudonym": "Kuura", "passphrase": passphrase, "adult": "on", "rules": "on"}
    assert client.post(reverse("accounts:sign_up"), given).status_code == 302
    assert sign_in(Client(), "Kuura", passphrase).status_code == 302
    assert sign_in(Client(), "Kuura", passphrase + " ").status_code == 200


@given(st.text(max_size=300))
def test_no_text_breaks_the_check(text):
    assert is_common(text) in {True, False}


@pytest.fixture
def stolen(tmp_path, settings):
    """A list as the public one: hashes with counts, in order."""
    words = [f"stolen passphrase {number}" for number in range(400)]
    hashes = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in words)
    path = tmp_path / "ordered-by-hash.txt"
    path.write_bytes(b"".join(f"{one}:{n * 37}\r\n".encode() for n, one in enumerate(hashes)))
    settings.BREACHED_PASSPHRASES = str(path)
    return words


def test_ID_08_a_stolen_passphrase_is_found_in_the_list_on_this_machine(stolen, db, client):
    assert all(is_breached(word) for word in stolen)
    assert not any(is_breached(f"another one {number}") for number in range(400))
    given = {"pseudonym": "Kuura", "passphrase": stolen[7], "adult": "on", "rules": "on"}
    assert client.post(reverse("accounts:sign_up"), given).status_code == 400


def test_ID_08_without_a_list_nothing_is_asked(settings):
    settings.BREACHED_PASSPHRASES = ""
    assert not is_breached("stolen passphrase 1")
