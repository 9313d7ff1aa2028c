"""Which topic comes first in a list: by the last message this viewer can see, nobody else's."""

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from community.access.apart import reaching_bylines, reaching_posts
from community.access.people import within_sight
from forum.forum_conversation.models import Topic

from ..models import Byline


def by_last_seen(viewer, topics: QuerySet[Topic]) -> QuerySet[Topic]:
    """These topics with `seen_on`, last answered first.

    A message of somebody this viewer may not meet moves no topic and no time (PB-08).
    """
    reads = within_sight(viewer, "person") & reaching_bylines(viewer)
    seen = Byline.objects.filter(reads, topic=OuterRef("pk"), post__approved=True)
    last = Subquery(seen.order_by("-shown_at", "-pk").values("shown_at")[:1])
    # The stored time is right unless the newest message is not for this viewer.
    newest = within_sight(viewer, "last_post__poster") & reaching_posts(viewer, "last_post__")
    known = When(newest, then=F("last_post_on"))
    return (
        topics.annotate(seen_on=Coalesce(Case(known, default=last), F("created")))
        .select_related("trait")
        .order_by("-seen_on", "-pk")
    )
