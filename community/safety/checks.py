"""What an operator must know at the start about the distance list (PB-11)."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

TOLD = (
    "The distance list is on (PB-11). It keeps keyed hashes of people who are not told: an "
    "assessment (DPIA, GDPR 35) must have been accepted before."
)


@register()
def distance_list(**kwargs: object) -> list[CheckMessage]:
    """Says nothing while the switch is off."""
    if not settings.DISTANCE_LIST:
        return []
    found: list[CheckMessage] = [Warning(TOLD, id="safety.W001")]
    if not settings.IDENTITY_KEYS:
        found.append(Error("The distance list needs IDENTITY_KEYS.", id="safety.E001"))
    return found
