"""Who somebody is to us. Holds no name, address, phone or birth date of anybody (PR-02)."""

from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
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

    def has_role(self, *kinds: str) -> bool:
        """Whether the person holds one of these roles now. Read once per object."""
        if not hasattr(self, "_roles_now"):
            self._roles_now = {role.kind for role in self.roles.standing()}
        return bool(self._roles_now.intersection(kinds))

    @property
    def may_open_desk(self) -> bool:
        """Whether pages show the way to the desk; the rule stands in `access.reviews`."""
        return self.is_active and self.has_role("moderator")


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
