"""What waits for a decision, and what screening found; holds no words that were screened."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community.core.refs import RefField

from .rules import Rule


class ReviewQuerySet(models.QuerySet):
    def waiting(self) -> "ReviewQuerySet":
        """Reviews nobody has closed."""
        return self.filter(closed_at=None)

    def in_order(self) -> "ReviewQuerySet":
        """By harm, then by the time left of what we promised."""
        return self.order_by("lane", "due_at", "pk")


class Review(models.Model):
    """One submitted revision that a person must decide; the decision is in the ledger too."""

    class Lane(models.IntegerChoices):
        """Ordered by harm; gaps are for lanes to come."""

        CRISIS = 10, _("Crisis")
        CHILD = 20, _("A child")
        HELD = 30, _("Waiting to be shown")
        EDITS = 40, _("Changed text")
        REPORTED = 50, _("Reported")
        SUGGESTIONS = 60, _("Suggestions")
        APPEALS = 70, _("Asked to look again")

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Let through")
        DECLINED = "declined", _("Declined")
        WITHDRAWN = "withdrawn", _("Taken back by the writer")
        SUPERSEDED = "superseded", _("Replaced by a newer text")

    ref = RefField()
    entry = models.OneToOneField(
        "moderation.ModeratedObject", models.PROTECT, related_name="review"
    )
    kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=40)  # what the revision is a text of: Kind.thing()
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    lane = models.PositiveSmallIntegerField(choices=Lane.choices, default=Lane.HELD)
    opened_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()  # what the writer was promised (MC-04, MC-05)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    claimed_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    rule = models.CharField(max_length=20, choices=Rule.choices, blank=True)
    reason = models.TextField(blank=True)  # the decider's words to the writer (MC-15)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing"],
                condition=Q(closed_at=None),
                name="one_open_review_a_thing",
            ),
            models.CheckConstraint(
                condition=Q(claimed_by=None, claimed_until=None)
                | Q(claimed_by__isnull=False, claimed_until__isnull=False),
                name="a_claim_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="closed_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["approved", "declined"]) | Q(decided_by__isnull=False),
                name="people_decide",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by=F("writer")), name="nobody_decides_the_own"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="declined") | (~Q(reason="") & ~Q(rule="")),
                name="no_decline_without_reasons",
            ),
        ]
        indexes = [
            models.Index(
                fields=["lane", "due_at", "id"], condition=Q(closed_at=None), name="review_queue"
            ),
            models.Index(fields=["kind", "thing"]),
        ]

    def __str__(self) -> str:
        return self.ref

    @property
    def is_claimed(self) -> bool:
        """Whether somebody's lease runs now."""
        return self.claimed_until is not None and self.claimed_until > timezone.now()


class Finding(models.Model):
    """What one check found in one revision, held or not. Codes and counts, never words."""

    entry = models.ForeignKey("moderation.ModeratedObject", models.PROTECT, related_name="findings")
    found_by = models.CharField(max_length=40)
    holds = models.BooleanField()
    details = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "found_by"], name="a_check_finds_once")
        ]

    def __str__(self) -> str:
        return self.found_by


class NamesJoined(models.Model):
    """Somebody of the desk saw one member's names side by side, why, and which colleague knows.

    The names themselves are kept nowhere: they were shown once (PB-17).
    """

    ref = RefField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    about = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, related_name="joinings")
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    second_seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="names_joined_for_a_reason"),
            models.CheckConstraint(condition=~Q(about=F("by")), name="nobody_joins_the_own_names"),
            models.CheckConstraint(
                condition=~Q(second_seen_by=F("by")) & ~Q(second_seen_by=F("about")),
                name="a_second_person_sees",
            ),
            models.CheckConstraint(
                condition=Q(second_seen_by=None, seen_at=None)
                | Q(second_seen_by__isnull=False, seen_at__isnull=False),
                name="seen_by_somebody_at_some_time",
            ),
        ]
        indexes = [models.Index(fields=["at"], condition=Q(seen_at=None), name="joinings_unseen")]

    def __str__(self) -> str:
        return self.ref
