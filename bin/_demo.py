"""Prepares and serves the demo site on this machine only; refuses a port that is taken."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path

from _environment import (
    LOCKS,
    PYTHON,
    ROOT,
    around,
    compile_words,
    fingerprint,
    manage,
    ready,
    say,
    stop,
)

HOST = "127.0.0.1"
PATIENCE = 60  # seconds until a server that does not answer is given up
# Limits of open sockets (dependencies.md f.3): 64 KiB, one hour, a ping after 20 s, gone after 30.
LIMITS = {
    "--websocket_timeout": 3600,
    "--websocket_connect_timeout": 10,
    "--ping-interval": 20,
    "--ping-timeout": 30,
    "--websocket-max-message-size": 65536,
    "--websocket-max-frame-size": 65536,
    "--application-close-timeout": 5,
    "-v": 0,
}


def main() -> None:
    """Make everything ready, serve until Ctrl-C."""
    began = time.monotonic()
    if sys.argv[1:2] == ["code"]:
        return _code(" ".join(sys.argv[2:]))
    for sign in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, _interrupt)
    port, folder = _port(), _folder()
    env = around(PORT=port, DATA_DIR=folder)
    # The cast's sign-ins are printed for all to see; they never go into a database somebody named.
    for elsewhere in ("DATABASE_URL", "REDIS_URL"):
        env.pop(elsewhere, None)
    try:
        ready("lock.txt")
        compile_words(env)
        _prepare(folder, env)
        _serve(port, folder, env, began)
    except KeyboardInterrupt:
        stop("Stopped before the site was open; ./bin/demo goes on from here.", code=130)


def _code(name: str) -> None:
    """The six digits that the app of one of the cast shows now; the site may be open or not."""
    env = around(PORT=os.environ.get("PORT") or "8000", DATA_DIR=_folder())
    for elsewhere in ("DATABASE_URL", "REDIS_URL"):
        env.pop(elsewhere, None)
    manage("demo", "--code", name, env=env)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _port() -> int:
    asked = os.environ.get("PORT") or "8000"
    if not asked.isdecimal() or not 0 < int(asked) < 65536:
        stop(f"PORT is «{asked}», and a port is a number from 1 to 65535.")
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, int(asked)))
        except PermissionError:
            stop(f"Port {asked} is not open to this user; another one works: PORT=8001 ./bin/demo")
        except OSError:
            other = int(asked) % 65535 + 1
            stop(f"Port {asked} is in use; choose another one: PORT={other} ./bin/demo")
    return int(asked)


def _folder() -> Path:
    folder = Path(os.environ.get("DATA_DIR") or ROOT / "var").expanduser().resolve()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as trouble:
        stop(f"The folder for the demo's data cannot be made: {trouble}")
    return folder


def _prepare(folder: Path, env: dict[str, str]) -> None:
    """Tables and demo content are up to date with the checkout."""
    stamp = folder / "demo-made-from"
    # A new day counts as a change: the demo's sessions and dates move along with it.
    mark = fingerprint(_sources(), date.today().isoformat())
    if any(folder.glob("*.sqlite3")) and stamp.is_file() and stamp.read_text() == mark:
        return
    say("Preparing the database …")
    manage("migrate", "--verbosity", "0", env=env)
    say("Putting the demo site in place …")
    manage("demo", env=env)
    stamp.write_text(mark)


def _sources() -> list[Path]:
    found = [LOCKS / "lock.txt"]
    for top in ("cms", "community", "forum", "moderation", "locale"):
        for path in (ROOT / top).rglob("*"):
            inside = {"migrations", "demo", "locale"} & set(path.relative_to(ROOT).parts[:-1])
            if inside and path.is_file() and path.suffix not in {".pyc", ".mo"}:
                found.append(path)
    return found


def _serve(port: int, folder: Path, env: dict[str, str], began: float) -> None:
    say("Starting the server …")
    limits = [str(word) for pair in LIMITS.items() for word in pair]
    command = [PYTHON, "-m", "daphne", "-b", HOST, "-p", str(port), *limits, "--no-server-name"]
    # A group of its own: Ctrl-C reaches this program, which then ends its children in order.
    started = [_child(env, *command, "community.asgi:application")]
    server = started[0]
    try:
        cast = subprocess.Popen(
            [PYTHON, "manage.py", "demo", "--cast"], cwd=ROOT, env=env, stdout=subprocess.PIPE
        )
        _wait_for_page(server, port)
        # What no request does: mail that is due, words whose time is over.
        started.append(_child(env, PYTHON, "manage.py", "tend", "--every", "30"))
        say(f"\nThe site is open after {time.monotonic() - began:.0f} s.\n")
        sys.stdout.buffer.write(cast.communicate()[0])
        say(f"\nIts data is kept in {folder}. Ctrl-C closes the site.")
        if code := server.wait():
            stop(f"The server ended by itself (code {code}); its own words are above.")
    except KeyboardInterrupt:
        say("\nClosing the site …")
        _end(started)
        say("Closed. What was written is kept, and ./bin/demo opens it again.")
    finally:
        _end(started)


def _child(env: dict[str, str], *command: object) -> subprocess.Popen:
    return subprocess.Popen(list(command), cwd=ROOT, env=env, process_group=0)


def _wait_for_page(server: subprocess.Popen, port: int) -> None:
    """Return when the first page is really answered; stop with a sentence when it never is."""
    # Without a proxy: this is our own machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + PATIENCE
    trouble: object = "no answer"
    while time.monotonic() < until:
        if server.poll() is not None:
            stop("The server could not start; its own words are above.")
        try:
            with opener.open(f"http://{HOST}:{port}/", timeout=10):
                return
        except urllib.error.HTTPError as answer:
            stop(f"The site's first page answers with error {answer.code}; the log is above.")
        except OSError as silence:
            trouble = silence
            time.sleep(0.1)
    stop(f"The site did not answer within {PATIENCE} seconds ({trouble}).")


def _end(children: list[subprocess.Popen]) -> None:
    for child in reversed(children):
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()


if __name__ == "__main__":
    main()
