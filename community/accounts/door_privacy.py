"""What the ways in and the tasks of a person leave behind: sessions, factors, records (PR-01)."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext_lazy as _

from community.core.knowing import Choice, Ground, Part, Seen, erases, exports, knows, plain

from .models import OneUseCode, OpenSession, TaskRecord, Training, User

knows(
    _("Where you are signed in: a phone, a tablet or a computer, since when, used on which day"),
    why=_("So that you can see it and end it"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=_("Until you sign out, or it ends by itself; then it goes the next night"),
    fields={"accounts.opensession": "ref person device began_at last_seen expire_date"},
    example=_("“A phone”, since 2026-11-22"),
    part=Part.PRIVATE,
)
knows(
    _("What a sign-in remembers, and words you typed when it had just ended"),
    why=_("So that you stay signed in and lose no text"),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=_("As long as that sign-in"),
    fields={"accounts.opensession": "session_key session_data"},
    example=_("a random key"),
    part=Part.PRIVATE,
)
knows(
    _("Your one-use codes, as sums that cannot be turned back, and which are used"),
    why=_("So that you can come in again when the passphrase is lost"),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=_("As long as the account"),
    fields={"accounts.oneusecode": "person digest used_at"},
    example=_("eight sums"),
    part=Part.PRIVATE,
)
knows(
    _("A second way of confirming, if you added one: a secret key or a passkey, and its name"),
    why=_("So that a stolen passphrase is not enough"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=_("Until you take it away"),
    fields={"mfa.authenticator": "user type data created_at last_used_at"},
    example=_("nothing"),
    part=Part.PRIVATE,
)
knows(
    _("Columns for e-mail addresses that came with the program for signing in"),
    why=_("They came with the program. Your address stands in your account only."),
    ground=Ground.SERVICE,
    seen_by=(Seen.NOBODY,),
    kept=_("Until you take the address away"),
    fields={
        "account.emailaddress": "user email verified primary",
        "account.emailconfirmation": "email_address created sent key",
    },
    example=_("nothing"),
    members=False,
)
knows(
    _("Of people with a task: supervisor, training, and that an extract was seen, never itself"),
    why=_("The law asks us to check who works with families"),
    ground=Ground.DUTY,
    seen_by=(Seen.HOUSE,),
    kept=_("As long as the task; emptied when you leave"),
    fields={
        "accounts.taskrecord": "person supervisor tasks extract_issued_on extract_seen_by "
        "extract_seen_on",
        "accounts.training": "person what on marked_by marked_at",
        "accounts.invitation": "ref kinds tasks code_hash by made_at expires_at taken_by taken_at "
        "withdrawn_at",
    },
    example=_("nothing: a member has none"),
    members=False,
)
plain(
    "numbers of the database",
    {
        "accounts.oneusecode": "id",
        "accounts.taskrecord": "id", "accounts.training": "id", "accounts.invitation": "id",
        "mfa.authenticator": "id", "account.emailaddress": "id", "account.emailconfirmation": "id",
    },
)  # fmt: skip


@exports(
    "devices",
    _("Where you are signed in"),
    Part.PRIVATE,
    {"device": _("Device"), "began": _("Since"), "seen": _("Used on")},
)
def devices(person: User) -> list[dict]:
    return [
        {"device": one.get_device_display(), "began": one.began_at, "seen": one.last_seen}
        for one in OpenSession.objects.filter(person=person).order_by("began_at", "pk")
    ]


@exports(
    "factors",
    _("Second ways of confirming"),
    Part.PRIVATE,
    {"kind": _("Kind"), "made": _("Added"), "used": _("Used last")},
)
def factors(person: User) -> list[dict]:
    """That there is one; never its secret."""
    return [
        {"kind": one.get_type_display(), "made": one.created_at, "used": one.last_used_at}
        for one in Authenticator.objects.filter(user=person).order_by("pk")
    ]


@exports(
    "training", _("What you learned for a task"), Part.BASICS, {"what": _("What"), "on": _("On")}
)
def training(person: User) -> list[dict]:
    """Without who marked it (PR-05)."""
    return [
        {"what": one.what, "on": one.on}
        for one in Training.objects.filter(person=person).order_by("on", "pk")
    ]


@erases
def shut_every_door(person: User, choice: Choice) -> None:
    """Nothing is signed in any more, and nothing opens the account again."""
    for model in (OpenSession, OneUseCode, TaskRecord, Training):
        model.objects.filter(person=person).delete()
    for model in (Authenticator, EmailAddress):
        model.objects.filter(user=person).delete()
