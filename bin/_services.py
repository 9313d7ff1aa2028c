"""PostgreSQL and Redis for one run of the suite; never touches a database that holds something.

Named by DATABASE_URL and REDIS_URL they are used as they are. Otherwise, where the programs are
installed, a throw-away server of each is started in a temporary folder, on loopback, with a port
and a secret of its own. Otherwise whatever answers on the usual ports of this machine is asked.
"""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from _environment import PYTHON

USUAL = {
    "DATABASE_URL": "postgres://postgres:postgres@127.0.0.1:5432/postgres",
    "REDIS_URL": "redis://127.0.0.1:6379/15",
}
ASK = {
    "DATABASE_URL": "import sys, psycopg; psycopg.connect(sys.argv[1], connect_timeout=3)",
    "REDIS_URL": "import sys, redis; redis.from_url(sys.argv[1], socket_timeout=3).ping()",
}
# A database that lives for one run needs no care for power cuts.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
PATIENCE = 30


def start(folder: Path, until: ExitStack) -> tuple[dict[str, str], list[str]]:
    """The addresses of both services, and the names of those that could not be had.

    What is started here ends when `until` closes.
    """
    found, missing = {}, []
    starters = {"DATABASE_URL": ("PostgreSQL", _postgres), "REDIS_URL": ("Redis", _redis)}
    for variable, (name, starter) in starters.items():
        named = os.environ.get(variable)
        address = named or starter(folder / variable.lower(), until) or USUAL[variable]
        if _answers(variable, address):
            found[variable] = address
            if variable == "DATABASE_URL" and address not in (named, USUAL[variable]):
                found["DATABASE_IS_THROW_AWAY"] = "1"  # tests may keep a copy of their tables there
        else:
            missing.append(f"{name} at the named address" if named else name)
    return found, missing


def _answers(variable: str, address: str) -> bool:
    asked = subprocess.run([PYTHON, "-c", ASK[variable], address], capture_output=True)
    return asked.returncode == 0


def _redis(folder: Path, until: ExitStack) -> str:
    program = shutil.which("redis-server")
    if not program:
        return ""
    folder.mkdir(mode=0o700)
    port, secret = _free_port(), secrets.token_urlsafe(16)
    settings = folder / "redis.conf"
    # In a file, because the process list shows what stands on a command line.
    settings.write_text(
        f"bind 127.0.0.1\nport {port}\nrequirepass {secret}\nsave ''\nappendonly no\ndir {folder}\n"
    )
    address = f"redis://:{secret}@127.0.0.1:{port}/0"
    return _run(
        [program, settings], folder, {}, until, lambda: _answers("REDIS_URL", address), address
    )


def _postgres(folder: Path, until: ExitStack) -> str:
    programs = _postgres_programs()
    if not programs:
        return ""
    folder.mkdir(mode=0o700)
    port, secret = _free_port(), secrets.token_urlsafe(16)
    word = folder / "word"
    word.write_text(secret)
    who = _not_root(folder, word)
    if who is None:
        return ""
    make = [programs / "initdb", "-D", folder / "data", "-U", "rinnalla", "--pwfile", word]
    make += ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    if subprocess.run(make, cwd=folder, capture_output=True, **who).returncode:
        return ""
    serve = [programs / "postgres", "-D", folder / "data", "-p", str(port), "-k", folder]
    serve += ["-h", "127.0.0.1", *(word for care in CARELESS for word in ("-c", care))]
    address = f"postgres://rinnalla:{secret}@127.0.0.1:{port}/postgres"
    return _run(serve, folder, who, until, lambda: _answers("DATABASE_URL", address), address)


def _postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL here; Debian keeps it off the path."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    here = shutil.which("initdb")
    newest = debian[-1] if debian else here and Path(here)
    return newest.parent if newest else None


def _not_root(*paths: Path) -> dict[str, object] | None:
    """PostgreSQL refuses to run as root, so it runs as its own user there."""
    if os.geteuid() != 0:
        return {}
    try:
        for path in paths:
            shutil.chown(path, "postgres", "postgres")
    except LookupError:
        return None
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _run(
    command: list,
    folder: Path,
    who: dict,
    until: ExitStack,
    answers: Callable[[], bool],
    address: str,
) -> str:
    """Start a server and wait for its first answer; an empty string when there is none."""
    with open(folder / "log", "wb") as log:
        # A group of its own: Ctrl-C ends the tests first, then the servers under them.
        server = subprocess.Popen(
            command, cwd=folder, stdout=log, stderr=log, process_group=0, **who
        )
    until.callback(_end, server)
    limit = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < limit:
        if answers():
            return address
        time.sleep(0.2)
    return ""


def _end(server: subprocess.Popen) -> None:
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
