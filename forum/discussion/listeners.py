"""What follows when a post is shown or taken away: whoever reads the topic is told to look."""

from community.core import live
from community.core.happenings import on
from community.privacy.events import PersonHidden, PersonShown

from .events import PostHidden, PostShown
from .queries.everywhere import topics_with


@on(PostShown)
def tell_readers(happened: PostShown) -> None:
    live.nudge("topic", happened.topic_ref, item=happened.post_ref)


@on(PostHidden)
def take_from_open_pages(happened: PostHidden) -> None:
    live.nudge("topic", happened.topic_ref, gone=happened.post_ref)


@on(PersonHidden, PersonShown)
def look_again_where_they_wrote(happened: PersonHidden | PersonShown) -> None:
    """PR-06: what is hidden goes from pages that are open, too."""
    for ref in topics_with(happened.person_id):
        live.recheck_readers("topic", ref)
