"""Questions about people: what one may wear, and nothing that lists members."""

from .hats import Hat, hats_of
from .models import User


def wearable(viewer: User) -> list[Hat]:
    """The roles this person may speak in, apart from being a member."""
    return hats_of(viewer) if viewer.is_authenticated else []
