"""Finds identity codes, telephone numbers and e-mail addresses; tells how many, never which.

Every pattern is bounded, so the time grows with the length of the text and no faster.
"""

import re
import unicodedata
from datetime import date

IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])(\d{2})(\d{2})(\d{2}) ?([-+A-FU-Y]) ?(\d{3})"
    r"([0-9A-FHJ-NPR-Y])(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# The sign between date and number tells the century.
CENTURIES = {"+": 1800, **dict.fromkeys("-UVWXY", 1900), **dict.fromkeys("ABCDEF", 2000)}
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
PHONE = re.compile(r"(?<![\w.,-])(?:\+|0)\d(?:[ ()/-]{0,3}\d){5,13}(?![\d.]?\d)")
DATE = re.compile(r"\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}")
MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?\(at\) ?| ?\[at\] ?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    re.IGNORECASE,
)
DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")


def counted(words: str) -> dict[str, int]:
    """How many of each there are; nothing that is not there is named."""
    plain = plainly(words)
    found = {
        "identity_codes": len(identity_codes(plain)),
        "telephones": len(telephones(plain)),
        "mail_addresses": len(MAIL.findall(plain)),
    }
    return {name: count for name, count in found.items() if count}


def plainly(words: str) -> str:
    """The text without the tricks: full-width digits, invisible characters, odd dashes."""
    folded = unicodedata.normalize("NFKC", words).translate(DASHES)
    return "".join(one for one in folded if unicodedata.category(one) != "Cf")


def identity_codes(plain: str) -> list[str]:
    """Finnish personal identity codes whose check character is right."""
    return [found.group() for found in IDENTITY.finditer(plain) if _is_identity_code(found)]


def _is_identity_code(found: re.Match) -> bool:
    day, month, year, sign, number, check = found.groups()
    if int(number) < 2 or not _is_date(CENTURIES[sign.upper()] + int(year), int(month), int(day)):
        return False
    remainder = int(day + month + year + number) % len(CHECK_CHARACTERS)
    return CHECK_CHARACTERS[remainder] == check.upper()


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def telephones(plain: str) -> list[str]:
    """What looks like a telephone number of a person or a place; 112 and dates do not."""
    return [one for one in PHONE.findall(plain) if not DATE.fullmatch(one)]
