"""What the desk knows of writers: that a text waited, and what was decided (PR-01)."""

from django.utils.translation import gettext_lazy as _

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

from .desk.forgetting import BLANK
from .models import NamesJoined, Review

knows(
    _("That a text of yours waited or was declined: when, by which rule, why, and who decided"),
    why=_("So that you get reasons, and a decision can be looked at again"),
    ground=Ground.DUTY,
    seen_by=(Seen.YOU, Seen.DESK),
    kept=lasting(_("{months} months after the decision"), promises.DECISIONS_KEPT),
    fields={
        "safeguarding.review": "ref entry kind thing writer lane opened_at due_at claimed_by "
        "claimed_until version closed_at outcome decided_by rule reason",
        "safeguarding.finding": "entry found_by holds details",
        "moderation.moderatedobject": "content_type object_pk created updated state status by on "
        "reason changed_by",
    },
    example=_("“Let through”, 2026-11-17"),
)
knows(
    _("The exact text that was read and decided on"),
    why=_("So that what is shown is what was read"),
    ground=Ground.DUTY,
    seen_by=(Seen.DESK,),
    kept=lasting(
        _("As long as the message; {days} days after you take it back"),
        promises.WITHDRAWN_WORDS_KEPT,
    ),
    fields={"moderation.moderatedobject": "changed_object"},
    example=_("the text of one message"),
)
plain(
    "numbers of the database",
    {"safeguarding.review": "id", "safeguarding.finding": "id", "moderation.moderatedobject": "id"},
)


@exports(
    "decisions",
    _("What was decided about your texts"),
    Part.BASICS,
    {
        "sent": _("Sent"),
        "decided": _("Decided"),
        "outcome": _("Decision"),
        "rule": _("The rule"),
    },
)
def decisions(person: object) -> list[dict]:
    """Without who decided, who reported, and anybody else's words (PR-05)."""
    return [
        {
            "sent": review.opened_at,
            "decided": review.closed_at,
            "outcome": review.get_outcome_display(),
            "rule": review.get_rule_display(),
        }
        for review in Review.objects.filter(writer=person).order_by("opened_at", "pk")
    ]


knows(
    _("That the desk had to see your names side by side, why, and which colleague knows"),
    why=_("So that nobody of the house looks without a reason"),
    ground=Ground.SAFETY,
    seen_by=(Seen.DESK, Seen.HOUSE),
    kept=lasting(_("{months} months"), promises.STAFF_LOG_KEPT),
    fields={"safeguarding.namesjoined": "ref by about review reason at second_seen_by seen_at"},
    example=_("nothing"),
)
plain("a number of the database", {"safeguarding.namesjoined": "id"})


@erases
def forget_why(person: object, choice: Choice) -> None:
    """That it happened stays on record; the reason could tell of the person (PR-07)."""
    NamesJoined.objects.filter(about=person).update(reason=BLANK)
