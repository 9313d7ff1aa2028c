"""The only source of a name that others see. Nothing else may print a pseudonym."""

import secrets
from collections.abc import Iterable

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .models import Alias, User
from .ready_names import for_a_discussion

STEADY, PER_PLACE = "steady", "per_topic"


def take(person: User, place: str, *, naming: str = STEADY, language: str = "fi") -> str:
    """The name this person has in this place from now on; made on the first time.

    `language` is the place's: a name in the person's own would be a mark of that person.
    """
    kept = Alias.objects.filter(person=person, place=place).first()
    if kept:
        return kept.name
    wish = person.pseudonym if naming == STEADY else for_a_discussion(language)
    for attempt in range(20):
        try:
            with transaction.atomic():
                return Alias.objects.create(person=person, place=place, name=wish).name
        except IntegrityError:
            kept = Alias.objects.filter(person=person, place=place).first()
            if kept:
                return kept.name
            wish = for_a_discussion(language) if attempt < 19 else f"{wish} {secrets.randbelow(99)}"
    raise RuntimeError("no free name in this place")


def in_place(place: str, people: Iterable[int]) -> dict[int, str]:
    """Shown names of these people (by id) in one place; one query."""
    found = Alias.objects.filter(place=place, person_id__in=set(people))
    return dict(found.values_list("person_id", "name"))


def in_places(places: Iterable[str]) -> dict[tuple[str, int], str]:
    """Shown names in several places at once, by (place, person id); one query."""
    found = Alias.objects.filter(place__in=set(places))
    return {
        (place, person): name
        for place, person, name in found.values_list("place", "person_id", "name")
    }


def own(person: User) -> str:
    """What a person is called on pages that only this person sees."""
    return person.pseudonym


def of_staff(person: User | None) -> str:
    """What a person who acts for the house is called, to colleagues."""
    return person.pseudonym if person else _("the house")


def nobody() -> str:
    """What stands where a name may not (PB-09)."""
    return _("a member")
