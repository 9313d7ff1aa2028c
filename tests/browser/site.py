"""A real site for browser tests: own data, the demo's people, Daphne as a program of its own."""

import base64
import hmac
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def six_digits(key: str, counter: int) -> str:
    """What an app with this key shows in this half minute (RFC 6238)."""
    found = hmac.digest(base64.b32decode(key), struct.pack(">Q", counter), "sha1")
    at = found[-1] & 15
    number = struct.unpack(">I", found[at : at + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


class Weather(BaseHTTPRequestHandler):
    """The neutral site "leave fast" goes to: a page of this machine, so no network is needed."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Weather</title><h1>Sunny</h1>")

    def log_message(self, *args) -> None:
        """Quiet."""


class Database:
    """A PostgreSQL database of its own, if DATABASE_URL names a server; else SQLite in the folder.

    Never the database that is named: that one may hold something.
    """

    def __init__(self, env: dict[str, str]):
        self.server, self.name = env.get("DATABASE_URL", ""), f"evening_{os.getpid()}"
        if self.server:
            self._run(f'CREATE DATABASE "{self.name}"')
            env["DATABASE_URL"] = urlsplit(self.server)._replace(path=f"/{self.name}").geturl()

    def drop(self) -> None:
        if self.server:
            self._run(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(statement)


class Site:
    """A demo site of its own under a folder; can be killed and started again."""

    def __init__(self, folder: Path):
        self.port, weather_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.weather_url = f"http://127.0.0.1:{weather_port}/"
        self.weather = ThreadingHTTPServer(("127.0.0.1", weather_port), Weather)
        threading.Thread(target=self.weather.serve_forever, daemon=True).start()
        self.log = (folder / "daphne.log").open("wb")
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "community.settings.development",
            "DATA_DIR": str(folder),
            "PORT": str(self.port),
            "LEAVE_TARGET": self.weather_url,
        }
        self.env.pop("DEBUG", None)
        self.database = Database(self.env)
        self.server: subprocess.Popen | None = None
        self.keys: dict[str, str] = {}
        self.typed: set[tuple[str, int]] = set()

    def fill(self) -> None:
        """Tables and the demo's people, by the commands operators use."""
        self.manage("migrate", "-v", "0")
        self.manage("demo")

    def manage(self, *words: str) -> str:
        """Run a management command; what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT, env=self.env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def code_of(self, name: str) -> str:
        """A code of this person's app that was not typed yet: each is good once.

        The server takes the one before and the one after too, so three windows need not wait.
        """
        if not self.keys:
            told = self.manage("demo", "--keys").splitlines()
            self.keys = dict(line.split("\t") for line in told)
        while True:
            now = int(time.time()) // 30
            for counter in (now, now + 1, now - 1):
                if (name, counter) not in self.typed:
                    self.typed.add((name, counter))
                    return six_digits(self.keys[name], counter)
            time.sleep(1)

    def start(self) -> None:
        """Serve, and return when a page is answered."""
        command = [
            sys.executable,
            "-m",
            "daphne",
            "-b",
            "127.0.0.1",
            "-p",
            str(self.port),
            "-v",
            "0",
        ]
        self.server = subprocess.Popen(
            [*command, "community.asgi:application"],
            cwd=ROOT, env=self.env, stdout=self.log, stderr=self.log,
        )  # fmt: skip
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                with urlopen(f"{self.url}/fi/s/now/", timeout=5):
                    return
            except (URLError, OSError):
                time.sleep(0.2)
        raise RuntimeError("the site did not answer in time")

    def kill(self) -> None:
        """End the server as a power cut would: no good-bye."""
        self.server.send_signal(signal.SIGKILL)
        self.server.wait()

    def close(self) -> None:
        """End what was started."""
        if self.server and self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self.kill()
        self.database.drop()
        self.weather.shutdown()
        self.log.close()
