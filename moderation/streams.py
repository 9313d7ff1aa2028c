"""The live stream of the desk: moderators may listen, nobody else learns that it is there."""

from community.access import reviews
from community.core.live import stream


@stream("desk")
def may_listen(viewer: object, ref: str) -> bool:
    return ref == "queue" and bool(reviews.may_open_desk(viewer))
