"""Two hundred names that pass for a role at a glance, built from role words and look-alikes."""

ROLES = (
    "moderaattori", "psykologi", "asianajaja", "vapaaehtoinen", "koordinaattori", "ylläpito",
    "poliisi", "terapeutti", "juristi", "lääkäri", "moderator", "psychologist", "volunteer",
    "coordinator", "socialarbetare", "advokat", "sosiaalityöntekijä", "professional", "admin",
    "lastenvalvoja",
)  # fmt: skip
CYRILLIC = str.maketrans("aeopcxyikmtbhs", "аеорсхуікмтвнѕ")
GREEK = str.maketrans("aoipvkturxn", "αοιρνκτυρχη")
LEET = str.maketrans("oiaest", "01435" + "7")
SMALL = str.maketrans("abcdeghijklmnoprtuv", "ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠ")
CHEROKEE = str.maketrans("aeiostdvcpkl", "ꭺꭼꭵꮎꮪꭲꭰꮩꮯꮲꮶꮮ")
LATIN_TWINS = str.maketrans("aolitkdnv", "ɑ᧐ⅼɩƫƙɗɳʋ")


def fullwidth(word: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in word)


def mathematical(word: str) -> str:
    return "".join(chr(0x1D41A + ord(one) - 97) if "a" <= one <= "z" else one for one in word)


def circled(word: str) -> str:
    return "".join(chr(0x24D0 + ord(one) - 97) if "a" <= one <= "z" else one for one in word)


DISGUISES = {
    "first letter Cyrillic": lambda word: word[0].translate(CYRILLIC) + word[1:],
    "all Cyrillic that can be": lambda word: word.translate(CYRILLIC),
    "Greek": lambda word: word.translate(GREEK),
    "digits for letters": lambda word: word.translate(LEET),
    "small capitals": lambda word: word.translate(SMALL),
    "odd Latin twins": lambda word: word.translate(LATIN_TWINS),
    "zero width": lambda word: f"{word[:2]}\u200b{word[2:]}",
    "soft hyphen": lambda word: f"{word[:3]}\u00ad{word[3:]}",
    "right to left mark": lambda word: f"\u200f{word}",
    "fullwidth": fullwidth,
    "mathematical": mathematical,
    "circled": circled,
    "combining dots": lambda word: "".join(f"{one}\u0323" for one in word),
    "combining strike": lambda word: "".join(f"{one}\u0336" for one in word),
    "with dots": ".".join,
    "with spaces": " ".join,
    "with underscores": lambda word: f"{word[:4]}_{word[4:]}",
    "in two words": lambda word: f"{word[:4]} {word[4:]}",
    "capitals, l for i": lambda word: word.upper().replace("I", "l"),
    "doubled letters": lambda word: f"{word}{word[-1]}",
    "hidden in a name": lambda word: f"Anna {word}",
}
CONFUSABLES = sorted({make(role) for make in DISGUISES.values() for role in ROLES})

ORDINARY = [
    "Aino", "Mikko", "Päivi", "Jääskeläinen", "Väinö", "Yrjö", "Öhman", "Åke", "Bo", "Li",
    "My", "Kuura", "Aamukaste", "Honkapolku", "Toivo", "Ilona", "Saana", "Terhi", "Sisko",
    "Poika", "Seppo", "Marjatta", "Kyllikki", "Virpi", "Tuukka", "Onni", "Lahja", "Åsa",
    "Göran", "Sjöström", "Björk", "Bengt", "Ingegerd", "Håkan", "Ulrika", "Staffan",
    "Blåklint", "Solveig", "Áile", "Niillas", "Máret", "Ándde", "Čállit", "Biret", "Šuvá",
    "Ŋiillas", "Ánte", "Säʹmmlaž", "Jouni", "محمد", "فاطمة", "نور", "ليلى", "يوسف", "مريم",
    "عائشة", "سلمى", "علی‌رضا", "Ольга", "Иван", "Анна", "Сергей", "Татьяна", "Мария",
    "Дмитрий", "Наталья", "Екатерина", "Врачева", "Nguyen", "Zoë", "José", "François",
    "Łukasz", "Đorđe", "Søren", "Ñusta", "Çelik", "Ayşe", "花子", "민준", "Γιώργος", "Ελένη",
]  # fmt: skip
ORDINARY += [
    "Isä lapsen rinnalla", "Äiti ja kaksi", "Ruska 7", "Vanha omenapuu", "Quiet Harbour", "Tri Ngo",
    "Kahden kodin äiti", "Pappa", "Birch Lane", "Harmaa lokki", "O'Brien", "Anna-Liisa", "Poliina",
    "Polina", "Moderna", "Adina", "Doktorina", "Terapia Koira",
]  # fmt: skip
