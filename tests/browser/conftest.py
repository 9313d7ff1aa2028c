"""One site and one Chromium for all browser tests; every person has a window of their own."""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .site import Site

# As root and without a network: no sandbox of its own, nothing asked of a vendor.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
PASSPHRASE = "lamppu ikkunalla {}"


def filled(common: Path, own: Path) -> None:
    """A filled demo site, copied here; whoever comes first fills it for all."""
    ready = common / "filled"
    try:
        (common / "filling").mkdir()
    except FileExistsError:
        until = time.monotonic() + 120
        while not ready.exists() and time.monotonic() < until:
            time.sleep(0.2)
    else:
        first = Site(common / "filling")
        first.fill()
        first.close()
        (common / "filling").rename(ready)
    shutil.copytree(ready, own, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The demo site, served by Daphne on a port of its own."""
    folder = tmp_path_factory.mktemp("site")
    there = Site(folder)
    try:
        if there.database.server:
            there.fill()
        else:
            workers = tmp_path_factory.getbasetemp()
            filled(workers.parent if "PYTEST_XDIST_WORKER" in os.environ else workers, folder)
        there.start()
        yield there
    finally:
        there.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one CHROMIUM names; nothing is downloaded."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Someone:
    """A person at a screen."""

    context: BrowserContext
    page: Page
    site: Site
    outside: list[str]  # addresses asked of anybody but the site

    def go(self, path: str) -> Page:
        self.page.goto(f"{self.site.url}{path}")
        return self.page

    def sign_in(self, name: str, key: str) -> "Someone":
        self.go("/fi/a/in/")
        self.page.fill("[name=pseudonym]", name)
        self.page.fill("[name=passphrase]", PASSPHRASE.format(key))
        self.page.click("main form button")
        self.page.wait_for_url(re.compile(r"/fi/(b/|a/step/)"))
        if self.page.url.endswith("/a/step/"):
            self.page.fill("[name=code]", self.site.code_of(name))
            self.page.click("main form:has([name=code]) button")
            self.page.wait_for_url("**/fi/b/")
        return self


def _elsewhere(url: str) -> list[str]:
    """The address, if it leads away from this machine."""
    return [] if url.startswith(("http://127.0.0.1:", "data:")) else [url]


@pytest.fixture
def someone(chromium: Browser, site: Site) -> Iterator[Callable[..., Someone]]:
    """Opens a window: `someone(scripts=False, width=360, dark=True)`."""
    opened: list[BrowserContext] = []

    def open_window(*, scripts: bool = True, width: int = 1280, dark: bool = False) -> Someone:
        context = chromium.new_context(
            java_script_enabled=scripts,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="fi-FI",
        )
        opened.append(context)
        outside: list[str] = []
        context.on("request", lambda request: outside.extend(_elsewhere(request.url)))
        page = context.new_page()
        page.set_default_timeout(10_000)
        return Someone(context, page, site, outside)

    yield open_window
    for context in opened:
        context.close()
