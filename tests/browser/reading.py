"""Looks at pages as one person does and gathers what is wrong; never stops at the first."""

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import ConsoleMessage, Page

from .conftest import Someone

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
NARROW, WIDE, HIGH = 320, 1280, 900
RUN = """
  ([within, rules]) => axe.run(within, rules ? { runOnly: { type: "rule", values: rules } }
    : { rules: { "target-size": { enabled: true } } }).then(seen =>
    seen.violations.flatMap(found => found.nodes.map(node =>
      `${found.id}: ${node.target.join(" ")} ${node.any.map(one => one.message).join(" ")}`)))
"""
# What sticks out at the side, named, so that a failure can be understood.
SIDEWAYS = """
  () => document.documentElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll("*")]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
      .slice(0, 3).map(one => `sideways: ${one.tagName} ${one.className}`)
"""

# What a bar that stays covers depends on where one has scrolled: test_keyboard looks at that.
SETTLE = """
  () => {
    for (const one of document.body.querySelectorAll("*"))
      if (getComputedStyle(one).position === "sticky") one.style.position = "static"
  }
"""


class Reader:
    """One person's way through pages at 320 px, by day and in the evening."""

    def __init__(self, someone: Someone):
        self.page: Page = someone.page
        self.someone = someone
        self.found: list[str] = []
        self.seen = 0
        self.is_refused = False  # the next answer says no on purpose
        self.within = "html"  # the part of the page that is ours
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self._note(f"script: {error}"))

    def see(self, path: str, *, status: int = 200, wide: bool = False) -> Page:
        """Open a page and look at it; `wide` looks at it on a large screen too."""
        self.is_refused = status >= 400
        answer = self.page.goto(f"{self.someone.site.url}{path}")
        assert answer.status == status, f"{path} answered {answer.status}"
        return self.look(wide=wide)

    def look(self, *, wide: bool = False) -> Page:
        """Look at the page as it stands now."""
        self.seen += 1
        for one in self.page.evaluate(SIDEWAYS):
            self._note(one)
        # EX-01: where a word of ours stands, the way out stands too.
        ours = self.within == "html" and "Rinnalla" in self.page.content()
        if ours and not self.page.locator(".exit-bar__exit").count():
            self._note("no way out")
        self.page.evaluate(SETTLE)
        self.page.evaluate(AXE)
        self._axe("day")
        self.page.emulate_media(color_scheme="dark")
        self._axe("evening", ["color-contrast", "link-in-text-block"])
        self.page.emulate_media(color_scheme="light")
        if wide:
            self.page.set_viewport_size({"width": WIDE, "height": HIGH})
            self._axe("wide")
            self.page.set_viewport_size({"width": NARROW, "height": HIGH})
        return self.page

    def way(self, selector: str) -> str:
        """The address of the first link of that kind."""
        return self.page.locator(selector).first.get_attribute("href")

    def finish(self) -> None:
        """Everything that was found, at once."""
        assert not self.found, "\n".join(self.found)
        assert self.someone.outside == [], "a page asked somebody else"

    def _axe(self, when: str, rules: list[str] | None = None) -> None:
        for one in self.page.evaluate(RUN, [self.within, rules]):
            self._note(f"{when}: {one}")

    def _hear(self, message: ConsoleMessage) -> None:
        # A page that was refused says so to the console; everything else there is a fault.
        refusal = self.is_refused and "the server responded with a status of" in message.text
        if message.type in ("error", "warning") and not refusal:
            self._note(f"console: {message.text}")

    def _note(self, words: str) -> None:
        self.found.append(f"{self.page.url.removeprefix(self.someone.site.url)} {words}")
