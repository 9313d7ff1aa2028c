"""Every address of the site, found in the resolver itself: a new one is guarded from its first day.

The editors' side is a vendor's and has guards of its own (tests/unit/cms); of it only the pages
that are ours are here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

ELSEWHERE = ("editor/", "documents/")
OURS = ("community.", "cms.", "forum.", "moderation.")
LANGUAGE = "fi/"
NOTHING = "a" * 16  # a reference nobody has


@dataclass(frozen=True)
class Address:
    """One address: its name, and the arguments it takes."""

    name: str
    wants: tuple[str, ...]
    route: str

    @property
    def is_staff_side(self) -> bool:
        """Whether the editors' policy holds there."""
        return self.route.startswith(ELSEWHERE)

    def path(self, things: dict[str, dict] | None = None) -> str:
        """A path to something that is there, if the world has it; else to nothing."""
        given = (things or {}).get(self.name, {})
        filled = {want: given.get(want) or EMPTY.get(want, NOTHING) for want in self.wants}
        return reverse(self.name, kwargs=filled or None)


# What stands in an address whose thing the world does not have.
EMPTY = {"band": "9-12", "kind": "topic"}


def every_address() -> list[Address]:
    """All of ours that have a name, in the order of the resolver."""
    return sorted(_leaves(get_resolver()), key=lambda each: each.name)


def nameless() -> list[str]:
    """Routes without a name; the only ones allowed are those that say "not here"."""
    return [
        f"{route}"
        for route, entry in _walk(get_resolver())
        if not entry.name and not route.startswith(ELSEWHERE)
    ]


def _leaves(resolver: URLResolver) -> list[Address]:
    return [
        Address(name, tuple(entry.pattern.converters) or _groups(entry), route)
        for route, entry, name in _named(resolver)
        if not route.startswith(ELSEWHERE) or _module(entry.callback).startswith(OURS)
    ]


def _module(view: Callable) -> str:
    """Where a view was written, under whatever was wrapped around it."""
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return getattr(view, "view_class", view).__module__


def _groups(entry: URLPattern) -> tuple[str, ...]:
    regex = getattr(entry.pattern, "regex", None)
    return tuple(regex.groupindex) if regex else ()


def _named(resolver: URLResolver, under: str = "", path: str = ""):
    for entry in resolver.url_patterns:
        route = path + str(entry.pattern).lstrip("^")
        if isinstance(entry, URLResolver):
            inside = f"{under}{entry.namespace}:" if entry.namespace else under
            yield from _named(entry, inside, route)
        elif entry.name:
            yield route, entry, f"{under}{entry.name}"


def _walk(resolver: URLResolver, path: str = ""):
    for entry in resolver.url_patterns:
        route = path + str(entry.pattern).lstrip("^")
        if isinstance(entry, URLResolver):
            yield from _walk(entry, route)
        else:
            yield route, entry
