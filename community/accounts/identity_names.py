"""One form for the ways in which the same name is written. It may miss, and it keeps nothing.

What is kept: the first given name and every part of the family name, in the letters a-z where the
name is written in Latin letters. What is dropped: case, marks on letters, hyphens, apostrophes,
the order of the parts, further given names and patronymics. Nothing is transliterated: a name in
Cyrillic or Arabic letters is another one than the same name in Latin letters
(docs/decisions/identity-keeps-two-hashes.md).
"""

import unicodedata
from datetime import date

from django.views.decorators.debug import sensitive_variables

# Letters that Unicode does not take apart into a letter and a mark. The last two are written one
# for the other in Finnish and Swedish names (Wikström, Vikström).
LETTERS = str.maketrans(
    {
        "æ": "a", "ø": "o", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ł": "l", "ı": "i",
        "ħ": "h", "ʒ": "z", "ǥ": "g", "œ": "o", "ə": "a", "ĸ": "k", "w": "v",
    }
)  # fmt: skip
DROPPED = frozenset("'’‘ʼʻʹʽˈ`´·•.")
ROUNDS = 5


@sensitive_variables()
def normal_name(given_names: str, family_name: str) -> str:
    """The first given name and the parts of the family name, folded and in alphabetical order.

    Empty when either of them has no letter in it.
    """
    given, family = parts(given_names), parts(family_name)
    return " ".join(sorted([given[0], *family])) if given and family else ""


@sensitive_variables()
def birth_line(given_names: str, family_name: str, birth_date: date) -> str:
    """What is hashed for the distance list: the normal name and the day of birth."""
    name = normal_name(given_names, family_name)
    return f"{name}\x1f{birth_date.isoformat()}" if name else ""


@sensitive_variables()
def parts(name: str) -> list[str]:
    """The words of a name, folded. Hyphens and spaces part words; other signs are left out."""
    return "".join(_sign(letter) for letter in folded(name)).split()


@sensitive_variables()
def folded(name: str) -> str:
    """NFKC, case folded, marks taken off, the letters of the table replaced; doing it again
    changes nothing."""
    for _round in range(ROUNDS):
        before, name = name, _fold(name)
        if name == before:
            break
    return name


@sensitive_variables()
def _fold(name: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.category(sign).startswith("M"))
    return unicodedata.normalize("NFC", bare).translate(LETTERS)


def _sign(letter: str) -> str:
    if letter in DROPPED or unicodedata.category(letter) == "Cf":
        return ""
    return letter if letter.isalnum() else " "
