"""What a professional does here and what not, by field; shown to both sides (PV-07)."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .hats import Hat
from .models import Credential

Field = Credential.Field
BOUNDS: dict[str, Promise] = {
    Field.LEGAL: _("Law: general rules only. No documents are read or written here."),
    Field.PSYCHOSOCIAL: _("Psychosocial support: somebody beside you. No diagnosis is made."),
    Field.HEALTH: _("Health: general knowledge. This is not care at a distance."),
}


def bounds_of(field: str) -> str:
    """The sentence of a field; nothing for a field without bounds of its own."""
    return str(BOUNDS.get(field, ""))


def all_bounds() -> list[str]:
    """Every sentence, for somebody who is about to ask."""
    return [str(sentence) for sentence in BOUNDS.values()]


def bounds_for(hats: Iterable[Hat]) -> list[str]:
    """The sentences of somebody who may answer in these hats, each once."""
    said = (bounds_of(hat.field) for hat in hats if hat.credential)
    return list(dict.fromkeys(sentence for sentence in said if sentence))
