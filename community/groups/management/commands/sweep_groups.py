"""Deletes what was said in live groups once its time is over; meant to run every hour."""

from django.core.management.base import BaseCommand

from community.groups import services


class Command(BaseCommand):
    help = "Delete messages of live groups 24 hours after their session (RT-05)."

    def handle(self, *args, **options) -> None:
        gone = services.sweep()
        self.stdout.write(f"{gone} messages of live groups were deleted.")
