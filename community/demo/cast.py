"""The named, invented people of the demo site; holds no passphrase, imports no Django."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """One short text in the three languages of the site."""

    fi: str
    sv: str
    en: str

    def __getitem__(self, language: str) -> str:
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[language]


@dataclass(frozen=True)
class Credential:
    """A profession that somebody checked, and against which register (PV-02)."""

    field: str
    title: Words
    organisation: Words
    register: Words
    register_number: str
    checked_by: str
    # Days, not a date: a seeded label must never be born lapsed (180 days, PV-02).
    checked_days_ago: int
    # Empty when the person shows title and organisation only (PV-13).
    shown_name: str = ""


@dataclass(frozen=True)
class Person:
    """One invented person. A parent is a plain member and has no roles."""

    key: str
    pseudonym: str
    roles: tuple[str, ...]
    language: str
    credential: Credential | None
    about: str


NETWORK = Words("Rinnalla-verkosto", "Rinnalla-nätverket", "Rinnalla network")

PSYCHOLOGIST = Credential(
    field="psychosocial",
    title=Words("Psykologi", "Psykolog", "Psychologist"),
    organisation=Words(
        "Hyvinvointialueen perhepalvelut",
        "Välfärdsområdets familjetjänster",
        "The wellbeing services county's family services",
    ),
    register=Words(
        "Lupa- ja valvontaviraston ammattihenkilörekisteri",
        "Tillstånds- och tillsynsverkets register över yrkesutbildade personer",
        "The supervisory agency's register of health care professionals",
    ),
    register_number="DEMO-0001",
    checked_by="outi",
    checked_days_ago=31,
    shown_name="Dr. Laine",
)

LAWYER = Credential(
    field="legal",
    title=Words("Lakimies", "Jurist", "Lawyer"),
    organisation=NETWORK,
    register=Words(
        "Luvan saaneiden oikeudenkäyntiavustajien luettelo",
        "Förteckningen över rättegångsbiträden med tillstånd",
        "The list of licensed legal counsel",
    ),
    register_number="DEMO-0002",
    checked_by="outi",
    checked_days_ago=54,
)


def _parent(key: str, pseudonym: str, about: str, language: str = "fi") -> Person:
    return Person(key, pseudonym, (), language, None, about)


def _staff(
    key: str, name: str, roles: tuple[str, ...], about: str, credential: Credential | None = None
) -> Person:
    return Person(key, name, roles, "fi", credential, about)


CAST: tuple[Person, ...] = (
    _parent("aino", "Aamukaste", "Mother of two. Signs up live in the journey."),
    _parent("mikko", "Honkapolku", "Father of three. Two homes since August."),
    _staff(
        "salla", "Salla", ("volunteer", "moderator"), "Reads posts on the desk in the evenings."
    ),
    _staff("laine", "Laine", ("professional",), "Works with separating families.", PSYCHOLOGIST),
    _staff(
        "virta",
        "Virta",
        ("professional",),
        "Answers on law; shows the title, not the name.",
        LAWYER,
    ),
    _staff("ville", "Ville", ("facilitator",), "Leads the peer group of the autumn."),
    _staff("helmi", "Helmi", ("editor",), "Writes the guides and keeps the numbers right."),
    _staff("outi", "Outi", ("coordinator",), "Checks professions, plans shifts."),
    _staff("eero", "Eero", ("volunteer",), "Grandfather and volunteer. Separated long ago."),
    _parent("koivu", "Koivunlehti", "Mother of one. Cohabitation ended, no marriage."),
    _parent("tuuli", "Tuulenpesä", "Father of a small child. Did not choose it."),
    _parent("puolukka", "Puolukkavarpu", "Mother of teenagers. Separated four years ago."),
    _parent("sammal", "Sammalpolku", "Father of two. Works shifts."),
    _parent("ruska", "Ruskametsä", "Mother who decided herself, and grieves anyway."),
    _parent("lokki", "Harmaa lokki", "Father in a long disagreement about money."),
    _parent("niitty", "Niittyvilla", "Stepmother and mother in a blended family."),
    _parent("kajo", "Iltakajo", "Father who is still thinking, and has told nobody."),
    _parent("usva", "Järviusva", "Mother who has lived in fear at home."),
    _parent("omena", "Vanha omenapuu", "Grandmother whose grown child is separating."),
    _parent("saaristo", "Havsvind", "Father in the archipelago, long way between homes.", "sv"),
    _parent("klint", "Blåklint", "Mother of one, half a year into two homes.", "sv"),
    _parent("harbour", "Quiet Harbour", "Mother, moved to Finland for the marriage.", "en"),
    _parent("birch", "Birch Lane", "Father, bilingual child, separated last year.", "en"),
)
