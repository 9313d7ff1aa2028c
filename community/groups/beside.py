"""Who sits in a room with somebody: for the program alone, never for a page (PR-06, RT-04)."""

from .models import Seat


def beside(person_id: int) -> list[str]:
    """References of everybody with a seat in a group of this person's, oneself too."""
    there = Seat.objects.standing()
    groups = there.filter(person=person_id).values_list("group", flat=True)
    refs = there.filter(group__in=list(groups)).values_list("person__ref", flat=True)
    return list(refs.distinct().order_by())
