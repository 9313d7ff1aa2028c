"""The demo's live group: founded by the coordinator, seats given by its facilitator."""

import tomllib
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from community.accounts.models import User
from community.groups import services
from community.groups.models import PeerGroup, Seat

CONTENT = Path(__file__).resolve().parent.parent / "content" / "group.toml"
FOUNDER = "outi"
SUCH_AS = {"fi": "Esimerkiksi:", "sv": "Till exempel:", "en": "For example:"}
# A session that is over, or was never opened, makes room for the next one.
STILL_COMING = timedelta(hours=2)


def load_circle(people: dict[str, User]) -> PeerGroup:
    """One group with a session about to open. Run again, it plans anew when the last is over."""
    content = tomllib.loads(CONTENT.read_text(encoding="utf-8"))
    group = _group(content["group"], people)
    for key in content["group"]["seats"]:
        _seat(group, people[key], by=people[content["group"]["facilitator"]])
    _session(group, content["session"], by=people[content["group"]["facilitator"]])
    return group


def _group(given: dict, people: dict[str, User]) -> PeerGroup:
    kept = PeerGroup.objects.filter(name=given["name"]).first()
    if kept:
        return kept
    return services.found(
        name=given["name"],
        purpose=given["purpose"],
        agreement={code: _agreement(given, code) for code in given["name"]},
        language="fi",
        facilitator=people[given["facilitator"]],
        by=people[FOUNDER],
    )


def _agreement(given: dict, code: str) -> str:
    """What the group agrees on, then the limits of secrecy with two examples (RT-03, PV-10)."""
    lines = [f"– {line}" for line in given["agreement"][code]]
    secrecy, such_as = given["secrecy"][code], SUCH_AS[code]
    examples = [f"{such_as} {secrecy[name]}" for name in ("example_1", "example_2")]
    return "\n\n".join(["\n".join(lines), secrecy["text"], *examples])


def _seat(group: PeerGroup, person: User, *, by: User) -> None:
    if not Seat.objects.standing().filter(group=group, person=person).exists():
        services.ask_seat(group, by=person)
        services.give_seat(group, to=person, by=by)


def _session(group: PeerGroup, given: dict, *, by: User) -> None:
    soonest = timezone.now() - STILL_COMING
    if group.sessions.filter(closed_at=None, starts_at__gte=soonest).exists():
        return
    starts_at = timezone.now() + timedelta(minutes=given["starts_in_minutes"])
    services.plan_session(group, theme=given["theme"], starts_at=starts_at, by=by)
