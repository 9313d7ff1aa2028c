"""The people of the evening in one group: Ville leads, Aino and Mikko sit there, Tuuli does not."""

import pytest

from community.accounts.models import User
from community.groups.models import PeerGroup, Session

from . import setting


@pytest.fixture
def tuuli(person) -> User:
    """A member without a seat."""
    return person("Tuulenpesä")


@pytest.fixture
def other_facilitator(person) -> User:
    """Leads groups, but not this one."""
    return person("Kaisla", "facilitator")


@pytest.fixture
def group(ville) -> PeerGroup:
    return setting.found_group(ville)


@pytest.fixture
def session(group, ville, aino, mikko) -> Session:
    """The session, open; Aino and Mikko accepted the agreement."""
    return setting.begin(group, ville, aino, mikko)
