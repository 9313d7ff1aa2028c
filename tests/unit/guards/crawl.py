"""Walks through the site as one person would: every link, and every form's address, by reading."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urldefrag

from django.http import HttpResponse
from django.test import Client

MOST = 400
# Leaving ends the walk; the editors' side has a walk of its own.
NOT_FOLLOWED = re.compile(r"^/(leave|back|editor|static|look|media)/")


class Parts(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self, html: str):
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self._inside = tag
        self.elements.append((tag, {name: value or "" for name, value in attributes}))

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "title":
            self.title += data
        elif data.strip():
            self.texts.append(data.strip())

    def links(self) -> list[str]:
        found = [one.get("href", "") for tag, one in self.elements if tag == "a"]
        found += [one.get("action", "") for tag, one in self.elements if tag == "form"]
        return [urldefrag(unescape(link)).url for link in found]


@dataclass
class Page:
    """One answer on the way."""

    path: str
    answer: HttpResponse
    html: str = ""
    parts: Parts = field(default_factory=lambda: Parts(""))


def walk(client: Client, start: list[str], *, within: str = "") -> dict[str, Page]:
    """Everything that can be reached from these paths in this language, or under `within`."""
    client.raise_request_exception = False  # one broken page is one finding, not the end
    waiting, seen = list(dict.fromkeys(start)), {}
    while waiting and len(seen) < MOST:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen[path] = page = look(client, path)
        if page.answer.status_code in {301, 302}:
            found = [page.answer["Location"]]
        else:
            found = [_from(path, link) for link in page.parts.links()]
        waiting += [
            link for link in found if _is_ours(link, within or start[0][:4]) and link not in seen
        ]
    assert len(seen) < MOST, "the walk has no end"
    return seen


def look(client: Client, path: str) -> Page:
    """One page, read."""
    answer = client.get(path)
    if "text/html" not in answer.get("Content-Type", ""):
        return Page(path, answer)
    html = answer.content.decode()
    return Page(path, answer, html, Parts(html))


def _from(path: str, link: str) -> str:
    return path.split("?")[0] + link if link.startswith("?") else link


def _is_ours(link: str, within: str) -> bool:
    """A path of ours, there where the walk goes."""
    return link.startswith(within) and not NOT_FOLLOWED.match(link)
