"""Reads our own style sheets for the tests of the look; understands tokens, nothing more."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "community" / "static"
CSS = STATIC / "css"
TEMPLATES = ROOT / "templates"
TOKEN_FILES = ("tokens.css", "evening.css", "bands.css")

_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")


def without_comments(text: str) -> str:
    """The sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def tokens(sheet: str, selector: str) -> dict[str, str]:
    """The tokens a sheet gives to this selector first, before any other size of screen."""
    found: dict[str, str] = {}
    for selectors, body in _BLOCK.findall(without_comments((CSS / sheet).read_text())):
        if selector in [one.strip() for one in selectors.split(",")]:
            for name, value in _TOKEN.findall(body):
                found.setdefault(name, value.strip())
    return found


def resolved(values: dict[str, str], name: str) -> str:
    """The colour behind a token, through any `var()`."""
    value = values[name]
    inner = re.fullmatch(r"var\((--[\w-]+)\)", value)
    return resolved(values, inner[1]) if inner else value


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
