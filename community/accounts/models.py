"""Who somebody is to us. Holds no name, address, phone or birth date of anybody (PR-02)."""

from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.refs import RefField


class People(BaseUserManager):
    """Finds people by the key of their pseudonym, so that Aino and AINO are one."""

    def get_by_natural_key(self, pseudonym: str) -> "User":
        return self.get(key=key_of(pseudonym))

    def create_user(self, pseudonym: str, password: str | None = None, **rest) -> "User":
        person = self.model(pseudonym=pseudonym, key=key_of(pseudonym), **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, pseudonym: str, password: str | None = None, **rest) -> "User":
        return self.create_user(pseudonym, password, is_staff=True, is_superuser=True, **rest)


def key_of(pseudonym: str) -> str:
    """What makes two pseudonyms the same one."""
    from .pseudonyms import skeleton

    return skeleton(pseudonym)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: a pseudonym and a passphrase. E-mail is optional and never shown."""

    ref = RefField()
    pseudonym = models.CharField(
        _("pseudonym"), max_length=promises.PSEUDONYM_LENGTH[1], unique=True
    )
    key = models.CharField(max_length=120, unique=True, editable=False)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=8, default="fi")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    adult_declared_at = models.DateTimeField(null=True, blank=True)
    rules_accepted_at = models.DateTimeField(null=True, blank=True)
    # ID-12: writing of one's own situation tells of health, family and faith; a consent of its own.
    special_data_consent_at = models.DateTimeField(null=True, blank=True)
    # PR-06: from this moment nobody sees anything of this person; undone for seven days, then gone.
    hidden_at = models.DateTimeField(null=True, blank=True)

    objects = People()

    USERNAME_FIELD = "pseudonym"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.pseudonym

    def get_full_name(self) -> str:
        return self.pseudonym

    def get_short_name(self) -> str:
        return self.pseudonym

    # Whether the session this object was read through has shown a second factor; None outside one.
    _is_confirmed: bool | None = None

    def seen_through(self, session: object) -> "User":
        """The same person, tied to a session: tasks sleep until it has confirmed (ID-09)."""
        from .proofs import is_confirmed

        self._is_confirmed = is_confirmed(session, self)
        return self

    def has_role(self, *kinds: str) -> bool:
        """Whether the person holds one of these roles now, and is awake. Read once per object."""
        return self.is_awake and bool(self._standing().intersection(kinds))

    @property
    def is_awake(self) -> bool:
        """Whether nothing waits for a second factor: it was shown, or there is no session."""
        return self._is_confirmed is not False

    @property
    def is_asleep(self) -> bool:
        """Whether this person has tasks that wait for the second factor (ID-09)."""
        return not self.is_awake and self.has_tasks

    @property
    def has_tasks(self) -> bool:
        """Whether the person holds any role now, asleep or awake."""
        return self.is_superuser or bool(self._standing())

    def _standing(self) -> set[str]:
        if not hasattr(self, "_roles_now"):
            self._roles_now = {role.kind for role in self.roles.standing()}
        return self._roles_now

    @property
    def may_open_desk(self) -> bool:
        """Whether pages show the way to the desk; the rule stands in `access.reviews`."""
        return self.is_active and self.may_take("desk")

    def may_take(self, task: str) -> bool:
        """Whether the person does this task for the house now: role and permission (PV-11)."""
        from .tasks import may_take

        return may_take(self, task)


class Change(models.Model):
    """One line of what changed for a person's safety; nobody can clear it for 30 days (EX-19)."""

    class What(models.TextChoices):
        PASSPHRASE = "passphrase", _("The passphrase was changed")
        RECOVERED = "recovered", _("A new passphrase was made with a one-use code")
        CODES_MADE = "codes_made", _("New one-use codes were made")
        FACTOR_ADDED = "factor_added", _("A second way of confirming was added")
        FACTOR_REMOVED = "factor_removed", _("A second way of confirming was taken away")
        EMAIL = "email", _("The e-mail address was added or changed")
        EMAIL_REMOVED = "email_removed", _("The e-mail address was taken away")
        SESSIONS_ENDED = "sessions_ended", _("Somebody was signed out on another device")
        CONSENT_GIVEN = "consent_given", _("A consent was given")
        CONSENT_WITHDRAWN = "consent_withdrawn", _("A consent was taken back")
        BLOCK_MADE = "block_made", _("Somebody was blocked")
        BLOCK_LIFTED = "block_lifted", _("A block was lifted")
        DISTANCE_ADDED = "distance_added", _("A person was added to the distance list")
        DISTANCE_REMOVED = "distance_removed", _("A person was taken from the distance list")
        NOTICES = "notices", _("What may be sent to you was changed")
        EXPORT_ASKED = "export_asked", _("A copy of all data was asked for")
        EXPORT_CANCELLED = "export_cancelled", _("The asking for a copy was cancelled")
        EXPORT_FETCHED = "export_fetched", _("A copy of the data was fetched")
        HIDDEN = "hidden", _("Everything was hidden")
        SHOWN_AGAIN = "shown_again", _("Everything was shown again")

    person = models.ForeignKey(User, models.CASCADE, related_name="changes")
    what = models.CharField(max_length=20, choices=What.choices)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["person", "at"])]

    def __str__(self) -> str:
        return self.what


class RoleQuerySet(models.QuerySet):
    def standing(self) -> "RoleQuerySet":
        """Roles that hold now."""
        return self.filter(ended_at=None)


class Role(models.Model):
    """A task somebody was given, by whom and when. It ends; it is never deleted."""

    class Kind(models.TextChoices):
        VOLUNTEER = "volunteer", _("Volunteer")
        FACILITATOR = "facilitator", _("Group facilitator")
        MODERATOR = "moderator", _("Moderator")
        PROFESSIONAL = "professional", _("Professional")
        EDITOR = "editor", _("Editor")
        COORDINATOR = "coordinator", _("Coordinator")

    person = models.ForeignKey(User, models.PROTECT, related_name="roles")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(ended_at=None), name="one_standing_role_each"
            )
        ]

    def __str__(self) -> str:
        return self.kind


class CredentialQuerySet(models.QuerySet):
    def standing(self) -> "CredentialQuerySet":
        """Professions looked up recently enough; a late one falls off by itself (PV-02)."""
        return self.filter(ended_at=None, recheck_by__gte=timezone.localdate())


class Credential(models.Model):
    """A profession that somebody else has checked from the register (PV-02)."""

    class Field(models.TextChoices):
        LEGAL = "legal", _("Law")
        PSYCHOSOCIAL = "psychosocial", _("Psychosocial support")
        HEALTH = "health", _("Health")
        OTHER = "other", _("Other field")

    class EndedFor(models.TextChoices):
        """Why a label ended before its time; a code, never a story about a person."""

        LEFT = "left", _("The person does not work with us any more")
        RIGHT_ENDED = "right_ended", _("The right is not in the register any more")
        RESTRICTED = "restricted", _("The right was restricted")
        MISTAKE = "mistake", _("It was written down wrongly")
        WISH = "wish", _("The person wished so")

    ref = RefField()
    person = models.ForeignKey(User, models.PROTECT, related_name="credentials")
    field = models.CharField(max_length=20, choices=Field.choices)
    # Words by language, as the register and the employer give them: {"fi": "Psykologi", …}
    title = models.JSONField(default=dict)
    organisation = models.JSONField(default=dict)
    shown_name = models.CharField(max_length=80, blank=True)  # PV-13: empty means title only
    register = models.CharField(max_length=120)
    register_number = models.CharField(max_length=60, blank=True)
    checked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    checked_on = models.DateField(default=timezone.localdate)
    recheck_by = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_for = models.CharField(max_length=20, choices=EndedFor.choices, blank=True)
    # The last reminder told since the check: days before the end, of CREDENTIAL_REMINDERS.
    reminded = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    objects = CredentialQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recheck_by__gt=models.F("checked_on")), name="recheck_follows_check"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.ref}"

    @staticmethod
    def recheck_after(checked_on) -> object:
        """The last day on which a check of that day still counts."""
        return checked_on + timedelta(days=promises.CREDENTIAL_RECHECKED.days)


class Alias(models.Model):
    """The name of one person in one place (PB-02). Never deleted while words stand there."""

    person = models.ForeignKey(User, models.PROTECT, related_name="aliases")
    place = models.CharField(max_length=40)  # "topic:<ref>", "group:<ref>"
    name = models.CharField(max_length=40)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="one_name_in_a_place"),
            models.UniqueConstraint(fields=["place", "name"], name="a_name_is_one_person_there"),
        ]

    def __str__(self) -> str:
        return self.name


class OpenSession(AbstractBaseSession):
    """Somebody signed in on some device, until `expire_date`; see `sessions.py` (ID-16, ID-18)."""

    class Device(models.TextChoices):
        PHONE = "phone", _("A phone")
        TABLET = "tablet", _("A tablet")
        COMPUTER = "computer", _("A computer")
        UNKNOWN = "", _("A device")

    person = models.ForeignKey(User, models.CASCADE, null=True, related_name="open_sessions")
    ref = RefField()
    device = models.CharField(max_length=10, choices=Device.choices, blank=True)
    began_at = models.DateTimeField(null=True)
    last_seen = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "expire_date"])]

    def __str__(self) -> str:
        return self.device

    @classmethod
    def get_session_store_class(cls) -> type:
        from .sessions import SessionStore

        return SessionStore


class OneUseCode(models.Model):
    """One of eight codes on a sheet of paper; of the code only a keyed hash is kept (ID-17)."""

    person = models.ForeignKey(User, models.CASCADE, related_name="one_use_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="one_use_codes_differ")
        ]

    def __str__(self) -> str:
        return "used" if self.used_at else "unused"


from .identity_models import FormerIdentity, Identity  # noqa: E402, F401 (tables of their own file)
from .task_models import Invitation, TaskRecord, Training  # noqa: E402, F401 (the same)
