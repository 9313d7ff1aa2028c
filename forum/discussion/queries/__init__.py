"""Questions of talk. The viewer comes first; every answer begins at `visible_to(viewer, …)`."""

from .boards import board_for, open_boards, topics_on
from .topics import answered_topics, can_read_topic, first_newer, post_for, posts_in, topic_for

__all__ = [
    "answered_topics",
    "board_for",
    "can_read_topic",
    "first_newer",
    "open_boards",
    "post_for",
    "posts_in",
    "topic_for",
    "topics_on",
]
