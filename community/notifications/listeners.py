"""What follows for inboxes after the commit: whoever has a page open is told to look."""

from community.accounts.events import CredentialDue, SafetyChanged
from community.accounts.models import Change, Credential, User
from community.core import live
from community.core.happenings import on

from . import services
from .events import InboxChanged

What = Change.What
# What somebody else may have done with one's account (EX-19). One's own daily choices are not here:
# a notice for each of them would bury the one that matters.
ALARMING = {
    What.PASSPHRASE, What.RECOVERED, What.CODES_MADE, What.FACTOR_ADDED, What.FACTOR_REMOVED,
    What.EMAIL, What.EMAIL_REMOVED, What.EXPORT_ASKED, What.EXPORT_FETCHED, What.NOTICES,
}  # fmt: skip


@on(InboxChanged)
def let_the_inbox_look(happened: InboxChanged) -> None:
    live.nudge("inbox", happened.person_ref)


@on(SafetyChanged)
def tell_of_a_safety_change(happened: SafetyChanged) -> None:
    if happened.what in ALARMING:
        person = User.objects.get(pk=happened.person_id)
        services.tell([person.pk], kind="safety", place=f"own:{person.ref}")


@on(CredentialDue)
def remind_of_a_check(happened: CredentialDue) -> None:
    credential = Credential.objects.get(pk=happened.credential_id)
    services.tell([credential.person_id], kind="tasks", place=f"credential:{credential.ref}")
