"""What a person typed, in whichever form of ours: given back with every refusal, never sent on."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

# Fields that hold a person's own words, and how much of them is given back.
FIELDS = (
    "title", "body", "words", "sources", "reason",
    # of the coordinator
    "what", "on", "issued_on", "checked_on", "field", "register", "register_number", "shown_name",
    "title_fi", "title_sv", "title_en", "organisation_fi", "organisation_sv", "organisation_en",
)  # fmt: skip
MOST = 12_000


def typed_in(request: HttpRequest) -> dict[str, str]:
    """The words that came with this request, by field; nothing when it cannot be read."""
    if request.method != "POST" or not _from_here(request):
        return {}
    try:
        given = request.POST
    except (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError):
        return {}
    return {name: given[name][:MOST] for name in FIELDS if given.get(name, "").strip()}


def _from_here(request: HttpRequest) -> bool:
    """Whether a page of ours sent it: else another site could put its words on our pages."""
    origin = request.headers.get("Origin")
    return origin in {None, f"{request.scheme}://{request.get_host()}"}
