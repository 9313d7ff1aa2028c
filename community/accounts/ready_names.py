"""Ready names of quiet words. Two kinds that never meet: one for discussions, one for accounts.

A name given in a discussion must be nobody's account, or words were laid into somebody's mouth.
"""

import secrets

# For discussions: weather and light, then a thing that grows or lies in nature.
WEATHER = {
    "fi": "Hiljainen Lempeä Utuinen Sininen Varjoisa Keväinen Syksyinen Tyyni Lumeton Kuulas "
    "Hämärä Vihreä Kirkas Sateinen Tuulinen Aamuinen Iltainen Kesäinen Routainen Pilvinen "
    "Raikas Hento Viileä Lämmin Kuutamoinen Tähtinen Sumuinen Hallainen Rauhaisa Avara",
    "sv": "Stilla Mjuk Disig Blå Skuggig Vårlig Höstlig Lugn Klar Grön Ljus Regnig Blåsig "
    "Tidig Sen Somrig Frostig Molnig Varm Silvrig Sval Frisk Månljus Stjärnklar Dimmig Solig "
    "Snöig Mild Öppen Vid",
    "en": "Quiet Gentle Misty Blue Shady Early Late Calm Clear Green Bright Rainy Windy "
    "Mossy Silver Autumn Summer Frosty Cloudy Warm Still Cool Fresh Moonlit Starlit Foggy Sunny "
    "Snowy Mild Open",
}
NATURE = {
    "fi": "koivu kataja suopursu kivi niitty lampi puro saari tuomi pihlaja haapa kuusi sammal "
    "kaisla kanerva poukama harju notko lehto kallio leppä paju vaahtera jäkälä mustikka puolukka "
    "varpu kanto ranta polku",
    "sv": "björk en sten äng tjärn bäck holme hägg rönn asp gran mossa vass ljung vik ås "
    "lund klippa strand stig tall ek al sälg lönn lav kulle udde rot gren",
    "en": "birch juniper stone meadow pond brook island rowan aspen spruce moss reed heather "
    "cove ridge grove cliff shore path fern alder willow maple lichen bilberry pine hill valley "
    "root lake",
}
# For accounts: a colour or a way of going, then a bird or a small animal.
COLOURS = {
    "fi": "Harmaa Ruskea Valkoinen Musta Punainen Keltainen Hopeinen Kultainen Pieni Suuri "
    "Vanha Nuori Nopea Hidas Reipas Uninen Viisas Iloinen Vaiti Yksinäinen",
    "sv": "Grå Brun Vit Svart Röd Gul Silvergrå Gyllene Liten Stor Gammal Ung Snabb Långsam "
    "Pigg Sömnig Klok Glad Tyst Ensam",
    "en": "Grey Brown White Black Red Yellow Golden Little Great Old Young Swift Slow Sleepy "
    "Wise Merry Silent Lone Bold Kind",
}
ANIMALS = {
    "fi": "kiuru peippo tiainen pöllö kurki joutsen lokki telkkä käpytikka västäräkki siili orava "
    "jänis kettu ilves saukko majava hiiri perhonen kimalainen",
    "sv": "lärka bofink mes uggla trana svan mås knipa hackspett ärla igelkott ekorre hare räv "
    "lodjur utter bäver mus fjäril humla",
    "en": "lark finch titmouse owl crane swan gull goldeneye woodpecker wagtail hedgehog squirrel "
    "hare fox lynx otter beaver mouse butterfly bumblebee",
}


def for_a_discussion(language: str) -> str:
    """A name for one place, new each time."""
    return _pair(WEATHER, NATURE, language)


def for_discussions(language: str) -> list[str]:
    """Every name a place of this language may give, in no order anybody could guess."""
    code = language if language in WEATHER else "fi"
    pool = [f"{one} {two}" for one in WEATHER[code].split() for two in NATURE[code].split()]
    secrets.SystemRandom().shuffle(pool)
    return pool


def for_an_account(language: str) -> str:
    """A pseudonym to offer at sign-up, new each time."""
    return _pair(COLOURS, ANIMALS, language)


def all_for_discussions() -> set[str]:
    """Every name a discussion may give; nobody's account may be called so."""
    return {
        f"{first} {second}"
        for language in WEATHER
        for first in WEATHER[language].split()
        for second in NATURE[language].split()
    }


def _pair(first: dict[str, str], second: dict[str, str], language: str) -> str:
    code = language if language in first else "fi"
    return f"{secrets.choice(first[code].split())} {secrets.choice(second[code].split())}"
