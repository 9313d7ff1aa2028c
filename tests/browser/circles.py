"""A live group for one test, founded by the ordinary verbs; the demo's own is left alone."""

from .site import Site

FACILITATOR = "Ville"
FOUND = """
from datetime import timedelta
from django.utils import timezone
from community.accounts.models import User
from community.groups import services

who = lambda name: User.objects.get(pseudonym=name)
words = lambda text: dict.fromkeys(("fi", "sv", "en"), text)
lead = who({lead!r})
group = services.found(
    name=words({name!r}), purpose=words("Puhutaan illasta."), agreement=words("Olen kiltti."),
    language="fi", facilitator=lead, by=who("Outi"),
)
for name in {people!r}:
    services.ask_seat(group, by=who(name))
    services.give_seat(group, to=who(name), by=lead)
soon = timezone.now() + timedelta(minutes=5)
services.plan_session(group, theme=words("Illat"), starts_at=soon, by=lead)
services.open_session(group, by=lead)
print(group.ref)
"""


def open_circle(site: Site, name: str, *people: str) -> str:
    """The path of a group whose room is open, with a seat for each of these people."""
    code = FOUND.format(lead=FACILITATOR, name=name, people=people)
    return f"/fi/g/{site.manage('shell', '-v', '0', '-c', code).split()[-1]}/"
