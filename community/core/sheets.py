"""Joins the small style sheets a kind of page needs into one answer; refuses any other kind.

One component is one file, and yet a page asks once: no build step stands between the two. The name
carries a mark of the content, so that a browser may keep the answer for ever.
"""

import gzip
import re
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse

CSS = Path(__file__).resolve().parents[1] / "static" / "css"
COMMON = ("app", "tokens", "evening", "reset", "base", "layout", "utilities")
BANDS = ("app", "tokens", "bands", "reset", "base", "layout", "type", "utilities")
COMPONENTS = (
    "skip-link", "exit-bar", "help-strip", "site-header", "drop", "site-footer", "button", "field",
    "choice", "error-summary", "notice", "label", "byline", "audience", "composer", "card",
    "crisis-card", "breadcrumb", "pager", "empty", "hours", "facts", "prose", "hero", "fold",
    "session-end", "sheet", "news",
)  # fmt: skip
CRISIS = ("exit-bar", "help-strip", "crisis-card", "notice", "button")
CHILDREN = ("exit-bar", "crisis-card", "notice")

# The order of the layers stands in app.css, so the order of the others matters little.
SHEETS: dict[str, tuple[str, ...]] = {
    "page": (*COMMON, "type", *(f"components/{name}" for name in COMPONENTS)),
    "bare": ("app", "tokens", "evening", "bare", *(f"components/{name}" for name in CRISIS)),
    "child": (
        *BANDS,
        *(f"components/{name}" for name in CHILDREN),
        "rooms/child",
        "rooms/child-page",
    ),
    "evening": ("evening",),
    "talk": ("rooms/talk",),
    "group": ("rooms/talk", "rooms/group"),
    "desk": ("rooms/talk", "rooms/desk"),
}
DARK_ONLY = {"evening"}

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_ADDRESS = re.compile(r'url\("([^"]+)"\)')


def address(kind: str) -> str:
    """Where the joined sheet of this kind is served."""
    return reverse("sheet", args=[kind, _mark(kind)])


def sheet(request: HttpRequest, kind: str, mark: str) -> HttpResponse:
    """The joined sheet; for ever under its own mark, and never kept under an old one."""
    if kind not in SHEETS:
        raise Http404
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(_packed(kind) if packed else _joined(kind), content_type="text/css")
    if packed:
        answer.headers["Content-Encoding"] = "gzip"
    answer.headers["Vary"] = "Accept-Encoding"
    fresh = mark == _mark(kind)
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable" if fresh else "no-store"
    return answer


def joined(kind: str) -> str:
    """The text of all sheets of this kind, comments left out, addresses made whole."""
    return "\n".join(_one(name) for name in SHEETS[kind])


def _one(name: str) -> str:
    path = CSS / f"{name}.css"
    text = _COMMENT.sub("", path.read_text(encoding="utf-8")).strip()
    text = _ADDRESS.sub(lambda found: f'url("{_whole(path.parent, found[1])}")', text)
    return f"@media (prefers-color-scheme: dark) {{\n{text}\n}}" if name in DARK_ONLY else text


def _whole(folder: Path, relative: str) -> str:
    return static((folder / relative).resolve().relative_to(CSS.parent).as_posix())


@cache
def _kept(kind: str) -> tuple[bytes, bytes, str]:
    text = joined(kind).encode()
    return text, gzip.compress(text, mtime=0), sha256(text).hexdigest()[:12]


def _ready(kind: str) -> tuple[bytes, bytes, str]:
    if settings.DEBUG:
        _kept.cache_clear()  # a sheet just edited is seen at the next load
    return _kept(kind)


def _joined(kind: str) -> bytes:
    return _ready(kind)[0]


def _packed(kind: str) -> bytes:
    return _ready(kind)[1]


def _mark(kind: str) -> str:
    return _ready(kind)[2]
