"""What a child's page is made of: a picture with words, a question with its answer, a choice."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from . import pictures

PLACES = [
    ("talk", _("talk to an adult")),
    ("unsafe", _("if home is not safe")),
    ("main", _("the main page of this door")),
    ("doors", _("the three doors")),
    ("leave", _("leave the site")),
]


def _symbol() -> blocks.ChoiceBlock:
    return blocks.ChoiceBlock(choices=pictures.CHOICES, label=_("picture"))


class PictureBlock(blocks.StructBlock):
    """One picture with a few words."""

    symbol = _symbol()
    text = blocks.TextBlock(label=_("words"), max_length=600, rows=3)

    class Meta:
        icon = "image"
        label = _("picture with words")
        template = "children/blocks/picture.html"


class QuestionBlock(blocks.StructBlock):
    """A real question as heading; the answer begins in the first line."""

    symbol = _symbol()
    heading = blocks.CharBlock(label=_("question"), max_length=100)
    text = blocks.TextBlock(label=_("answer"), max_length=1200, rows=4)

    class Meta:
        icon = "help"
        label = _("question and answer")
        template = "children/blocks/question.html"


class ChoiceBlock(blocks.StructBlock):
    """One way on, always with a picture (CH-06)."""

    symbol = _symbol()
    text = blocks.CharBlock(label=_("words"), max_length=60)
    to = blocks.ChoiceBlock(choices=PLACES, label=_("leads to"))

    class Meta:
        icon = "arrow-right"
        label = _("choice")


class Screens(blocks.StreamBlock):
    """The body of a child's page."""

    picture = PictureBlock()
    question = QuestionBlock()


class Choices(blocks.StreamBlock):
    """Where a child can go from here."""

    choice = ChoiceBlock()
