"""Which pseudonyms may be taken: none that looks like a role, a person of staff, or another's.

Two names are the same when a reader cannot tell them apart: we fold case, width, marks that hide
and letters of other scripts that look like ours (Unicode TR 39 calls the result a skeleton).
"""

import re
import unicodedata
from functools import cache

from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.errors import Refused

from .ready_names import all_for_discussions

# Letters of Cyrillic and Greek, and signs, that pass for a Latin letter at a glance.
LOOK_ALIKES = str.maketrans(
    {
        "а": "a", "в": "b", "е": "e", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
        "т": "t", "у": "y", "х": "x", "ѕ": "s", "і": "i", "ј": "j", "ԁ": "d", "ԛ": "q", "ԝ": "w",
        "һ": "h", "ь": "b", "α": "a", "β": "b", "ε": "e", "ι": "i", "κ": "k", "ν": "v", "ο": "o",
        "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "0": "o", "1": "l", "3": "e", "4": "a",
        "5": "s", "7": "t", "8": "b", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ɑ": "a", "ɩ": "i",
    }
)  # fmt: skip

# Stems of roles, refused anywhere in a word: "lapsipsykologi" speaks for a psychologist too.
ROLE_STEMS = (
    "yllapi", "moderaat", "moderat", "ohjaaj", "vapaaeht", "ammattil", "psykolog", "laakari",
    "yllapito",  # long enough to be found in two words
    "lakimie", "juristi", "asianajaj", "sosiaalityo", "viranomai", "poliisi", "lastenvalvoj",
    "koordinaat", "paivystaj", "psykiat", "terapeut", "administr", "frivillig", "handledare",
    "advokat", "socialarbet", "lakare", "myndighet", "redaktor", "samordna", "volunteer",
    "facilitat", "professional", "psycholog", "psychiatr", "therapist", "lawyer", "coordinator",
    "модератор", "администр", "психолог", "полиция", "волонтер", "адвокат", "مشرف", "شرطة",
    "طبيب", "محامي", "متطوع",
)  # fmt: skip
# Whole words only: as parts they stand in ordinary names (Staffan, badminton, metropolis).
ROLE_WORDS = (
    "admin", "polis", "police", "staff", "editor", "support", "doctor", "official", "админ", "врач",
    "юрист",
)  # fmt: skip
OURS = "rinnalla"  # the house itself speaks under this name, so nobody's begins with it
TITLES = re.compile(r"^(dr|prof|tohtori)\b|^(tri|tkt|psm|pst)\.", re.IGNORECASE)
LONGEST_SKELETON = 120  # what the key's column holds; one sign can unfold to many letters
# Small capitals, hooks, strokes: a Latin letter that is told from a plain one on a second look.
DRESSED = re.compile(r"LATIN (?:SMALL )?LETTER (?:SMALL CAPITAL )?([A-Z])(?: WITH .+)?")
SPLIT_STEM = 7  # letters: shorter stems come about by chance where two words meet
JOINERS = re.compile("[\u200c\u200d]")  # Persian writes its words with them
MARKS = re.compile("[\u0300-\u036f]{3,}")  # letters buried under accents


def skeleton(name: str) -> str:
    """The name as a hurried reader sees it; equal skeletons are one name."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    seen = "".join(undressed(sign) for sign in folded if unicodedata.category(sign)[0] in "LN")
    return seen.translate(LOOK_ALIKES).replace("i", "l")  # i, l and 1 are one at a glance


def undressed(sign: str) -> str:
    """A sign without what a hurried reader does not see: ᴀ and ɗ and ᧐ are a, d and 0."""
    if sign.isascii():
        return sign
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    dressed = DRESSED.fullmatch(unicodedata.name(sign, ""))
    return dressed[1].lower() if dressed else sign


def check(name: str) -> None:
    """Raise Refused, with the reason in a sentence, when nobody may be called so."""
    least, most = promises.PSEUDONYM_LENGTH
    if not least <= len(name) <= most:
        raise Refused(
            _("A name has %(least)d to %(most)d letters.") % {"least": least, "most": most}
        )
    shown = JOINERS.sub("", name) if scripts_of(name) == {"ARABIC"} else name
    if any(unicodedata.category(letter)[0] not in "LNZMP" for letter in shown):
        raise Refused(_("A name has letters, numbers and spaces only."))
    if len(scripts_of(name) - {"CJK", "HIRAGANA", "KATAKANA"}) > 1:
        raise Refused(_("Please use letters of one alphabet in the name."))
    if re.search(r"\d{4}", name):
        raise Refused(
            _("Please leave out long numbers: a year or a phone number can tell who you are.")
        )
    seen = skeleton(name)
    if not seen or len(seen) > LONGEST_SKELETON or MARKS.search(unicodedata.normalize("NFD", name)):
        raise Refused(_("Please use ordinary letters in the name."))
    if {seen, skeleton(name.rstrip(" 0123456789"))} & discussion_skeletons():
        raise Refused(_("This name cannot be used here. Please choose another."))
    if TITLES.match(name.strip()) or sounds_like_a_role(name):
        raise Refused(_("This name sounds like somebody who works here. Please choose another."))


def sounds_like_a_role(name: str) -> bool:
    """Whether a hurried reader takes the name for somebody of the house or of an authority."""
    words = [word for word in map(skeleton, re.split(r"[\W_]+", name)) if word]
    stems, whole = role_skeletons()
    if any(stem in word for stem in stems for word in words):
        return True
    joined = "".join(words)  # m.o.d.e.r.a.a.t.t.o.r.i, mode raattori
    if any(stem in joined for stem in stems if len(stem) >= SPLIT_STEM):
        return True
    return joined.startswith(skeleton(OURS)) or any(
        unrepeated(word) in whole for word in (*words, joined)
    )


def unrepeated(word: str) -> str:
    """The word without what somebody added by holding down its last key: adminnn."""
    return re.sub(r"(.)\1+$", r"\1", word)


def is_of_the_house(name: str) -> bool:
    """Whether a professional shows this name to readers, with or without the title (PV-03)."""
    from .models import Credential

    shown = Credential.objects.exclude(shown_name="").values_list("shown_name", flat=True)
    taken = {skeleton(form) for one in shown for form in (one, TITLES.sub("", one.strip()))}
    return skeleton(name) in taken


def scripts_of(name: str) -> set[str]:
    """The alphabets the name's letters come from, by their Unicode names."""
    return {
        unicodedata.name(letter, "OTHER").split()[0]
        for letter in name
        if letter.isalpha() and unicodedata.category(letter) != "Lm"  # ʹ belongs to Skolt Sámi
    }


@cache
def role_skeletons() -> tuple[list[str], set[str]]:
    return (
        [skeleton(stem) for stem in ROLE_STEMS],
        {unrepeated(skeleton(word)) for word in ROLE_WORDS},
    )


@cache
def discussion_skeletons() -> set[str]:
    """Names that discussions give to people; an account called so would speak for them."""
    return {skeleton(name) for name in all_for_discussions()}
