"""Every mail template in every language: nothing in it tells anything (EX-09)."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from community.core import letters, telling
from community.settings import environment

TEMPLATES = Path(settings.ROOT) / "templates" / "mail"
NAMES = sorted(path.stem for path in TEMPLATES.iterdir())
LANGUAGES = [code for code, _name in settings.LANGUAGES]
# What a template may be given; a new template with another word fails until it is said here.
CONTEXT = {"code": "493 027"}
NAMES_OF_OURS = ("rinnalla", "aino", "mikko", "forum", "foorumi", "vertais", "ryhmä", "grupp")


def letter(name: str, language: str) -> mail.EmailMessage:
    mail.outbox.clear()
    letters.send(name, to="x@post.example", language=language, **CONTEXT)
    return mail.outbox[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_EX_09_no_mail_tells_anything(name, language):
    sent = letter(name, language)
    for text in (sent.subject, sent.body, sent.from_email):
        assert not telling.words_in(text, language)
        assert not telling.words_in(text, "")  # nor in any other language
        assert not [word for word in NAMES_OF_OURS if word in text.casefold()]
    assert len(sent.body.split()) <= 40
    assert not re.search(r"https?:|www\.|<|/\w|\bfi/|@", sent.body)
    assert sent.subject in {translated(subject, language) for subject in letters.SUBJECTS}


@pytest.mark.parametrize("name", NAMES)
def test_EX_09_plain_text_to_one_receiver_with_no_telling_header(name):
    sent = letter(name, "fi")
    raw = sent.message()
    assert raw.get_content_type() == "text/plain" and not raw.is_multipart()
    assert (len(sent.to), sent.cc, sent.bcc, sent.attachments) == (1, [], [], [])
    allowed = {
        "content-type", "mime-version", "content-transfer-encoding", "subject", "from", "to",
        "date", "message-id", "auto-submitted",
    }  # fmt: skip
    assert {key.lower() for key in raw} <= allowed
    assert raw["Message-ID"].endswith("@post.example>")


def test_EX_09_templates_are_plain_text_without_a_way_in():
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert path.suffix == ".txt"
        assert not re.search(r"{%\s*(url|way|static)|request|person|user|pseudonym", text)


def test_a_site_without_a_mail_server_offers_none_and_is_loud_when_one_is_due(settings):
    settings.EMAIL_BACKEND = environment.post("")["EMAIL_BACKEND"]
    assert not letters.can_send()
    with pytest.raises(ImproperlyConfigured):
        letters.send("notice", to="x@post.example", language="fi")


def test_the_address_of_the_mail_server_is_read_whole():
    given = environment.post("smtps://posti:s%40na@mail.example:2465")
    assert given["EMAIL_HOST_PASSWORD"] == "s@na" and given["EMAIL_USE_SSL"]
    assert (given["EMAIL_HOST"], given["EMAIL_PORT"]) == ("mail.example", 2465)
    with pytest.raises(ImproperlyConfigured):
        environment.post("http://mail.example")


@pytest.mark.parametrize(
    "sender", ["Rinnalla <x@post.example>", "Posti <x@rinnalla.example>", "Eroinfo <x@post.fi>"]
)
def test_EX_09_a_telling_sender_stops_the_start(sender):
    with pytest.raises(ImproperlyConfigured):
        environment.sender(sender)
    assert environment.sender("Posti <posti@post.example>")


def test_EX_09_the_mail_server_is_greeted_with_the_senders_domain(settings, monkeypatch):
    greeted = {}

    class Server:
        def __init__(self, *where, **how):
            greeted.update(how)

        def quit(self):
            pass

    monkeypatch.setattr("smtplib.SMTP", Server)
    letters.Post(host="mail.example", use_tls=False).open()
    assert greeted["local_hostname"] == "post.example"


def translated(subject: object, language: str) -> str:
    with translation.override(language):
        return str(subject)
