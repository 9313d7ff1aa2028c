"""Live streams of talk: a topic may be listened to by those who may read it."""

from community.core.live import going, hearing_of, stream

from .queries import can_read_topic, gone_from, may_hear_of


@stream("topic")
def may_listen(viewer, ref: str) -> bool:
    return can_read_topic(viewer, ref)


@hearing_of("topic")
def may_hear(viewer, ref: str, post_ref: str) -> bool:
    """Not what is written or taken back by somebody whom the viewer may not meet."""
    return may_hear_of(viewer, ref, post_ref)


@going("topic")
def what_is_gone(viewer, ref: str) -> list[str]:
    return gone_from(viewer, ref)
