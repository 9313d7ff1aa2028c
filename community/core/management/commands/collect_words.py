"""`manage.py collect_words`: bring the .po files up to date with code and templates."""

from django.core.management.base import BaseCommand

from community.core import words


class Command(BaseCommand):
    help = "Finds every word of the interface and says what still has to be translated."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options) -> None:
        for language in words.TRANSLATED:
            missing = words.update(language).untranslated_entries()
            self.stdout.write(f"{language}: {len(missing)} to translate")
