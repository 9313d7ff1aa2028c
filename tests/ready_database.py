"""A migrated database, made once for a state of the migrations and copied for each worker.

Migrating from nothing takes a quarter of a minute of a core, and every worker of every lane pays
it. The copy is byte for byte what `migrate` made; another state of the code gives another file.
"""

import hashlib
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "var" / "test-database"
PATIENCE = 120  # seconds to wait for the worker that makes it


def migrated(migrate: Callable[[], None]) -> None:
    """The open test database holds all tables: copied, or made and kept for the next one."""
    if connection.vendor == "sqlite":
        _on_sqlite(migrate)
    elif os.environ.get("DATABASE_IS_THROW_AWAY"):
        _on_postgresql(migrate)
    else:
        migrate()  # a server that somebody else keeps: nothing of ours stays there


def restored() -> bool:
    """The test database is as `migrated` left it, data of migrations included; false if it cannot.

    Emptying tables takes those data away too, and whoever comes next on this worker misses them.
    """
    if connection.vendor == "sqlite":
        ready = FOLDER / f"{_mark()}.sqlite3"
        return ready.exists() and _copied(ready)
    if not os.environ.get("DATABASE_IS_THROW_AWAY"):
        return False
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        _made_anew(server, f"ready_{_mark()}")
    return True


def _made_anew(server: psycopg.Connection, ready: str) -> None:
    own = connection.settings_dict["NAME"]
    connection.close()
    server.execute(f'DROP DATABASE "{own}" WITH (FORCE)')
    server.execute(f'CREATE DATABASE "{own}" TEMPLATE "{ready}"')


def _copied(ready: Path) -> bool:
    connection.ensure_connection()
    with sqlite3.connect(ready) as kept:
        kept.backup(connection.connection)
    kept.close()
    return True


def _on_postgresql(migrate: Callable[[], None]) -> None:
    """The first worker migrates and leaves a template; the others wait for it and copy."""
    ready, own = f"ready_{_mark()}", connection.settings_dict["NAME"]
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute("SELECT pg_advisory_lock(7)")
        is_there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ready])
        if is_there.fetchone():
            _made_anew(server, ready)
        else:
            migrate()
            connection.close()
            server.execute(f'CREATE DATABASE "{ready}" TEMPLATE "{own}"')


def _on_sqlite(migrate: Callable[[], None]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    ready = FOLDER / f"{_mark()}.sqlite3"
    if not ready.exists():
        _make_or_wait(ready, migrate)
    if not (ready.exists() and _copied(ready)):
        migrate()


def _make_or_wait(ready: Path, migrate: Callable[[], None]) -> None:
    making = ready.with_suffix(".making")
    try:
        making.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while making.exists() and not ready.exists() and time.monotonic() < until:
            time.sleep(0.2)
        return
    try:
        migrate()
        _keep(ready)
    finally:
        making.rmdir()


def _keep(ready: Path) -> None:
    for old in FOLDER.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=FOLDER)
    os.close(handle)
    connection.ensure_connection()
    with sqlite3.connect(name) as fresh:
        connection.connection.backup(fresh)
    fresh.close()
    Path(name).rename(ready)


@cache
def _mark() -> str:
    """One value for everything that decides what `migrate` makes."""
    found = hashlib.sha256(repr(settings.INSTALLED_APPS).encode())
    paths = [*(ROOT / "requirements").glob("*.txt")]
    for top in ("cms", "community", "forum", "moderation"):
        paths += [p for p in (ROOT / top).rglob("*.py") if _decides(p)]
    for path in sorted(paths):
        found.update(path.read_bytes())
    return found.hexdigest()[:24]


def _decides(path: Path) -> bool:
    """Migrations and what they import: models make permissions, the seal makes triggers."""
    return "migrations" in path.parts or "models" in path.parts or path.name in {
        "models.py", "seal.py",
    }  # fmt: skip
