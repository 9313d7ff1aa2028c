"""`manage.py demo`: load the demo site; `--cast` and `--code NAME` tell how to sign in."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from cms import seeding as pages
from community.accounts.models import User, key_of
from community.demo.cast import CAST
from community.demo.seeding.circle import load_circle
from community.demo.seeding.factors import code_now, key_of_app, load_factors
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
        parser.add_argument("--code", metavar="NAME", help="print the code of this person's app")
        parser.add_argument("--keys", action="store_true", help="print the keys of all apps")

    def handle(self, *args, cast: bool = False, **options) -> None:
        if options["code"]:
            self.print_code(options["code"])
        elif options["keys"]:
            self.print_keys()
        elif not cast:
            people = load_people()
            load_factors(people)
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
                second = "+ code  " if one.roles else ""
                self.stdout.write(
                    f"  {one.pseudonym:<12} {passphrase_of(one.key):<28} {second}{SHOWN[one.key]}"
                )
        self.stdout.write(
            "\n  Who has a task confirms it with a code; `./bin/demo code Salla` shows it.\n"
        )
        self.stdout.write("\n  Everybody here is invented. Make an account of your own to write.\n")

    def print_code(self, name: str) -> None:
        """The six digits that this person's app shows now."""
        person = User.objects.filter(key=key_of(name)).first()
        self.stdout.write((code_now(person) if person else "") or "nobody of this name has an app")

    def print_keys(self) -> None:
        """Every person with an app, and its key: for programs that try the demo out."""
        for one in CAST:
            person = User.objects.filter(key=key_of(one.pseudonym)).first()
            if person and (key := key_of_app(person)):
                self.stdout.write(f"{one.pseudonym}\t{key}")
