"""What one's own distance list keeps from one's eyes (PB-11), and leaves no trace of (PB-12).

Only what is shown after the list took effect, so nothing ever vanishes from a page. And nothing on
boards that everybody can read without an account: signing out would tell.
"""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from community.safety.distance_queries import is_unseen, unseen, windows

from . import boards


def reaching_topics(viewer: object, to: str = "") -> Q:
    """Filter for topics that reach this viewer; `to` is the path from the row to its topic."""
    if not windows(viewer):
        return Q()
    opened = f"{to}first_post__byline__shown_at"
    hidden = unseen(viewer, person=f"{to}poster", shown_at=opened)
    return ~hidden | Q(**{f"{to}forum_id__in": _open_to_everyone(viewer)})


def reaching_posts(viewer: object, to: str = "") -> Q:
    """Filter for posts that reach this viewer, and so may leave a grey line; `to` as above."""
    return _reaching(viewer, f"{to}poster", f"{to}byline__shown_at", f"{to}topic__")


def reaching_bylines(viewer: object) -> Q:
    """The same for bylines."""
    return _reaching(viewer, "person", "shown_at", "topic__")


def topic_reaches(viewer: object, topic) -> bool:
    """The same for one topic."""
    if not windows(viewer) or topic.forum_id in _open_to_everyone(viewer):
        return True
    byline = getattr(topic.first_post, "byline", None)
    return not (byline and is_unseen(viewer, topic.poster_id, byline.shown_at))


def post_reaches(viewer: object, post) -> bool:
    """The same for one post: it reaches nobody whom its topic does not reach."""
    if not topic_reaches(viewer, post.topic):
        return False
    if not windows(viewer) or post.topic.forum_id in _open_to_everyone(viewer):
        return True
    return not is_unseen(viewer, post.poster_id, post.byline.shown_at)


def _reaching(viewer: object, person: str, shown_at: str, topic: str) -> Q:
    if not windows(viewer):
        return Q()
    anywhere = Q(**{f"{topic}forum_id__in": _open_to_everyone(viewer)})
    hidden = unseen(viewer, person=person, shown_at=shown_at)
    return anywhere | (~hidden & reaching_topics(viewer, topic))


def _open_to_everyone(viewer: object) -> frozenset[int]:
    """Asked once a viewer, and only of those few whose list hides something."""
    kept = getattr(viewer, "_open_to_everyone", None)
    if kept is None:
        kept = viewer._open_to_everyone = boards.rights_of(AnonymousUser()).read
    return kept
