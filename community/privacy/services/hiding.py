"""Hide everything of mine now, undo it, and leave for good (PR-06, PR-07)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from community import audit, promises
from community.accounts import changes
from community.accounts.events import RightsChanged
from community.accounts.models import Change, User
from community.audit import Tag
from community.core import knowing
from community.core.errors import Refused
from community.core.happenings import publish
from community.core.knowing import Choice

from ..events import PersonHidden, PersonShown
from ..models import ExportRequest, Leaving


@transaction.atomic
def hide(*, by: User) -> Leaving:
    """From this moment nobody sees anything of this person. Undone for seven days, then gone."""
    return _leave(by, Choice.REMOVE, Tag.PERSON_HIDDEN)


@transaction.atomic
def leave(choice: str, *, by: User) -> Leaving:
    """Hide now, and say what becomes of the words after seven days. Raises Refused."""
    if choice not in Choice.values:
        raise Refused(_("Please choose what becomes of your words."))
    return _leave(by, Choice(choice), Tag.LEAVING_ASKED)


@transaction.atomic
def show_again(*, by: User) -> None:
    """Everything is as it was. Showing what is not hidden changes nothing."""
    person = User.objects.select_for_update().get(pk=by.pk)
    Leaving.objects.filter(person=person).delete()
    if person.hidden_at is None:
        return
    User.objects.filter(pk=person.pk).update(hidden_at=None)
    by.hidden_at = None
    changes.note(person, Change.What.SHOWN_AGAIN)
    audit.record(person, Tag.PERSON_SHOWN, person)
    publish(PersonShown(person_id=person.pk, person_ref=person.ref))


@transaction.atomic
def erase(person: User, choice: Choice) -> None:
    """Empty every room of this person for good. The account's row stays, telling nothing."""
    old_ref = User.objects.select_for_update().get(pk=person.pk).ref
    ExportRequest.objects.filter(person=person).delete()
    knowing.erase(person, choice)
    Leaving.objects.filter(person=person).delete()
    audit.record(None, Tag.PERSON_ERASED, person)
    # A socket that is still open is asked who it belongs to, and finds nobody.
    publish(RightsChanged(person_ref=old_ref))


def erase_due(now: datetime) -> int:
    """Erase everybody whose seven days are over."""
    due = Leaving.objects.filter(asked_at__lte=now - promises.HIDING_UNDONE)
    done = 0
    for leaving in due.select_related("person"):
        with transaction.atomic():
            there = Leaving.objects.select_for_update().filter(pk=leaving.pk).first()
            if there and there.due_at <= now:  # undone a moment ago, or asked anew
                erase(leaving.person, Choice(there.choice))
                done += 1
    return done


def _leave(by: User, choice: Choice, tag: Tag) -> Leaving:
    person = User.objects.select_for_update().get(pk=by.pk)
    now = timezone.now()
    leaving, _is_new = Leaving.objects.update_or_create(
        person=person,
        defaults={"choice": choice},
        create_defaults={"choice": choice, "asked_at": now},
    )
    audit.record(person, tag, person)
    if person.hidden_at is None:
        User.objects.filter(pk=person.pk).update(hidden_at=now)
        by.hidden_at = now
        changes.note(person, Change.What.HIDDEN)
        publish(PersonHidden(person_id=person.pk, person_ref=person.ref))
    return leaving
