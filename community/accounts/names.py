"""The only source of a name that others see. Nothing else may print a pseudonym."""

import secrets
from collections.abc import Iterable, Iterator

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from .models import Alias, User, key_of
from .ready_names import for_discussions

STEADY, PER_PLACE = "steady", "per_topic"


def take(
    person: User,
    place: str,
    *,
    naming: str = STEADY,
    wants_new: bool = False,
    language: str = "fi",
) -> str:
    """The name this person has in this place from now on; made on the first time.

    `wants_new` is the person's own wish and only ever adds to what the place asks: nobody can
    wish for a pseudonym where names are new, nor for somebody else's (PB-02). Once taken it stays.
    `language` is the place's: a name in the person's own would be a mark of that person.
    """
    kept = in_place(place, [person.pk]).get(person.pk)
    if kept:
        return kept
    steady = naming == STEADY and not wants_new
    for name in _names_for(person, place, language, steady=steady):
        try:
            with transaction.atomic():
                return Alias.objects.create(person=person, place=place, name=name).name
        except IntegrityError:  # somebody took the name, or this person a name, a moment ago
            kept = in_place(place, [person.pk]).get(person.pk)
            if kept:
                return kept
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


def _names_for(person: User, place: str, language: str, *, steady: bool) -> Iterator[str]:
    """Names to try, best first: none that is anybody's account, none this person has elsewhere."""
    if steady:
        yield person.pseudonym
    used = set(Alias.objects.filter(person=person).values_list("name", flat=True))
    used |= set(Alias.objects.filter(place=place).values_list("name", flat=True))
    pool = for_discussions(language)
    # Nine hundred names are more than a place needs; a number keeps the promise even then.
    for name in (*pool, *(f"{one} {secrets.randbelow(90) + 10}" for one in pool)):
        if name not in used and not User.objects.filter(key=key_of(name)).exists():
            yield name
