"""Leaving fast at the server: the session ends, Back shows nothing, coming back is a choice."""

from django.test import Client
from django.urls import reverse

from tests.conftest import PASSPHRASE


def test_EX_01_EX_03_the_plain_link_ends_the_session_and_goes_to_the_neutral_site(
    aino, signed_in, settings
):
    client = signed_in(aino)
    before = client.session.session_key
    response = client.get(reverse("leave"))
    assert response.status_code == 302 and response.url == settings.LEAVE_TARGET
    assert "storage" in response.headers["Clear-Site-Data"]
    assert client.session.session_key != before and "_auth_user_id" not in client.session


def test_EX_03_afterwards_every_page_is_the_neutral_one_until_somebody_chooses(
    topic, aino, signed_in
):
    client = signed_in(aino)
    client.post(reverse("leave"))
    for path in (reverse("talk:topic", args=[topic.trait.ref]), "/fi/", reverse("accounts:own")):
        page = client.get(path).content.decode()
        assert "Rinnalla" not in page and "Kaksi kotia" not in page and "stylesheet" not in page
    client.post(reverse("back"))
    assert (
        "Kaksi kotia" in client.get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
    )
    assert "_auth_user_id" not in client.session


def test_EX_03_signing_in_again_needs_the_way_back_first(aino, client):
    client.get(reverse("leave"))
    client.post(reverse("back"))
    client.post(reverse("accounts:sign_in"), {"pseudonym": "Aino", "passphrase": PASSPHRASE})
    assert client.get(reverse("accounts:own")).status_code == 200


def test_leaving_without_an_account_works_alike(db, client):
    assert client.get(reverse("leave")).status_code == 302
    assert "Rinnalla" not in client.get(reverse("talk:boards")).content.decode()


def test_EX_01_the_way_out_stands_open_when_the_cache_is_down(aino, signed_in, monkeypatch):
    def breaks(*_args) -> None:
        raise ConnectionError("no cache")

    monkeypatch.setattr("community.safety.leaving.limits.spend", breaks)
    for client in (signed_in(aino), Client()):
        assert client.get(reverse("leave")).status_code == 302
        assert "Rinnalla" not in client.get(reverse("talk:boards")).content.decode()


def test_EX_03_a_member_who_leaves_is_marked_whatever_others_at_the_address_did(
    aino, signed_in, client
):
    for _ in range(40):
        Client().post(reverse("leave"))
    member = signed_in(aino)
    member.post(reverse("leave"))
    assert "Rinnalla" not in member.get(reverse("talk:boards")).content.decode()


def test_AC_07_EX_01_the_way_out_and_help_stand_on_every_page(db, client):
    for name in ("talk:boards", "safety:help_now", "safety:before", "accounts:sign_in"):
        page = client.get(reverse(name)).content.decode()
        assert 'href="/leave/"' in page and "112" in page
