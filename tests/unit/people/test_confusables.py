"""Names that imitate roles or people of the house are refused; ordinary ones of any land pass."""

import pytest
from django.urls import reverse

from community.accounts import pseudonyms
from community.accounts.models import User
from community.core.errors import Refused
from tests.conftest import PASSPHRASE

from .confusables import CONFUSABLES, ORDINARY

YES = {"adult": "on", "rules": "on", "special_data": "on"}


def passes(name: str) -> bool:
    try:
        pseudonyms.check(name)
    except Refused:
        return False
    return True


def test_PV_03_two_hundred_confusable_names_of_roles_are_refused():
    assert len(CONFUSABLES) >= 200
    assert [name for name in CONFUSABLES if passes(name)] == []


def test_PV_03_ordinary_names_of_finland_and_of_elsewhere_pass():
    assert len(set(ORDINARY)) >= 60
    long_enough = [name for name in ORDINARY if len(name) >= 3]
    assert [name for name in long_enough if not passes(name)] == []


@pytest.mark.parametrize("name", ["Laine", "LAINE", "Lаinе", "L a i n e", "Laıne"])
def test_PV_03_nobody_is_called_as_a_professional_is_shown(name, laine, client):
    User.objects.filter(pk=laine.pk).update(pseudonym="Muu", key="muu")
    given = {"pseudonym": name, "passphrase": PASSPHRASE, **YES}
    assert client.post(reverse("accounts:sign_up"), given).status_code == 400
    assert not User.objects.filter(pseudonym=name).exists()


@pytest.mark.parametrize("twin", ["Áino", "A i n o", "ᴀɪɴᴏ", "Ａｉｎｏ", "A\u0327ino"])
def test_PV_03_nobody_is_called_as_another_looks(twin, aino, client):
    before = User.objects.count()
    client.post(reverse("accounts:sign_up"), {"pseudonym": twin, "passphrase": PASSPHRASE, **YES})
    assert User.objects.count() == before
