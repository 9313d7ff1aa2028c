"""What the privacy room itself knows, and the tables of Django that belong to no room."""

from django.utils.translation import gettext_lazy as _

from community import promises
from community.core.knowing import (
    Ground,
    Part,
    Seen,
    exports,
    knows,
    lasting,
    plain,
)

from .models import ExportRequest

knows(
    _("That you asked for a copy of your data, which parts, and whether it was fetched"),
    why=_("So that it waits a day, and you see it if somebody else asked"),
    ground=Ground.SAFETY,
    seen_by=(Seen.YOU,),
    kept=lasting(_("{days} days"), promises.CHANGES_KEPT),
    fields={
        "privacy.exportrequest": "ref person basics private asked_at ready_at expires_at "
        "cancelled_at fetched_at",
    },
    example=_("nothing"),
    part=Part.PRIVATE,
)
knows(
    _("That you are leaving, and what becomes of your words"),
    why=_("So that it can be undone for some days"),
    ground=Ground.SERVICE,
    seen_by=(Seen.YOU,),
    kept=lasting(_("{days} days"), promises.HIDING_UNDONE),
    fields={"privacy.leaving": "person choice asked_at"},
    example=_("nothing"),
    part=Part.PRIVATE,
)
plain("numbers of the database", {"privacy.exportrequest": "id", "privacy.leaving": "id"})
plain(
    "the program's own arrangement; it points to no person",
    dict.fromkeys(
        ("auth.permission", "auth.group", "auth.group_permissions", "contenttypes.contenttype",
         "sites.site"),
        "*",
    ),
)  # fmt: skip


@exports(
    "copies",
    _("Copies you have asked for"),
    Part.PRIVATE,
    {"asked": _("Asked"), "cancelled": _("Cancelled"), "fetched": _("Fetched")},
)
def copies(person: object) -> list[dict]:
    return [
        {"asked": one.asked_at, "cancelled": one.cancelled_at, "fetched": one.fetched_at}
        for one in ExportRequest.objects.filter(person=person).order_by("pk")
    ]
