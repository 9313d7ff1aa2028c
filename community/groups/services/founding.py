"""Set up a group and plan its evenings. Nobody but a facilitator can lead one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from community import audit
from community.access import groups as access
from community.access.verdict import require
from community.accounts import names
from community.accounts.models import User
from community.audit import Tag
from community.core.errors import Refused

from ..models import PeerGroup, Seat, Session


@transaction.atomic
def found(
    *,
    name: dict[str, str],
    purpose: dict[str, str],
    agreement: dict[str, str],
    language: str,
    facilitator: User,
    by: User,
    shows_earlier: bool = False,
) -> PeerGroup:
    """A new group with its facilitator's seat. Raises Refused when that person leads no groups."""
    require(access.may_found(by))
    if not facilitator.may_take("groups"):
        raise Refused(_("Only a group facilitator can lead a group."))
    group = PeerGroup.objects.create(
        name=name,
        purpose=purpose,
        agreement=agreement,
        language=language,
        shows_earlier=shows_earlier,
    )
    Seat.objects.create(group=group, person=facilitator, role=Seat.Role.FACILITATOR, given_by=by)
    names.take(facilitator, group.place, naming=names.STEADY)
    audit.record(by, Tag.GROUP_FOUNDED, group)
    return group


@transaction.atomic
def plan_session(
    group: PeerGroup, *, theme: dict[str, str], starts_at: datetime, by: User
) -> Session:
    """Plan an evening of the group."""
    require(access.may_give_seat(by, group))
    session = Session.objects.create(group=group, theme=theme, starts_at=starts_at)
    audit.record(by, Tag.SESSION_PLANNED, session)
    return session
