"""`manage.py demo`: load the demo site; `--cast` prints its address and who can sign in."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from cms import seeding as pages
from community.demo.cast import CAST
from community.demo.seeding.circle import load_circle
from community.demo.seeding.people import NOT_YET, load_people, passphrase_of
from community.demo.seeding.talk import load_talk
from community.groups.services import sweep

CONTENT = Path(__file__).resolve().parents[2] / "content"
# Demo reviews, by invented people: a real site asks real experts (CH-10).
READERS = {"protection": "laine", "violence": "outi"}
# Whom the sign-in list names, and for what.
SHOWN = {
    "mikko": "a parent",
    "salla": "volunteer moderator: the desk",
    "laine": "psychologist, verified",
    "virta": "lawyer, verified",
    "ville": "group facilitator",
    "helmi": "editor: /editor/",
    "outi": "coordinator",
}


class Command(BaseCommand):
    help = "Loads the demo site. Safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--cast", action="store_true", help="print the sign-ins only")

    def handle(self, *args, cast: bool = False, **options) -> None:
        if not cast:
            people = load_people()
            pages.load(CONTENT, people=people, readers=READERS)
            load_talk(people)
            load_circle(people)
        else:
            # A demo has no hourly task: what was promised to vanish goes when it is opened.
            sweep()
            self.print_cast()

    def print_cast(self) -> None:
        port = getattr(settings, "PORT", "8000")
        self.stdout.write(f"\n  http://127.0.0.1:{port}/\n")
        for one in CAST:
            if one.key in SHOWN and one.key not in NOT_YET:
                self.stdout.write(
                    f"  {one.pseudonym:<12} {passphrase_of(one.key):<28} {SHOWN[one.key]}"
                )
        self.stdout.write("\n  Everybody here is invented. Make an account of your own to write.\n")
