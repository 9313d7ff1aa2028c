"""Abuse story 5: "I make a second account." The hash refuses quietly; the block follows the person.

The third part, that nobody unverified sees a verified area, waits for the issue that opens one.
"""

from community.accounts import identity
from community.accounts.identity import Outcome
from community.accounts.models import Identity, User
from community.core.knowing import Choice, erase
from community.safety import blocking
from community.safety.queries import parted
from tests.unit.safety.distance_cast import identified

HIS = "010190-900P"


def anew(someone: User) -> User:
    return User.objects.get(pk=someone.pk)


def test_story_05_i_make_a_second_account(aino, mikko, person):
    identified(mikko, HIS)
    blocking.block(mikko, place="topic:x", shown_name="Harmaa kivi", by=aino)
    second = person("Toinen tili")
    told = {"given_names": "Eri", "family_name": "Nimi", "birth_date": mikko.joined_at.date()}
    told["birth_date"] = told["birth_date"].replace(year=1985)
    outcome = identity.identify(second, identifier=HIS, method="bank", by=second, **told)
    assert outcome == Outcome.NEEDS_A_PERSON
    assert not identity.is_verified(second)
    assert Identity.objects.get().person_id == mikko.pk


def test_story_05_i_leave_and_come_back_with_a_clean_name(aino, mikko, person):
    """PB-10: leaving and returning changes nothing, in both directions."""
    identified(mikko, HIS)
    blocking.block(mikko, place="topic:x", shown_name="Harmaa kivi", by=aino)
    erase(mikko, Choice.WITHOUT_ME)
    back = person("Uusi alku")
    assert parted(anew(back)) == frozenset()
    identified(back, HIS)
    assert aino.pk in parted(anew(back))
    assert back.pk in parted(anew(aino))


def test_story_05_whom_nobody_blocked_comes_back_without_a_trace(aino, mikko, person):
    identified(mikko, HIS)
    erase(mikko, Choice.REMOVE)
    back = identified(person("Uusi alku"), HIS)
    assert identity.accounts_of_same_person({back.pk}) == {back.pk}
    assert parted(anew(back)) == frozenset()
