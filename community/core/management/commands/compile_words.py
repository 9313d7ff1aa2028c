"""`manage.py compile_words`: make the words of every language ready for use."""

from django.core.management.base import BaseCommand

from community.core import words


class Command(BaseCommand):
    help = "Compiles the words of every language, without GNU gettext."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options) -> None:
        for path in words.compile_all():
            self.stdout.write(f"{path.relative_to(words.ROOT)}", self.style.SUCCESS)
