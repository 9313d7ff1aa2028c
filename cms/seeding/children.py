"""Doors, pages and lines to call for children, from a text file of one language."""

from collections.abc import Mapping
from pathlib import Path

from cms.gates import seal_of
from cms.models import (
    ChildDoorPage,
    ChildPage,
    ChildrenHomePage,
    ContactLine,
    ContactWords,
    HomePage,
    SafetyReview,
)
from community.accounts.models import User

from . import tree

Accounts = Mapping[str, User]
BEFORE_CALLING = (
    "who_answers", "ages", "when", "nameless", "not_secret", "example_1", "example_2",
)  # fmt: skip


def load(home: HomePage, file: Path, people: Accounts, experts: Accounts) -> None:
    """Everything of the children's side that is not there yet."""
    content = tree.read(file)
    if not content:
        return
    lines = {row["key"]: _line(row, home, people) for row in content["contact"]}
    for place, row in enumerate(content["contact_block"], start=1):
        _words(lines[row["contact"]], row, place)
    _pages(home, content, experts)


def _pages(home: HomePage, content: dict, experts: Accounts) -> None:
    title = content["page"][0]["title"]
    front = tree.once(
        ChildrenHomePage, "children", home, home.locale,
        lambda: ChildrenHomePage(title=title), slug="c",
    )  # fmt: skip
    doors = {row["band"]: _door(front, row, title) for row in content["door"]}
    for row in content["page"]:
        tree.once(
            ChildPage, f"child:{row['key']}", doors[row["band"]], home.locale,
            lambda row=row: _page(row, experts),
        )  # fmt: skip


def _door(front: ChildrenHomePage, row: dict, title: str) -> ChildDoorPage:
    return tree.once(
        ChildDoorPage, f"door:{row['band']}", front, front.locale,
        lambda: ChildDoorPage(
            title=title, heading=row["name"], band=row["band"], symbol=row["symbol"]
        ),
        slug=row["band"],
    )  # fmt: skip


def _page(row: dict, experts: Accounts) -> ChildPage:
    page = ChildPage(
        title=row["title"],
        heading=row["heading"],
        kind=row["kind"],
        screens=[_screen(screen) for screen in row["screen"]],
        choices=[("choice", dict(choice)) for choice in row["choice"]],
        grown_up=row.get("grown_up", ""),
    )
    if page.kind == ChildPage.Kind.UNSAFE:
        page.reviews = [_review(field, expert, page) for field, expert in experts.items()]
    return page


def _screen(screen: dict) -> tuple[str, dict]:
    return ("question" if screen.get("heading") else "picture", dict(screen))


def _review(field: str, reader: User, page: ChildPage) -> SafetyReview:
    return SafetyReview(
        field=field, read_by=reader.pseudonym, recorded_by=reader, seal=seal_of(page.words())
    )


def _line(row: dict, home: HomePage, people: Accounts) -> ContactLine:
    line, _made = ContactLine.objects.get_or_create(
        translation_key=tree.key_of(f"line:{row['key']}"),
        locale=home.locale,
        defaults={
            "name": row["name"],
            "number": row["number"],
            "run_by": row["run_by"],
            "spoken": ", ".join(row["languages"]),
            "hours_sure": row["hours_sure"],
            "source": row.get("checked_against", ""),
            "owner": people[row["owner"]],
            "checked_on": row["checked"],
        },
    )
    return line


def _words(line: ContactLine, row: dict, place: int) -> None:
    """What is read before calling; all of it is needed, so a missing sentence raises KeyError."""
    said = {name: row[name] for name in BEFORE_CALLING}
    ContactWords.objects.get_or_create(
        line=line,
        band=row["band"],
        defaults={**said, "if_closed": row.get("if_closed", ""), "place": place},
    )
