"""Live streams of talk: a topic may be listened to by those who may read it."""

from community.core.live import stream

from .queries import can_read_topic


@stream("topic")
def may_listen(viewer, ref: str) -> bool:
    return can_read_topic(viewer, ref)
