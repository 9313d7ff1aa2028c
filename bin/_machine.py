"""What the test lanes find on this machine or may install; never asks for a password."""

import os
import shutil
import subprocess
from pathlib import Path

from _environment import say

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FIREFOXES = ("firefox-esr", "firefox")


def in_ci() -> bool:
    """Whether this is a build machine, where no lane may be left out."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false", "no"}


def browser() -> str:
    """The path of a Chromium, installed from Debian where that is allowed; else an empty string.

    One that CHROMIUM names is taken or missed, never replaced by another.
    """
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named) or ""
    return _first(BROWSERS) or (
        _first(BROWSERS) if install("chromium", "fonts-dejavu-core") else ""
    )


def firefox() -> str:
    """The path of the ordinary Firefox, found in the same way; else an empty string."""
    if named := os.environ.get("FIREFOX"):
        return shutil.which(named) or ""
    return _first(FIREFOXES) or (_first(FIREFOXES) if install("firefox-esr") else "")


def install(*packages: str) -> bool:
    """Install Debian packages; False where that is not possible or not allowed."""
    if not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return False
    prefix = _rights()
    if prefix is None:
        return False
    say(f"Installing {' and '.join(packages)} from the system's packages …")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", *packages])
    for step in steps:
        done = subprocess.run([*prefix, "apt-get", *step], env=env, capture_output=True, text=True)
    if done.returncode:
        say(f"  not possible: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}")
    return done.returncode == 0


def _first(names: tuple[str, ...]) -> str:
    return next(filter(None, map(shutil.which, names)), "")


def _rights() -> list[str] | None:
    """How to run as root without asking for a password, or None."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
    ):
        return ["sudo", "-n"]
    return None
