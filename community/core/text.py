"""Members' text: a small Markdown set to allow-listed HTML, with hard limits (SE-13, M14).

No images, no raw HTML, no embeds. A link shows its domain in words and tells the next site nothing.
"""

import unicodedata
from urllib.parse import urlsplit

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

# Stored beside rendered text, so that a command can render old text anew.
RENDERER_VERSION = 1
NESTING = 8
TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "a", "bdi", "span"}
REL = "nofollow noopener noreferrer ugc"


def _make() -> MarkdownIt:
    parser = MarkdownIt("zero", {"maxNesting": NESTING, "breaks": True})
    parser.enable(["emphasis", "list", "blockquote", "link", "newline", "escape", "autolink"])
    parser.validateLink = _leads_to_a_site
    parser.add_render_rule("link_close", _close_link)
    return parser


def _leads_to_a_site(address: str) -> bool:
    """Only whole addresses of sites; `/leave/` or `8` in a message is no link of ours."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)


def _only_whole_addresses(tag: str, name: str, value: str) -> str | None:
    """The parser lets an empty address pass; a link without one is plain words."""
    return value if name != "href" or _leads_to_a_site(value) else None


def _close_link(renderer, tokens: list[Token], index: int, options, env) -> str:
    """After the link its domain in words, so that nobody is led astray."""
    depth = 0
    for token in reversed(tokens[: index + 1]):
        depth += {"link_close": 1, "link_open": -1}.get(token.type, 0)
        if token.type == "link_open" and depth == 0:
            host = urlsplit(str(token.attrs.get("href", ""))).hostname
            if not host:
                return "</a>"
            return f'</a> <span class="text__domain">(<bdi>{escape(host)}</bdi>)</span>'
    return "</a>"


_parser = _make()


def is_blank(source: str) -> bool:
    """Whether nothing in the text can be seen: spaces, controls and invisible signs only."""
    return all(one.isspace() or unicodedata.category(one) in {"Cc", "Cf"} for one in source)


def render(source: str) -> SafeString:
    """Safe HTML of a member's text. Any input of allowed length is rendered; none raises."""
    html = _parser.render(source.replace("\x00", "").replace("\t", " "))
    return mark_safe(
        nh3.clean(
            html,
            tags=TAGS,
            attributes={"a": {"href"}, "span": {"class"}, "ol": {"start"}},
            attribute_filter=_only_whole_addresses,
            url_schemes={"http", "https"},
            link_rel=REL,
        )
    )
