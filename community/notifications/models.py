"""What somebody follows, what is new for them, what may be sent. Holds no words and no names."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.refs import RefField

PERSON = settings.AUTH_USER_MODEL
PLACE_LENGTH = 60  # "topic:<ref>"


class Following(models.Model):
    """How much a person wants to hear of one place. Seen by nobody else."""

    class Level(models.TextChoices):
        WATCH = "watch", _("Each answer, at once")
        FOLLOW = "follow", _("Once a day, in the morning")
        MUTE = "mute", _("Nothing")

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="following")
    place = models.CharField(max_length=PLACE_LENGTH)
    level = models.CharField(max_length=8, choices=Level.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="one_level_a_place")
        ]
        indexes = [models.Index(fields=["place", "level"])]

    def __str__(self) -> str:
        return self.level


class Notice(models.Model):
    """There is news for one person in one place. Many happenings there are one notice."""

    ref = RefField()
    person = models.ForeignKey(PERSON, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=12)
    place = models.CharField(max_length=PLACE_LENGTH)
    first_at = models.DateTimeField()  # the news begins here
    last_at = models.DateTimeField()
    due_at = models.DateTimeField()  # later than the news where somebody asked for once a day
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "place"], name="one_notice_a_kind_and_place"
            ),
            models.CheckConstraint(
                condition=Q(last_at__gte=models.F("first_at")), name="news_ends_after_it_begins"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-last_at"]),
            models.Index(fields=["person"], condition=Q(seen_at=None), name="unseen_notices"),
            models.Index(fields=["place"], condition=Q(seen_at=None), name="unseen_in_a_place"),
        ]

    def __str__(self) -> str:
        return self.ref


class Choice(models.Model):
    """What one person chose for one kind of notice. No row: the inbox, and nothing goes out."""

    class Channel(models.TextChoices):
        NONE = "none", _("Nothing, not even here")
        INBOX = "inbox", _("Only here")
        MAIL = "mail", _("Here, and a neutral mail")
        DIGEST = "digest", _("Here, and a neutral mail once a week")

    GOING_OUT = (Channel.MAIL, Channel.DIGEST)

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="notice_choices")
    kind = models.CharField(max_length=12)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    chosen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="one_choice_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.channel}"

    @property
    def asked_again_at(self):
        """From this moment nothing goes out until the person says yes once more (EX-08)."""
        return self.chosen_at + promises.CHOICE_ASKED_AGAIN

    @property
    def is_sent(self) -> bool:
        """Whether mail was chosen, however long ago."""
        return self.channel in self.GOING_OUT

    @property
    def goes_out(self) -> bool:
        """Whether something may be sent for it now."""
        return self.is_sent and timezone.now() < self.asked_again_at

    @property
    def has_lapsed(self) -> bool:
        """Whether mail was chosen so long ago that it is asked again."""
        return self.is_sent and timezone.now() >= self.asked_again_at


class OutgoingQuerySet(models.QuerySet):
    def waiting(self) -> "OutgoingQuerySet":
        """Neither sent nor dropped."""
        return self.filter(sent_at=None, dropped_at=None)


class Outgoing(models.Model):
    """A mail that may go to one person for one kind of notice, if it is still true when due."""

    person = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=12)
    due_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "outgoing"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(sent_at=None, dropped_at=None),
                name="one_waiting_mail_a_kind",
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(dropped_at=None), name="sent_or_dropped"
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Postbox(models.Model):
    """When a person was last written to: whoever moves this time on may send, nobody else."""

    person = models.OneToOneField(PERSON, models.CASCADE, related_name="+")
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "postboxes"

    def __str__(self) -> str:
        return str(self.pk)
