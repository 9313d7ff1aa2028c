"""Where one person's words stand: for the program alone, when they are hidden or go (PR-06)."""

from ..models import Byline


def topics_with(person_id: int) -> list[str]:
    """References of the topics in which this person has been seen."""
    seen = Byline.objects.filter(person=person_id, shown_at__isnull=False)
    return list(seen.values_list("topic__trait__ref", flat=True).distinct())
