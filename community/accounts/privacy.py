"""What an account tells of its person, how it is copied and how it is emptied (PR-01, 04, 07)."""

import secrets

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as pgettext

from community import promises
from community.core.knowing import (
    Choice,
    Ground,
    Part,
    Seen,
    erases,
    exports,
    knows,
    lasting,
    plain,
)
from community.core.refs import new_ref

from .models import Alias, Change, Credential, Role, User

WITH_ACCOUNT = _("As long as the account")

knows(
    _("Your pseudonym"),
    why=_("To sign in, and on boards where people keep one name"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU, Seen.READERS, Seen.HOUSE),
    kept=WITH_ACCOUNT,
    fields={"accounts.user": "pseudonym key ref"},
    example="Aamukaste",
)
knows(
    _("Your passphrase, as a sum that cannot be turned back"),
    why=_("To know that it is you"),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=WITH_ACCOUNT,
    fields={"accounts.user": "password"},
    example="argon2$…",
)
knows(
    _("Your e-mail address, only if you gave one"),
    why=_("To send what you chose to get. You need none."),
    ground=Ground.CONSENT,
    seen_by=(Seen.YOU,),
    kept=_("Until you take it away"),
    fields={"accounts.user": "email"},
    example=_("nothing: none was given"),
)
knows(
    _("The language you read in"),
    why=_("To speak to you in it"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=WITH_ACCOUNT,
    fields={"accounts.user": "language"},
    example="fi",
)
knows(
    _("When you made the account and when you signed in last"),
    why=_("To close accounts that nobody uses"),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=WITH_ACCOUNT,
    fields={"accounts.user": "joined_at last_login is_active"},
    example="2026-11-17, 2026-11-22",
)
knows(
    _("What you agreed to, and when: being an adult, the rules, writing of your own life"),
    why=_("The law asks us to be able to show a yes"),
    ground=Ground.DUTY,
    seen_by=(Seen.YOU,),
    kept=WITH_ACCOUNT,
    fields={
        "accounts.user": "adult_declared_at rules_accepted_at special_data_consent_at",
    },
    example="2026-11-17",
)
knows(
    _("That you have hidden everything of yours"),
    why=_("So that nobody sees it"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=lasting(_("{days} days, then everything is gone"), promises.HIDING_UNDONE),
    fields={"accounts.user": "hidden_at"},
    example=_("nothing"),
    part=Part.PRIVATE,
)
knows(
    _("What changed in your safety settings, and when"),
    why=_("So that you see it when somebody else was at it"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=lasting(_("{days} days"), promises.CHANGES_KEPT),
    fields={"accounts.change": "person what at"},
    example=_("“The passphrase was changed”, 2026-11-20"),
    part=Part.PRIVATE,
)
knows(
    _("The tasks you have here, who gave them, and rights that come with them"),
    why=_("So that you can do them, and others know who speaks"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU, Seen.READERS, Seen.HOUSE),
    kept=lasting(_("{months} months after they end"), promises.STAFF_LOG_KEPT),
    fields={
        "accounts.role": "person kind given_by given_at ended_at",
        "accounts.user": "is_staff is_superuser",
        "accounts.user_groups": "user group",
        "accounts.user_user_permissions": "user permission",
    },
    example=_("nothing: a member has none"),
    members=False,
)
knows(
    _("A profession that somebody checked: title, employer, register and number"),
    why=_("So that people can trust who answers them"),
    ground=Ground.DUTY,
    seen_by=(Seen.READERS, Seen.HOUSE),
    kept=_("As long as you answer here; emptied when you leave"),
    fields={
        "accounts.credential": "ref person field title organisation shown_name register "
        "register_number checked_by checked_on recheck_by ended_at ended_for reminded",
    },
    example=_("nothing: a member has none"),
    members=False,
)
knows(
    _("The name you have in each discussion or group"),
    why=_("So that nobody can put your words from different places together"),
    ground=Ground.SERVICE,
    seen_by=(Seen.READERS,),
    kept=_("As long as your words stand there"),
    fields={"accounts.alias": "person place name"},
    example=_("“Quiet birch”, in one discussion"),
)
plain(
    "numbers of the database",
    {
        "accounts.user": "id", "accounts.change": "id", "accounts.role": "id",
        "accounts.credential": "id", "accounts.alias": "id", "accounts.user_groups": "id",
        "accounts.user_user_permissions": "id",
    },
)  # fmt: skip


@exports(
    "account",
    _("Your account"),
    Part.BASICS,
    {
        "pseudonym": _("Pseudonym"),
        "email": _("E-mail"),
        "language": _("Language"),
        "joined": _("Made on"),
        "adult": _("You said that you are an adult"),
        "rules": _("You accepted the rules"),
        "own_life": _("You agreed to write of your own life"),
    },
)
def account(person: User) -> list[dict]:
    return [
        {
            "pseudonym": person.pseudonym,
            "email": person.email,
            "language": person.language,
            "joined": person.joined_at,
            "adult": person.adult_declared_at,
            "rules": person.rules_accepted_at,
            "own_life": person.special_data_consent_at,
        }
    ]


@exports(
    "tasks",
    _("Tasks you have had here"),
    Part.BASICS,
    {"task": _("Task"), "from": _("From"), "until": _("Until")},
)
def tasks(person: User) -> list[dict]:
    return [
        {"task": role.get_kind_display(), "from": role.given_at, "until": role.ended_at}
        for role in Role.objects.filter(person=person).order_by("given_at", "pk")
    ]


@exports(
    "professions",
    _("Your profession, as it was checked"),
    Part.BASICS,
    {
        "title": pgettext("profession", "Title"),
        "organisation": _("Employer"),
        "shown_name": _("Name shown"),
        "register": _("Register"),
        "number": _("Number"),
        "checked_on": _("Checked on"),
    },
)
def professions(person: User) -> list[dict]:
    """Without who checked it: staff are not named in a copy (PR-05)."""
    return [
        {
            "title": ", ".join(one.title.values()),
            "organisation": ", ".join(one.organisation.values()),
            "shown_name": one.shown_name,
            "register": one.register,
            "number": one.register_number,
            "checked_on": one.checked_on,
        }
        for one in Credential.objects.filter(person=person).order_by("pk")
    ]


@exports(
    "changes",
    _("What changed in your safety settings"),
    Part.PRIVATE,
    {"what": _("What"), "at": _("When")},
)
def safety_changes(person: User) -> list[dict]:
    return [
        {"what": one.get_what_display(), "at": one.at}
        for one in Change.objects.filter(person=person).order_by("at", "pk")
    ]


@erases
def empty_account(person: User, choice: Choice) -> None:
    """The row stays, because records point to it; nothing in it tells who it was."""
    now = timezone.now()
    Alias.objects.filter(person=person).delete()
    Change.objects.filter(person=person).delete()
    Role.objects.standing().filter(person=person).update(ended_at=now)
    Credential.objects.filter(person=person).update(
        shown_name="", register="", register_number="", title={}, organisation={}
    )
    Credential.objects.filter(person=person, ended_at=None).update(ended_at=now)
    person.groups.clear()
    person.user_permissions.clear()
    blank = f"-{secrets.token_hex(8)}"
    User.objects.filter(pk=person.pk).update(
        pseudonym=blank,
        key=blank,
        ref=new_ref(),
        password=make_password(None),
        email="",
        language="",
        is_active=False,
        is_staff=False,
        is_superuser=False,
        joined_at=now,
        last_login=None,
        adult_declared_at=None,
        rules_accepted_at=None,
        special_data_consent_at=None,
        hidden_at=None,
    )


# Ways in, tasks and identity have files of their own; in the table they stand below the account.
from . import door_privacy, identity_privacy  # noqa: E402, F401
