"""The editors' side lists no member, whichever page is opened; what is unused there stays shut."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urldefrag, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from cms.models import ContactLine, GuidePage
from community.accounts.models import User

BEGIN = ("/editor/", "/editor/reports/site-history/", "/editor/reports/locked/")
ADDRESS = re.compile(r"""["'](/editor/[^"'\s<>\\]*)["']""")
ENOUGH_OF_A_KIND = 2  # two pages of a kind tell as much as sixty
EDITOR_LINE = "wagtailsnippets_cms_contactline:"


@pytest.fixture
def helmi(wing) -> User:
    """The editor."""
    return User.objects.get(pk=wing["helmi"].pk)


@pytest.fixture
def member(person) -> User:
    """A member with a name that stands in no text of the site."""
    return person("Aino Kuutamo")


def crawl(client: Client) -> Iterator[tuple[str, str]]:
    """Every kind of page an editor can reach by following addresses, with its text."""
    waiting, seen, kinds = list(BEGIN), set(BEGIN), {}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address)
        if answer.status_code in {301, 302}:
            found = [answer["Location"]]
        elif "attachment" in answer.get("Content-Disposition", ""):
            continue
        else:
            html = unescape(answer.content.decode())
            yield address, html
            found = ADDRESS.findall(html)
        for link in (urldefrag(each).url for each in found):
            kind = re.sub(r"\d+", "N", urlsplit(link).path)
            fresh = link.startswith("/editor/") and link not in seen
            if fresh and kinds.get(kind, 0) < ENOUGH_OF_A_KIND:
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(link)
                waiting.append(link)


def test_PB_03_no_page_of_the_editors_names_a_member(helmi, member, signed_in):
    client = signed_in(helmi)
    page = GuidePage.objects.first()
    client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    texts = dict(crawl(client))
    named = [address for address, html in texts.items() if member.pseudonym in html]
    assert named == []
    assert {
        reverse("wagtailadmin_account"),
        reverse("wagtailadmin_explore_root"),
        reverse(EDITOR_LINE + "list"),
        reverse(EDITOR_LINE + "add"),
        reverse("wagtailadmin_reports:site_history"),
    } <= {urlsplit(address).path for address in texts}
    for kind in (r"/editor/pages/\d+/edit/", r"/editor/snippets/cms/contactline/edit/\d+/"):
        assert any(re.match(kind, address) for address in texts)


@pytest.mark.parametrize(
    "path",
    [
        "users/",
        "users/new/",
        "users/{member}/",
        "groups/",
        "bulk/accounts/user/delete/?id=all",
        "bulk/accounts/user/set_active_state/?id={member}",
        "bulk/accounts/user/assign_role/?id={member}",
        "login/",
        "password_reset/",
        "images/",
        "images/chooser/",
        "documents/",
        "documents/chooser/",
        "api/main/images/",
    ],
)
def test_what_is_shut_is_shut_for_everybody(helmi, member, signed_in, client, path):
    address = "/editor/" + path.format(member=member.pk)
    User.objects.filter(pk=member.pk).update(is_superuser=True)
    for browser in (signed_in(helmi), signed_in(member), client):
        assert browser.get(address).status_code == 404
        assert browser.post(address).status_code == 404


@pytest.mark.parametrize("chief", [False, True])
def test_the_menu_offers_nothing_that_is_shut(helmi, signed_in, chief):
    User.objects.filter(pk=helmi.pk).update(is_superuser=chief)
    html = unescape(signed_in(helmi).get("/editor/").content.decode())
    for shut in ("images", "documents", "users", "groups"):
        assert f'"/editor/{shut}/"' not in html
    assert "/editor/pages/" in html and reverse("wagtailadmin_logout") in html


def test_the_account_page_keeps_no_passphrase_and_no_address(helmi, signed_in):
    html = signed_in(helmi).get(reverse("wagtailadmin_account")).content.decode()
    assert 'type="password"' not in html and 'type="email"' not in html


def test_signing_out_from_the_menu_ends_the_session(helmi, signed_in):
    client = signed_in(helmi)
    assert client.post(reverse("wagtailadmin_logout")).status_code == 200
    assert "_auth_user_id" not in client.session
    assert client.get("/editor/").status_code == 302


def test_looking_at_the_way_out_changes_nothing(helmi, signed_in):
    client = signed_in(helmi)
    answer = client.get(reverse("wagtailadmin_logout"))
    assert (answer.status_code, dict(answer.cookies)) == (405, {})
    assert client.get("/editor/").status_code == 200


def sent(line: ContactLine, **changed) -> dict:
    """The editors' form of a line, without the sentences before calling."""
    form = {
        "name": line.name,
        "number": line.number,
        "run_by": line.run_by,
        "spoken": line.spoken,
        "source": line.source,
        "checked_on": "2026-11-17",
        "words-TOTAL_FORMS": 0,
        "words-INITIAL_FORMS": 0,
        "words-MIN_NUM_FORMS": 0,
        "words-MAX_NUM_FORMS": 1000,
    }
    return {**form, **changed}


def test_CH_08_a_new_line_belongs_to_the_editor_who_wrote_it(helmi, member, signed_in):
    model = ContactLine.objects.filter(locale__language_code="fi").first()
    form, client = sent(model, name="Uusi linja", owner=member.pk), signed_in(helmi)
    html = client.get(reverse(EDITOR_LINE + "add")).content.decode()
    assert 'name="number"' in html and 'name="owner"' not in html
    client.post(reverse(EDITOR_LINE + "add"), form)
    assert ContactLine.objects.get(name="Uusi linja").owner == helmi


def test_CH_08_a_line_changes_hands_only_from_one_who_edits_no_more(
    helmi, member, person, signed_in
):
    client, other = signed_in(helmi), person("Toinen", "editor")
    line = ContactLine.objects.filter(locale__language_code="fi").first()
    for owner, after in ((other, other), (member, helmi)):
        ContactLine.objects.filter(pk=line.pk).update(owner=owner)
        client.post(reverse(EDITOR_LINE + "edit", args=[line.pk]), sent(line, owner=member.pk))
        line = ContactLine.objects.get(pk=line.pk)
        assert (line.owner, str(line.checked_on)) == (after, "2026-11-17")
