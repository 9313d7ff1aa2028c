"""Makes somebody the first coordinator of an empty site; every later role comes by invitation."""

from django.core.management import BaseCommand, CommandError

from community.accounts.first import make_first_coordinator
from community.core.errors import Refused


class Command(BaseCommand):
    help = "Makes the person with this pseudonym coordinator, while there is none."

    def add_arguments(self, parser) -> None:
        parser.add_argument("pseudonym")

    def handle(self, *args, pseudonym: str, **options) -> None:
        try:
            make_first_coordinator(pseudonym)
        except Refused as refusal:
            raise CommandError(refusal.reason) from None
