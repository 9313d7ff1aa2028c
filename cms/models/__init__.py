"""Nouns of the editorial wing, one family a file."""

from .children import ChildPage, SafetyReview
from .contacts import ContactLine, ContactWords
from .doors import ChildDoorPage, ChildrenHomePage
from .files import SiteDocument, SiteImage, SiteRendition
from .guides import GuideIndexPage, GuidePage
from .home import HomePage

__all__ = [
    "ChildDoorPage",
    "ChildPage",
    "ChildrenHomePage",
    "ContactLine",
    "ContactWords",
    "GuideIndexPage",
    "GuidePage",
    "HomePage",
    "SafetyReview",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
]
