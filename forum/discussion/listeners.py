"""What follows when a post is shown or taken away: whoever reads the topic is told to look."""

from community.core import live
from community.core.happenings import on

from .events import PostHidden, PostShown


@on(PostShown)
def tell_readers(happened: PostShown) -> None:
    live.nudge("topic", happened.topic_ref)


@on(PostHidden)
def take_from_open_pages(happened: PostHidden) -> None:
    live.nudge("topic", happened.topic_ref, gone=happened.post_ref)
