"""The small blocks a guide is made of, each with a template of its own. No block holds raw HTML."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import get_text_for_indexing

# LA: no italics for meaning; a link and a stress are all that running text needs.
SMALL_TEXT = ["bold", "link"]


class Spoken:
    """A block that can say its words, so that they can be counted."""

    def words_of(self, value: object) -> str:
        return " ".join(_strings(self.get_prep_value(value)))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [get_text_for_indexing(value)]
    if isinstance(value, dict):
        return [text for key, part in value.items() if key != "id" for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return []


class HeadingBlock(Spoken, blocks.CharBlock):
    """A heading inside the text."""

    class Meta:
        icon = "title"
        label = _("heading")
        max_length = 120
        template = "cms/blocks/heading.html"


class ParagraphBlock(Spoken, blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("text")
        features = SMALL_TEXT
        template = "cms/blocks/paragraph.html"


class PointsBlock(Spoken, blocks.ListBlock):
    """Things beside each other, in no order."""

    class Meta:
        icon = "list-ul"
        label = _("list")
        template = "cms/blocks/points.html"


class StepsBlock(Spoken, blocks.ListBlock):
    """Things one after the other."""

    class Meta:
        icon = "list-ol"
        label = _("steps")
        template = "cms/blocks/steps.html"


class TodayBlock(Spoken, blocks.StructBlock):
    """What can be done today: a guide gives something to use on the spot."""

    heading = blocks.CharBlock(label=_("heading"), max_length=80)
    steps = blocks.ListBlock(blocks.CharBlock(max_length=240), label=_("steps"), min_num=1)

    class Meta:
        icon = "check"
        label = _("what you can do today")
        template = "cms/blocks/today.html"


class FactBlock(Spoken, blocks.StructBlock):
    """A number, amount or deadline, with where it is from and when it was looked up."""

    text = blocks.TextBlock(label=_("fact"), max_length=400)
    source = blocks.CharBlock(label=_("source"), max_length=160)
    checked_on = blocks.DateBlock(label=_("checked on"))

    class Meta:
        icon = "info-circle"
        label = _("fact")
        template = "cms/blocks/fact.html"


class SourceBlock(Spoken, blocks.StructBlock):
    """Where the guide's facts are from."""

    text = blocks.CharBlock(label=_("source"), max_length=240)
    url = blocks.URLBlock(label=_("address"), required=False)

    class Meta:
        icon = "openquote"
        label = _("source")


class GuideBody(blocks.StreamBlock):
    """Every kind of block a guide may hold."""

    today = TodayBlock()
    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    points = PointsBlock(blocks.CharBlock(max_length=400))
    steps = StepsBlock(blocks.CharBlock(max_length=400))
    fact = FactBlock()
