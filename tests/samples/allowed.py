"""Reads rendered text as a browser would and names everything that is not on the allow-list."""

from html.parser import HTMLParser

from community.core.text import REL, TAGS

VOID = {"br"}


class Strict(HTMLParser):
    """Collects tags, attributes and addresses that members' text may not have."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            self.check(tag, name, value or "")

    def check(self, tag: str, name: str, value: str) -> None:
        if (tag, name) == ("a", "href"):
            if not value.startswith(("http://", "https://")):
                self.wrong.append(f"address {value[:40]}")
        elif (tag, name) == ("a", "rel"):
            if value != REL:
                self.wrong.append(f"rel {value}")
        elif (tag, name) not in {("span", "class"), ("ol", "start")}:
            self.wrong.append(f"{tag} {name}")


def wrong_in(html: str) -> list[str]:
    """Everything in this HTML that is not allowed in members' text."""
    reader = Strict()
    reader.feed(html)
    reader.close()
    return reader.wrong


class Inside(HTMLParser):
    """The HTML inside every element of one class, of a whole page."""

    def __init__(self, wanted: str):
        super().__init__(convert_charrefs=False)
        self.wanted, self.depth, self.found = wanted, 0, []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.found.append(self.get_starttag_text() or "")
            self.depth += tag == "div"
        elif self.wanted in (dict(attrs).get("class") or "").split():
            self.depth = 1

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.depth -= tag == "div"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found.append(data)


def inside(page: str, wanted: str) -> str:
    """What stands inside the `div`s of that class."""
    reader = Inside(wanted)
    reader.feed(page)
    return "".join(reader.found)
