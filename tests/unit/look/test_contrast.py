"""Every pair of colours that meets on a page, computed from the token files, by day and evening."""

import pytest

from .sheets import contrast, resolved, tokens

DAY = tokens("tokens.css", ":root")
EVENING = {**DAY, **tokens("evening.css", ":root")}
THEMES = {
    "day": DAY,
    "evening": EVENING,
    "5-8": {**DAY, **tokens("bands.css", '[data-band="5-8"]')},
    "9-12": {**DAY, **tokens("bands.css", '[data-band="9-12"]')},
    "13-17": {**DAY, **tokens("bands.css", '[data-band="13-17"]')},
    "13-17 evening": {
        **EVENING,
        **tokens("bands.css", '[data-band="13-17"]'),
        **tokens("evening.css", '[data-band="13-17"]'),
    },
}
GROUNDS = ("--paper", "--surface", "--sand")
SOFT = (
    "--spruce-soft", "--clay-soft", "--ok-soft", "--care-soft", "--urgent-soft", "--lilac-soft",
)  # fmt: skip
TEXT = [
    *((text, ground) for text in ("--ink", "--ink-muted", "--link") for ground in GROUNDS),
    *((text, ground) for text in ("--visited", "--ok", "--spruce") for ground in GROUNDS[:2]),
    *((text, "--surface") for text in ("--urgent", "--urgent-deep", "--care")),
    *(("--ink", soft) for soft in SOFT),
    *(("--link", soft) for soft in ("--spruce-soft", "--care-soft", "--urgent-soft", "--ok-soft")),
    ("--spruce-strong", "--spruce-soft"), ("--clay-strong", "--clay-soft"),
    ("--lilac", "--lilac-soft"), ("--ok", "--ok-soft"), ("--care", "--care-soft"),
    ("--urgent-deep", "--urgent-soft"), ("--ink-muted", "--spruce-soft"), ("--care", "--paper"),
    ("--on-spruce", "--spruce"), ("--on-spruce", "--spruce-hover"), ("--on-clay", "--clay"),
    ("--on-urgent", "--urgent"), ("--on-urgent", "--urgent-deep"), ("--spruce", "--sand"),
    ("--on-exit", "--exit"), ("--on-focus", "--focus"), ("--urgent-deep", "--paper"),
]  # fmt: skip
EDGES = [
    *(("--edge-input", ground) for ground in GROUNDS),
    # The outer ring of the focus stands on the ground beside what is focused.
    *(("--focus-edge", ground) for ground in (*GROUNDS, *SOFT)),
    *(("--exit", ground) for ground in GROUNDS),
    *((mark, "--surface") for mark in ("--spruce", "--ok", "--clay", "--urgent", "--lilac")),
    ("--spruce", "--paper"), ("--care", "--care-soft"), ("--spruce", "--spruce-soft"),
]  # fmt: skip
CARDS = ("--sky", "--meadow", "--sun", "--rose")
KID = ("5-8", "9-12", "13-17", "13-17 evening")


def ratio(theme: str, one: str, other: str) -> float:
    values = THEMES[theme]
    return contrast(resolved(values, one), resolved(values, other))


@pytest.mark.parametrize("theme", THEMES)
def test_AC_01_text_is_read_on_every_ground(theme):
    weak = {pair: ratio(theme, *pair) for pair in TEXT if ratio(theme, *pair) < 4.5}
    assert not weak


@pytest.mark.parametrize("theme", THEMES)
def test_AC_02_edges_and_marks_are_seen(theme):
    weak = {pair: ratio(theme, *pair) for pair in EDGES if ratio(theme, *pair) < 3}
    assert not weak


@pytest.mark.parametrize("theme", KID)
def test_CH_the_childrens_buttons_and_edges(theme):
    assert ratio(theme, "--on-action", "--action") >= 4.5
    for ground in GROUNDS:
        assert ratio(theme, "--action", ground) >= 3
        assert ratio(theme, "--kid-edge", ground) >= 3


@pytest.mark.parametrize("theme", KID[:2])
def test_CH_the_childrens_cards(theme):
    for card in CARDS:
        assert ratio(theme, "--ink", card) >= 4.5
        assert ratio(theme, "--ink-muted", card) >= 4.5
        assert ratio(theme, "--kid-edge", card) >= 3
    for button in ("--action-green", "--action-plum"):
        assert ratio(theme, "--on-action", button) >= 4.5


def test_the_evening_changes_no_name_and_forgets_no_colour():
    colours = {name for name, value in DAY.items() if value.startswith("#")}
    evening = tokens("evening.css", ":root")
    assert set(evening) <= set(DAY)
    assert colours - set(evening) == {"--on-focus"}  # yellow stays, so its text stays dark
