"""Nouns of a live group: seats, pauses, agreements are rows with who and when, never flags."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.refs import RefField

PERSON = settings.AUTH_USER_MODEL
# How late a planned session may still be opened; after that it did not happen.
OPENS_WITHIN = timedelta(hours=12)
# What one may write to the facilitator when asking for a seat.
REQUEST_LENGTH = 300


def _somebody(**kwargs) -> models.ForeignKey:
    """A person in a record; people are never deleted from under it."""
    return models.ForeignKey(PERSON, models.PROTECT, related_name="+", **kwargs)


class StandingQuerySet(models.QuerySet):
    def standing(self) -> "StandingQuerySet":
        """Those that hold now."""
        return self.filter(ended_at=None)


class SessionQuerySet(models.QuerySet):
    def running(self) -> "SessionQuerySet":
        """Those that are open now."""
        return self.filter(opened_at__isnull=False, closed_at=None)

    def to_come(self) -> "SessionQuerySet":
        """Those that can still be opened."""
        in_time = timezone.now() - OPENS_WITHIN
        return self.filter(opened_at=None, closed_at=None, starts_at__gt=in_time)


class PeerGroup(models.Model):
    """A few people, a facilitator, and what they agreed on. Words are kept by language."""

    ref = RefField()
    name = models.JSONField(default=dict)
    purpose = models.JSONField(default=dict)
    agreement = models.JSONField(default=dict)
    language = models.CharField(max_length=8, default="fi", choices=settings.LANGUAGES)
    # RT-05: whether those who come later may read what was said before.
    shows_earlier = models.BooleanField(default=False)
    # Counts on when messages are swept: a number is never given twice.
    last_seq = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.ref

    @property
    def place(self) -> str:
        """Where people have their names of this group (PB-02)."""
        return f"group:{self.ref}"

    def seat_of(self, person) -> "Seat | None":
        return self.seats.standing().filter(person=person).first()

    def seats_taken(self) -> int:
        """People with a seat, facilitators not counted (RT-01)."""
        return self.seats.standing().filter(role=Seat.Role.MEMBER).count()

    def is_led(self) -> bool:
        """Whether a facilitator with the standing role has a seat here (RT-01)."""
        return (
            self.seats.standing()
            .filter(
                role=Seat.Role.FACILITATOR,
                person__is_active=True,
                person__roles__kind=Seat.Role.FACILITATOR,
                person__roles__ended_at=None,
            )
            .exists()
        )

    def session_now(self) -> "Session | None":
        return self.sessions.running().first()

    def session_next(self) -> "Session | None":
        """The planned session that can be opened next."""
        return self.sessions.to_come().first()

    def session_before(self) -> "Session | None":
        """The session that ended last, while its messages are kept (RT-05)."""
        kept = timezone.now() - promises.GROUP_MESSAGES_KEPT
        return self.sessions.filter(closed_at__gt=kept).order_by("closed_at").last()


class SeatRequest(models.Model):
    """Somebody on the waiting list. Every seat begins here (PB-12)."""

    class Answer(models.TextChoices):
        GIVEN = "given", _("A seat was given")
        DECLINED = "declined", _("No seat this time")
        WITHDRAWN = "withdrawn", _("Taken back")

    ref = RefField()
    group = models.ForeignKey(PeerGroup, models.PROTECT, related_name="requests")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="seat_requests")
    words = models.CharField(max_length=REQUEST_LENGTH, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = _somebody(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)

    class Meta:
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(answered_at=None),
                name="one_standing_request_each",
            )
        ]

    def __str__(self) -> str:
        return self.ref


class Seat(models.Model):
    """One of the few chairs. It ends; it is never deleted."""

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        FACILITATOR = "facilitator", _("Facilitator")

    ref = RefField()
    group = models.ForeignKey(PeerGroup, models.PROTECT, related_name="seats")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.MEMBER)
    request = models.OneToOneField(SeatRequest, models.PROTECT, null=True, blank=True)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = _somebody()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = _somebody(null=True, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                condition=Q(ended_at=None),
                name="one_standing_seat_each",
            )
        ]

    def __str__(self) -> str:
        return self.ref


class Session(models.Model):
    """One evening: planned, opened by the facilitator who checked in, closed."""

    ref = RefField()
    group = models.ForeignKey(PeerGroup, models.PROTECT, related_name="sessions")
    theme = models.JSONField(default=dict)
    starts_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = _somebody(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = _somebody(null=True, blank=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group"],
                condition=Q(opened_at__isnull=False, closed_at=None),
                name="one_open_session_a_group",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
                name="closed_after_opened",
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def is_agreed_by(self, person) -> bool:
        return self.agreements.filter(person=person).exists()

    def pause_now(self) -> "Pause | None":
        return self.pauses.standing().first()


class Pause(models.Model):
    """The room is quiet for a while; only the facilitator speaks."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="pauses")
    begun_at = models.DateTimeField(default=timezone.now)
    begun_by = _somebody()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = _somebody(null=True, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session"], condition=Q(ended_at=None), name="one_standing_pause"
            )
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.begun_at}"


class Agreement(models.Model):
    """Somebody accepted the group's agreement and the limits of secrecy for one session (RT-03)."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="agreements")
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="agreements")
    accepted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="agreed_once_a_session")
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.accepted_at}"


class Message(models.Model):
    """Something said, in the order of the room. Gone 24 hours after the session (RT-05)."""

    session = models.ForeignKey(Session, models.PROTECT, related_name="messages")
    group = models.ForeignKey(PeerGroup, models.PROTECT, related_name="messages")
    seq = models.PositiveIntegerField()
    person = models.ForeignKey(PERSON, models.PROTECT, related_name="group_messages")
    source = models.TextField()
    html = models.TextField()
    client_id = models.CharField(max_length=64)
    hat = models.JSONField(default=dict, blank=True)
    said_at = models.DateTimeField(default=timezone.now)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_by = _somebody(null=True, blank=True)

    class Meta:
        ordering = ["group", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["group", "seq"], name="one_number_a_group"),
            models.UniqueConstraint(
                fields=["group", "person", "client_id"], name="said_once_a_client_id"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}:{self.seq}"
