"""The calm page before signing up: once a visit, skippable, and it leads on to where one was."""

from django.test import Client
from django.urls import reverse

BEFORE, SIGN_UP = "/fi/s/before/", "/fi/a/new/"


def test_ID_13_it_is_shown_once_a_visit_and_then_leads_straight_on(db, client):
    first = client.get(BEFORE, {"next": "/fi/b/"})
    assert first.status_code == 200 and not client.cookies.get("sessionid")
    assert f"{reverse('accounts:sign_in')}?next=" in first.content.decode()  # skipped by a link
    onward = client.post(BEFORE, {"next": "/fi/b/"})
    assert onward["Location"] == f"{SIGN_UP}?next=%2Ffi%2Fb%2F"
    again = client.get(BEFORE, {"next": "/fi/g/"})
    assert again["Location"] == f"{SIGN_UP}?next=%2Ffi%2Fg%2F"
    assert client.get("/leave/").status_code == 302
    client.post("/back/")
    assert client.get(BEFORE).status_code == 200  # another visit


def test_ID_13_it_leads_nowhere_else(db, client):
    assert client.post(BEFORE, {"next": "https://elsewhere.example/"})["Location"] == SIGN_UP
    assert Client().get(SIGN_UP).status_code == 200  # nobody has to pass it
