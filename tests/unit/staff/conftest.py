"""What tests of the coordinator's side share."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from community.accounts.models import User
from tests.talk import *  # noqa: F403


@pytest.fixture
def desk_of_outi(outi, signed_in) -> Client:
    """A browser in which the coordinator is signed in."""
    return signed_in(outi)


@pytest.fixture
def helmi(person) -> User:
    """The editor."""
    return person("Helmi", "editor")


@pytest.fixture
def code_for(desk_of_outi) -> Callable[..., str]:
    """The code of a new invitation, as the coordinator reads it off the page."""

    def invite(*kinds: str, permitted: tuple[str, ...] = ()) -> str:
        given = {"kinds": kinds, "permitted": permitted}
        page = desk_of_outi.post(reverse("people:invite"), given)
        return re.search(r"<code>([^<]+)</code>", page.content.decode()).group(1)

    return invite
