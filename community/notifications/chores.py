"""Work of the notices that no request does: the mail that is due, and forgetting."""

from datetime import timedelta

from community.core.chores import chore

from . import services


@chore(every=timedelta(minutes=1))
def send_what_is_due() -> int:
    return services.send_due()


@chore(every=timedelta(days=1))
def forget_old_notices() -> int:
    return services.sweep()
