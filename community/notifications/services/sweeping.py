"""Keeps no notice longer than promised (PR-03)."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from community import promises

from ..models import Notice, Outgoing


def sweep(now: datetime | None = None) -> int:
    """Delete what is past its time; says how many rows went."""
    past = (now or timezone.now()) - promises.NOTICES_KEPT
    old = Q(seen_at__lte=past) | Q(seen_at=None, last_at__lte=past - promises.NOTICES_KEPT)
    notices, _kinds = Notice.objects.filter(old).delete()
    done = Q(sent_at__lte=past) | Q(dropped_at__lte=past)
    outgoing, _kinds = Outgoing.objects.filter(done).delete()
    return notices + outgoing
