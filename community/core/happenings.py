"""What happened, told after the commit. Carries ids only; one deaf listener stops no other."""

import logging
from collections import defaultdict
from collections.abc import Callable

from django.db import transaction

log = logging.getLogger(__name__)
Listener = Callable[[object], None]
_listeners: dict[type, list[Listener]] = defaultdict(list)


def on(*kinds: type) -> Callable[[Listener], Listener]:
    """Mark a function as what follows these happenings. It must be safe to run twice."""

    def mark(listener: Listener) -> Listener:
        for kind in kinds:
            if listener not in _listeners[kind]:
                _listeners[kind].append(listener)
        return listener

    return mark


def publish(happening: object) -> None:
    """Tell the listeners once the transaction is committed; never, if it is rolled back."""
    transaction.on_commit(lambda: _tell(happening))


def _tell(happening: object) -> None:
    for listener in _listeners[type(happening)]:
        try:
            listener(happening)
        except Exception:
            # No words and no names: an id-only dataclass is all that can be in the traceback.
            log.exception("%s failed after %s", listener.__qualname__, type(happening).__name__)
