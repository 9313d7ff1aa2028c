"""The public table and its example: there for everybody, straight from what rooms declare."""

from django.test import Client
from django.utils import translation
from django.utils.html import escape

from community.core import knowing


def test_PR_01_everybody_can_read_what_we_know_before_signing_up(db):
    page = Client().get("/en/i/").content.decode()
    assert len(knowing.known()) > 15
    with translation.override("en"):
        missing = [one for one in knowing.known() if escape(str(one.what)) not in page]
    assert not missing
    assert page.count('<details class="fold"') == len(knowing.known())
    assert "What we never hold" in page


def test_PR_01_the_footer_leads_to_the_table(db):
    assert 'href="/en/i/"' in Client().get("/en/s/rules/").content.decode()


def test_TR_04_the_example_shows_a_value_for_everything_and_no_real_person(person, db):
    person("Kultarinta")
    page = Client().get("/en/i/e/").content.decode()
    assert page.count("<dt>") == len(knowing.known())
    assert "Kultarinta" not in page
