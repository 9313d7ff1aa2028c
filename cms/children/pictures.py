"""The drawn pictures of the children's pages, each with its words for the editors."""

from django.utils.translation import gettext_lazy as _

CHOICES = [
    ("house", _("a house")),
    ("two-houses", _("two houses")),
    ("heart", _("a heart")),
    ("talk", _("talking")),
    ("phone", _("a telephone")),
    ("ear", _("listening")),
    ("star", _("a star")),
    ("sun", _("the sun")),
    ("rain", _("rain")),
    ("hand", _("a hand")),
]
NAMES = [name for name, _label in CHOICES]
TALK = "phone"
UNSAFE = "hand"
UNKNOWN = "star"
