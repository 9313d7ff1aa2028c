"""The one mail of notices. It says that there is something, and nothing else (EX-08, EX-09)."""

from community.accounts.models import User
from community.accounts.queries import safe_email
from community.core import letters


def send_notice(person: User) -> None:
    """Tell this person to look in when it is safe. Raises what the mail server raises."""
    letters.send("notice", to=safe_email(person), language=person.language)
