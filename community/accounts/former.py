"""Stands in for somebody who left words behind: another nobody in each place (PR-07)."""

import secrets

from django.utils import translation
from django.utils.translation import gettext as _

from .models import Alias, User


def stand_in(place: str, language: str) -> User:
    """An account that nobody can open, with the name "former member" in this one place."""
    blank = f"-{secrets.token_hex(8)}"
    nobody = User.objects.create_user(blank, None, is_active=False, language="")
    User.objects.filter(pk=nobody.pk).update(key=blank)
    Alias.objects.create(person=nobody, place=place, name=_free_name(place, language))
    return nobody


def _free_name(place: str, language: str) -> str:
    """The same two words everywhere; a number only where more than one has left."""
    with translation.override(language or None):
        plain = _("Former member")
    taken = set(Alias.objects.filter(place=place).values_list("name", flat=True))
    tries = [plain, *(f"{plain} {number}" for number in range(2, len(taken) + 3))]
    return next(name for name in tries if name not in taken)
