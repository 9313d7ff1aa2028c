"""What a person typed, in whichever form of ours: given back with every refusal, never sent on."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest

# Fields that hold a person's own words, and how much of them is given back.
FIELDS = ("title", "body", "words", "sources", "reason")
MOST = 12_000


def typed_in(request: HttpRequest) -> dict[str, str]:
    """The words that came with this request, by field; nothing when it cannot be read."""
    if request.method != "POST":
        return {}
    try:
        given = request.POST
    except (SuspiciousOperation, BadRequest):
        return {}
    return {name: given[name][:MOST] for name in FIELDS if given.get(name, "").strip()}
