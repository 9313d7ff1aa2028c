"""A real Firefox, spoken to in its own language (Marionette, a line of JSON over a local socket).

Playwright drives a Firefox that was rebuilt for it; what a member has is the ordinary one.
"""

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path

from .site import free_port

PATIENCE = 60
PREFS = """user_pref("marionette.port", {port});
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("intl.accept_languages", "fi-FI");
"""


class Firefox:
    """One window of a fresh profile. `say(command, **words)` is one command of the protocol."""

    def __init__(self, program: str, profile: Path):
        port = free_port()
        profile.mkdir()
        (profile / "user.js").write_text(PREFS.format(port=port))
        command = [program, "--headless", "--no-remote", "--marionette", "--profile", str(profile)]
        command += ["--remote-allow-system-access"]  # to take its network away
        self.program = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.number, self.line = 0, self._connected(port)
        self._heard()  # its greeting
        self.say("WebDriver:NewSession", capabilities={})

    def _connected(self, port: int) -> socket.socket:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            except OSError:
                if time.monotonic() > until or self.program.poll() is not None:
                    raise
                time.sleep(0.2)

    def say(self, command: str, **words: object) -> object:
        """What the browser answers. Raises RuntimeError with its own words when it refuses."""
        self.number += 1
        told = json.dumps([0, self.number, command, words]).encode()
        self.line.sendall(b"%d:%s" % (len(told), told))
        _kind, _number, wrong, answer = self._heard()
        if wrong:
            raise RuntimeError(f"{command}: {wrong['message']}")
        return answer.get("value", answer) if isinstance(answer, dict) else answer

    def _heard(self) -> object:
        size = b""
        while not size.endswith(b":"):
            size += self.line.recv(1)
        left, parts = int(size[:-1]), []
        while left:
            parts.append(self.line.recv(left))
            left -= len(parts[-1])
        return json.loads(b"".join(parts))

    def go(self, url: str) -> None:
        self.say("WebDriver:Navigate", url=url)

    def run(self, script: str, *args: object) -> object:
        """What a script in the page returns."""
        return self.say("WebDriver:ExecuteScript", script=script, args=list(args))

    def inside(self, script: str) -> object:
        """The same inside the browser itself, beside its pages."""
        self.say("Marionette:SetContext", value="chrome")
        try:
            return self.run(script)
        finally:
            self.say("Marionette:SetContext", value="content")

    def find(self, selector: str) -> str:
        found = self.say("WebDriver:FindElement", using="css selector", value=selector)
        return next(iter(found.values()))

    def type(self, selector: str, text: str) -> None:
        self.say("WebDriver:ElementSendKeys", id=self.find(selector), text=text)

    def click(self, selector: str) -> None:
        self.say("WebDriver:ElementClick", id=self.find(selector))

    def press(self, key: str, times: int) -> None:
        steps = [{"type": kind, "value": key} for kind in ("keyDown", "keyUp")] * times
        keys = {"type": "key", "id": "keys", "actions": steps}
        self.say("WebDriver:PerformActions", actions=[keys])

    @property
    def url(self) -> str:
        return str(self.say("WebDriver:GetCurrentURL"))

    def until(self, what: str, *args: object) -> None:
        """Wait until a script says yes; pages may change meanwhile."""
        until, trouble = time.monotonic() + 10, ""
        while time.monotonic() < until:
            try:
                if self.run(f"return Boolean({what})", *args):
                    return
            except RuntimeError as wrong:
                trouble = str(wrong)
            time.sleep(0.1)
        raise AssertionError(f"never came true: {what} at {self.url} {trouble}")

    def close(self) -> None:
        self.line.close()
        self.program.terminate()
        try:
            self.program.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()


def here(named: str) -> str:
    """The path of a Firefox: the named one, else Debian's; empty when there is none."""
    if named:
        return shutil.which(named) or ""
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), "")
