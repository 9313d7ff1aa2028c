"""For the desk: one writer's names and where they stand, as far as the asking person may read."""

from django.urls import reverse

from community.access.visible import visible_to
from community.accounts import names
from forum.forum_conversation.models import Post, Topic
from moderation.kinds import Appearance, Place

from .cards import untitled

MOST = 100


def appearances(viewer: object, writer: int) -> list[Appearance]:
    """The newest discussions in which the writer has shown words, by the name there (PB-17)."""
    theirs = Post.objects.filter(visible_to(viewer, Post), poster_id=writer, approved=True)
    topics = (
        Topic.objects.filter(visible_to(viewer, Topic), pk__in=theirs.values("topic"))
        .select_related("trait", "forum__board")
        .order_by("-created", "-pk")[:MOST]
    )
    found = list(topics)
    called = names.in_places(topic.trait.place for topic in found)
    return [
        Appearance(
            name=called.get((topic.trait.place, writer), names.nobody()),
            place=Place(
                words=f"{topic.forum.board.name} · {topic.trait.title or untitled()}",
                url=reverse("talk:topic", args=[topic.trait.ref]),
            ),
        )
        for topic in found
    ]
