"""People of the distance list's tests: all of them identified by the ordinary verb."""

from datetime import date

from community.accounts.identity import Outcome, identify
from community.accounts.models import User
from community.safety import distance

KAI = {"given_names": "Kai Kustaa", "family_name": "Testinen", "birth_date": date(1980, 2, 29)}


def identified(someone: User, code: str, **name) -> User:
    told = {
        "given_names": f"Eri{someone.pk}",
        "family_name": "Toinen",
        "birth_date": date(1985, 1, 1),
        **name,
    }
    assert identify(someone, identifier=code, method="bank", by=someone, **told) == (
        Outcome.VERIFIED
    )
    return someone


def named(by: User, **name):
    """An entry on somebody's list."""
    return distance.name_somebody(**{**KAI, **name}, by=by)
