"""`manage.py tend`: the chores of the house, once or for ever."""

import time

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from community.core.chores import tend


class Command(BaseCommand):
    help = "Does the chores that are due: mail, reminders, what was promised to vanish."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="stay, and look again")
        parser.add_argument("--all", action="store_true", help="do every chore now, due or not")

    def handle(self, *args, every: int | None = None, **options) -> None:
        self.tell(tend(everything=options["all"]))
        while every:
            time.sleep(every)
            close_old_connections()
            self.tell(tend())

    def tell(self, done: dict[str, int]) -> None:
        for name, touched in done.items():
            if touched:
                self.stdout.write(f"{name}: {touched}")
