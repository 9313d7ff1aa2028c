"""How a topic looks in a list: title, who opened it, when, and whether a professional answered."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from community.access.visible import visible_to
from community.accounts import names
from community.accounts.models import Role
from forum.forum_conversation.models import Post, Topic

from ..models import Byline

# What a reader looks for first.
ANSWERING = (Role.Kind.PROFESSIONAL, Role.Kind.VOLUNTEER)
IN_WORDS = {"fi": "suomeksi", "sv": "på svenska", "en": "in English"}


@dataclass(frozen=True)
class TopicCard:
    """A topic in a list. No counts of people, no exact time (PB-04, PB-05)."""

    url: str
    title: str
    language: str
    opened_by: str
    when: datetime
    last_when: datetime
    note: str
    tags: list[str]
    answered: str
    waiting: bool


def cards(viewer, topics: list[Topic]) -> list[TopicCard]:
    """Cards of these topics in their order; three queries whatever their number."""
    answered = _answered(viewer, topics)
    called = names.in_places({topic.trait.place for topic in topics})
    own_titles = _own_titles(viewer, [topic for topic in topics if not topic.approved])
    return [
        TopicCard(
            url=reverse("talk:topic", args=[topic.trait.ref]),
            title=topic.trait.title or own_titles.get(topic.pk) or untitled(),
            language=topic.trait.language,
            opened_by=called.get((topic.trait.place, topic.poster_id), names.nobody()),
            when=topic.created,
            last_when=getattr(topic, "seen_on", None) or topic.created,
            note=topic.trait.content_note,
            tags=_tags(topic),
            answered=answered.get(topic.pk, ""),
            waiting=not topic.approved,
        )
        for topic in topics
    ]


def untitled() -> str:
    """What a discussion is called whose first message was taken back."""
    return _("A discussion whose first message was taken back")


def _answered(viewer, topics: list[Topic]) -> dict[int, str]:
    found = Post.objects.filter(
        visible_to(viewer, Post), topic__in=topics, approved=True, byline__hat_kind__in=ANSWERING
    ).values_list("topic_id", "byline__hat_kind")
    kinds: dict[int, str] = {}
    for topic_id, kind in found:
        if kinds.get(topic_id) != Role.Kind.PROFESSIONAL:
            kinds[topic_id] = kind
    words = {
        Role.Kind.PROFESSIONAL: _("A professional has answered"),
        Role.Kind.VOLUNTEER: _("A volunteer has answered"),
    }
    return {topic_id: words[kind] for topic_id, kind in kinds.items()}


def _own_titles(viewer, waiting: list[Topic]) -> dict[int, str]:
    """Titles nobody has let through yet are read by their writer only."""
    if not waiting or not viewer.is_authenticated:
        return {}
    own = Byline.objects.filter(topic__in=waiting, person=viewer, topic__first_post=F("post"))
    return dict(own.values_list("topic_id", "latest__title"))


def _tags(topic: Topic) -> list[str]:
    here = (get_language() or "fi").split("-")[0]
    return [] if topic.trait.language == here else [IN_WORDS.get(topic.trait.language, "")]
