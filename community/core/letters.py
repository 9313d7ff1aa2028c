"""The only way mail leaves the house: one neutral subject, plain words, one receiver (EX-09).

Knows no room. Refuses addresses and pages in it, because somebody else may read the mail.
"""

import smtplib
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.backends.smtp import EmailBackend
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

# The fixed list. A mail of ours has one of these subjects, whatever it is about.
SUBJECTS = (_("You have a message"),)
# What tells neither a program nor a person more than that no answer is wanted.
HEADERS = {"Auto-Submitted": "auto-generated"}


def send(name: str, *, to: str, language: str, **context: object) -> None:
    """Send `templates/mail/<name>.txt` to one address, in the receiver's language."""
    with translation.override(language):
        body = render_to_string(f"mail/{name}.txt", context).strip() + "\n"
        subject = str(SUBJECTS[0])
    # The machine's own name would stand in the usual one.
    headers = {**HEADERS, "Message-ID": make_msgid(domain=sender_domain())}
    EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to], headers=headers).send()


def can_send() -> bool:
    """Whether this site has a way to send mail at all."""
    return settings.EMAIL_BACKEND != "community.core.letters.NoPost"


def sender_domain() -> str:
    """What stands after the @ of our sender."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


class Post(EmailBackend):
    """SMTP that greets with the sender's domain: every relay writes the greeting into the mail."""

    @property
    def connection_class(self):
        kind = smtplib.SMTP_SSL if self.use_ssl else smtplib.SMTP

        def connect(*where, **how):
            return kind(*where, **{**how, "local_hostname": sender_domain()})

        return connect


class NoPost(BaseEmailBackend):
    """A site without mail says so aloud when somebody was promised one."""

    def send_messages(self, messages: list) -> int:
        raise ImproperlyConfigured("A mail is due, and EMAIL_URL is not set.")
