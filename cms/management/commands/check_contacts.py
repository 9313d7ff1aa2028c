"""Fails when a number given to children was not checked for 90 days (CH-08). Changes nothing."""

from django.core.management.base import BaseCommand, CommandError

from cms.children.queries import stale_lines


class Command(BaseCommand):
    help = "Lists the lines to call that have to be checked again, and fails if there are any."

    def handle(self, *args, **options) -> None:
        stale = list(stale_lines())
        for line in stale:
            self.stderr.write(f"{line} ({line.locale}): {line.checked_on}, {line.owner}")
        if stale:
            raise CommandError(f"{len(stale)} lines have to be checked again.")
        self.stdout.write("Every line to call was checked in time.")
