"""Everything a journey needs: boards, a reader's yes, lines to a live room."""

import pytest
from wagtail.models import Collection, Locale, Page

from tests.sockets.conftest import group, line, session_key  # noqa: F401
from tests.talk import *  # noqa: F403


@pytest.fixture
def editors_ground(transactional_db) -> None:
    """What Wagtail's migrations leave for editors; a test before this one may have emptied it."""
    locale, _made = Locale.objects.get_or_create(language_code="fi")
    if not Page.get_first_root_node():
        Page.add_root(title="Root", slug="root", locale=locale)
    if not Collection.get_first_root_node():
        Collection.add_root(name="Root")
