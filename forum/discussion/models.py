"""Our side of machina's boards, topics and posts: references, words, bylines, revisions.

The vendor's text columns stay empty. Words that nobody has let through live in `PostRevision`
alone, so no query of the vendor's can show them.
"""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from community import promises
from community.accounts.hats import in_language
from community.core.refs import RefField


class Board(models.Model):
    """A board's policy and its words by language; the tree and the rights are machina's."""

    class Naming(models.TextChoices):
        STEADY = "steady"  # one pseudonym everywhere on the board
        PER_TOPIC = "per_topic"  # a new name in each topic (PB-02)

    class Holds(models.TextChoices):
        FIRST_POSTS = "first_posts"
        ALL = "all"  # everything is read before it is shown (MC-06)

    forum = models.OneToOneField("forum.Forum", models.PROTECT, related_name="board")
    ref = RefField()
    key = models.SlugField(unique=True)
    name_by_language = models.JSONField(default=dict)
    purpose_by_language = models.JSONField(default=dict)
    naming = models.CharField(max_length=12, choices=Naming.choices, default=Naming.PER_TOPIC)
    holds = models.CharField(max_length=12, choices=Holds.choices, default=Holds.ALL)

    def __str__(self) -> str:
        return self.key

    @property
    def name(self) -> str:
        return in_language(self.name_by_language)

    @property
    def purpose(self) -> str:
        return in_language(self.purpose_by_language)


class TopicTrait(models.Model):
    """What a topic is called and where: its public reference, title and language."""

    topic = models.OneToOneField("forum_conversation.Topic", models.PROTECT, related_name="trait")
    ref = RefField()
    title = models.CharField(max_length=promises.TITLE_LENGTH, blank=True)  # empty until shown
    language = models.CharField(max_length=8)
    content_note = models.CharField(max_length=120, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # PR-03: when it was shut for being quiet, and when its writer last asked to keep it.
    archived_at = models.DateTimeField(null=True, blank=True)
    kept_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.ref

    @property
    def place(self) -> str:
        """The place in which people have one name each (PB-02)."""
        return f"topic:{self.ref}"


class Byline(models.Model):
    """How a post stands: who wrote it in which hat, and the words that readers see, if any."""

    post = models.OneToOneField("forum_conversation.Post", models.PROTECT, related_name="byline")
    topic = models.ForeignKey("forum_conversation.Topic", models.PROTECT, related_name="bylines")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ref = RefField()
    hat = models.JSONField(default=dict, blank=True)  # Hat.stamp(), as it was when written
    hat_kind = models.CharField(max_length=20, blank=True)
    html = models.TextField(blank=True)  # what readers see; empty until something is shown
    sources = models.JSONField(default=list, blank=True)
    rendered_by = models.PositiveSmallIntegerField(default=0)
    shown_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    latest = models.ForeignKey("PostRevision", models.PROTECT, null=True, related_name="+")
    shown = models.ForeignKey("PostRevision", models.PROTECT, null=True, related_name="+")
    client_id = models.CharField(max_length=40, blank=True)  # resending is safe (PF-07)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "client_id"],
                condition=~Q(client_id=""),
                name="one_post_a_sending",
            ),
            models.CheckConstraint(
                condition=Q(html="") | Q(shown_at__isnull=False), name="words_only_when_shown"
            ),
        ]
        indexes = [models.Index(fields=["topic", "shown_at", "id"])]

    def __str__(self) -> str:
        return self.ref


class PostRevision(models.Model):
    """One submitted text of a post, never changed: what a moderator reads and decides on."""

    post = models.ForeignKey("forum_conversation.Post", models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=promises.TITLE_LENGTH, blank=True)
    source = models.TextField()
    html = models.TextField()
    sources = models.JSONField(default=list, blank=True)
    content_note = models.CharField(max_length=120, blank=True)
    digest = models.CharField(max_length=64)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["post", "number"], name="revisions_are_numbered")
        ]

    def __str__(self) -> str:
        return f"revision {self.number} of post {self.post_id}"


def digest_of(*words: str) -> str:
    """What tells two revisions apart: approval is bound to it (MC, dependencies.md M10, D4)."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()
