"""Work of the groups that no request does: words go when their time is over (RT-05)."""

from datetime import timedelta

from community.core.chores import chore

from . import services


@chore(every=timedelta(minutes=10))
def sweep_words() -> int:
    return services.sweep()
