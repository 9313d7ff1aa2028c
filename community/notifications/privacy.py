"""What notices know of a person, how it is copied and how it goes (PR-01, 04, 07)."""

from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.knowing import Choice as Leaving
from community.core.knowing import Ground, Part, Seen, erases, exports, knows, lasting, plain

from .kinds import KINDS
from .models import Choice, Following, Notice, Outgoing, Postbox

knows(
    _("Which discussions you want to hear of, and how much"),
    why=_("To put new answers into your notices"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=_("As long as the account"),
    fields={"notifications.following": "person place level"},
    example=_("“Once a day”, for one discussion"),
    part=Part.PRIVATE,
)
knows(
    _("That there is something new for you, where, and since when. No words, no names"),
    why=_("To show you your notices"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=lasting(_("{days} days after you have seen it"), promises.NOTICES_KEPT),
    fields={"notifications.notice": "ref person kind place first_at last_at due_at seen_at"},
    example=_("“There is something new to read”, yesterday"),
    part=Part.PRIVATE,
)
knows(
    _("What you chose to be sent, and when you chose it"),
    why=_("So that nothing is sent that you did not choose, and we ask you again"),
    ground=Ground.CONSENT,
    seen_by=(Seen.YOU,),
    kept=_("As long as the account"),
    fields={"notifications.choice": "person kind channel chosen_at"},
    example=_("nothing: nothing was chosen"),
    part=Part.PRIVATE,
)
knows(
    _("When a mail was sent to you, and for which kind of notice"),
    why=_("So that you do not get two"),
    ground=Ground.CONSENT,
    seen_by=(Seen.NOBODY,),
    kept=lasting(_("{days} days; the last time, as long as the account"), promises.NOTICES_KEPT),
    fields={
        "notifications.outgoing": "person kind due_at sent_at dropped_at",
        "notifications.postbox": "person mailed_at",
    },
    example=_("nothing: no mail was chosen"),
    part=Part.PRIVATE,
)
plain(
    "numbers of the database",
    {
        "notifications.following": "id", "notifications.notice": "id", "notifications.choice": "id",
        "notifications.outgoing": "id", "notifications.postbox": "id",
    },
)  # fmt: skip


@exports(
    "notice_choices",
    _("What you chose to be sent"),
    Part.PRIVATE,
    {"about": _("About"), "how": _("How"), "chosen": _("Chosen on")},
)
def choices(person: object) -> list[dict]:
    return [
        {
            "about": KINDS[one.kind].label if one.kind in KINDS else one.kind,
            "how": one.get_channel_display(),
            "chosen": one.chosen_at,
        }
        for one in Choice.objects.filter(person=person).order_by("kind")
    ]


@exports(
    "following",
    _("Discussions you want to hear of"),
    Part.PRIVATE,
    {"where": _("Where"), "how": _("How much")},
)
def following(person: object) -> list[dict]:
    """Places by their reference: a title is somebody else's words."""
    return [
        {"where": one.place, "how": one.get_level_display()}
        for one in Following.objects.filter(person=person).order_by("pk")
    ]


@erases
def forget(person: object, choice: Leaving) -> None:
    for model in (Following, Notice, Choice, Outgoing, Postbox):
        model.objects.filter(person=person).delete()
