"""Questions of talk. The viewer comes first; every answer begins at `visible_to(viewer, …)`."""

from .boards import board_for, open_boards, topics_on
from .messages import name_on
from .naming import Called, called_in
from .topics import (
    answered_topics,
    can_read_topic,
    first_newer,
    gone_from,
    may_hear_of,
    post_for,
    posts_in,
    topic_for,
)

__all__ = [
    "Called",
    "answered_topics",
    "board_for",
    "called_in",
    "can_read_topic",
    "first_newer",
    "gone_from",
    "may_hear_of",
    "name_on",
    "open_boards",
    "post_for",
    "posts_in",
    "topic_for",
    "topics_on",
]
