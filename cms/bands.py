"""The three children's doors and the figures each must keep (CH-05, CH-06). Knows no page."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Band(models.TextChoices):
    """Whom a page is written for. Chosen by picture and words, never by a birth date."""

    PICTURES = "5-8", _("5–8 years")
    QUESTIONS = "9-12", _("9–12 years")
    STRAIGHT = "13-17", _("13–17 years")


@dataclass(frozen=True)
class Figures:
    """The most a page of one band may ask of its reader."""

    words: int
    sentence: int
    choices: int
    screen: int | None = None


FIGURES: dict[str, Figures] = {
    Band.PICTURES: Figures(words=60, sentence=6, choices=3, screen=25),
    Band.QUESTIONS: Figures(words=150, sentence=9, choices=5),
    Band.STRAIGHT: Figures(words=350, sentence=12, choices=7),
}
