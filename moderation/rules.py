"""The house rules a decline names (MC-15, MC-19); without one of them it cannot be saved."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Rule(models.TextChoices):
    """In the words the writer reads. Codes are kept for ever; words may be made better."""

    TELLING = "telling", _("Details by which somebody can be recognised")
    OTHER_PARENT = "other_parent", _("Exposing or diagnosing the other parent")
    CHILD = "child", _("A child's picture or matters told to strangers")
    RESPECT = "respect", _("Speaking of another person without respect")
    HARM = "harm", _("Ways of hurting oneself or others")
    ADVICE = "advice", _("Legal or medical advice between peers")
    SELLING = "selling", _("Selling something, or moving people to another place")
    UNLAWFUL = "unlawful", _("Against the law")
