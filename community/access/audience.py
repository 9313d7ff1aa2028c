"""The sentence above every button: who can read this (PB-01). Computed, never written by hand."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import boards


def of_board(board) -> str:
    """Who can read what is written on this board, as the permission rows say now."""
    readers = boards.readers_of(board)
    if readers == boards.EVERYONE:
        return _("Everyone can read this, also without an account. Search engines are kept out.")
    if readers == boards.MEMBERS:
        return _("All members who have signed in can read this.")
    return _("Only people who were let in to this board can read this.")


def of_group(people: int) -> str:
    """Who can read what is said in a live group: the people who have a seat, and how many."""
    return ngettext(
        "The %(people)d person in this group can read this.",
        "The %(people)d people in this group can read this.",
        people,
    ) % {"people": people}


def of_desk() -> str:
    """Who can read a reason written at the desk."""
    return _("The writer and the moderators can read this.")
