"""Abuse story 15: "I pose as a volunteer or professional." (PV-01 to 06)"""

import re

import pytest
from django.urls import reverse

from community.accounts import credentials, pseudonyms
from community.accounts.models import Credential, User
from community.core.errors import Concealed, Refused
from forum.discussion import services
from tests.conftest import PASSPHRASE

YES = {"adult": "on", "rules": "on", "special_data": "on"}


def test_story_15_nobody_passes_for_a_volunteer_or_professional(
    topic, aino, mikko, outi, laine, profession, client, signed_in, evening, let_through
):
    """He tries a name, a form field, a text, the register's page, and an old right."""
    # A name that sounds like a role, in whichever letters, is not given out.
    for name in (
        "Psykologi Anna",
        "Рsykologi",
        "p\u200bsykologi",
        "ＰＳＹＫＯＬＯＧＩ",
        "Dr. L",
    ):
        given = {"pseudonym": name, "passphrase": PASSPHRASE, **YES}
        assert client.post(reverse("accounts:sign_up"), given).status_code == 400
        with pytest.raises(Refused):
            pseudonyms.check(name)

    # No field makes a role: neither a kind nor somebody else's checked profession.
    for key in ("professional", "volunteer", profession(laine)):
        with pytest.raises(Refused):
            services.reply(topic, body="Olen psykologi.", wearing=key, by=aino)
    sent = {"body": "Olen psykologi.", "hat": "professional", "role": "professional"}
    signed_in(aino).post(reverse("talk:reply", args=[topic.trait.ref]), sent)

    # Words that look like a label stand inside the text, under the label "member".
    written = services.reply(
        topic, body="**Psykologi**, tarkistettu 2.11.2026: luota minuun.", by=aino
    ).post
    let_through(written)
    page = client.get(reverse("talk:topic", args=[topic.trait.ref])).content.decode()
    fake = re.search(rf'id="message-{written.byline.ref}".*?</article>', page, re.S).group()
    byline, text = fake.split('class="message__text"')
    assert "label--member" in byline and "label--professional" not in byline
    assert "byline__checked" not in byline and "luota minuun" in text

    # The register is kept by the coordinator alone, and never about oneself.
    assert signed_in(aino).get(reverse("people:index")).status_code == 404
    with pytest.raises(Concealed):
        credentials.check(mikko, by=aino, checked_on=None)
    with pytest.raises(Refused):
        credentials.check(outi, by=outi, checked_on=None)

    # A right that was not looked up in time gives no label any more, on its last key either.
    key, kept = profession(laine), Credential.objects.get()
    evening.move_to(f"{kept.recheck_by}T23:00:00+02:00")
    evening.shift(86_400)
    with pytest.raises(Refused):
        services.reply(topic, body="Vastaan.", wearing=key, by=User.objects.get(pk=laine.pk))
