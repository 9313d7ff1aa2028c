"""What a real site is started with: cookies, no debugging, nobody ready-made, no secret in code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import reverse

from community.accounts.models import User
from tests.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]
TOLD = (
    "DEBUG", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_DOMAIN",
    "SESSION_COOKIE_PATH", "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY",
    "CSRF_COOKIE_SAMESITE", "CSRF_COOKIE_DOMAIN", "CSRF_COOKIE_PATH", "SECURE_REFERRER_POLICY",
    "MIDDLEWARE", "INSTALLED_APPS", "CSRF_TRUSTED_ORIGINS",
)  # fmt: skip
NEEDED = {
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "rinnalla.example",
    "STAFF_HOST": "staff.rinnalla.example",
    "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "HELP_LINES_CHECKED": "2026-11-01",
    "IDENTITY_KEY": "i" * 60,
}
SHOW = (
    "import json; from django.conf import settings as s; "
    f"print(json.dumps({{n: getattr(s, n) for n in {TOLD!r}}}, default=str))"
)


def started(without: str = "", tmp: Path | None = None, **more: str) -> subprocess.CompletedProcess:
    """A process with the settings of a real site, and what it says of them."""
    env = {key: value for key, value in (NEEDED | more).items() if key != without}
    env |= {"DJANGO_SETTINGS_MODULE": "community.settings.production"}
    env |= {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp or "/tmp"), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", SHOW], cwd=ROOT, env=env, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def real(tmp_path_factory) -> dict:
    done = started(tmp=tmp_path_factory.mktemp("real"))
    assert done.returncode == 0, done.stderr[-600:]
    return json.loads(done.stdout)


def test_SE_05_cookies_of_a_real_site(real, settings, aino, client):
    for name, value in real.items():
        if "COOKIE" in name:
            setattr(settings, name, value)
    client.get(reverse("accounts:sign_in"), secure=True)
    typed = {"pseudonym": "Aino", "passphrase": PASSPHRASE}
    answer = client.post(reverse("accounts:sign_in"), typed, secure=True)
    assert answer.cookies
    client.get(reverse("accounts:own"), secure=True)
    assert any(name == "__Host-s" for name in client.cookies)
    for name, cookie in client.cookies.items():
        assert name.startswith("__Host-") and not cookie["domain"] and cookie["path"] == "/"
        assert cookie["secure"] and cookie["httponly"] and cookie["samesite"] in {"Lax", "Strict"}
    assert len(client.cookies) <= 2  # the session's and the forms' token (PR-16)


def test_SE_01_SE_20_a_real_site_speaks_over_tls_and_never_debugs(real):
    assert real["DEBUG"] is False and real["ALLOWED_HOSTS"] == [
        "rinnalla.example",
        "staff.rinnalla.example",
    ]
    assert real["SECURE_SSL_REDIRECT"] and real["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert real["SECURE_HSTS_INCLUDE_SUBDOMAINS"]
    assert not any("debug" in each.lower() for each in real["MIDDLEWARE"] + real["INSTALLED_APPS"])
    assert "django.contrib.admin" not in real["INSTALLED_APPS"]


def test_SE_20_no_variable_switches_debugging_on(tmp_path):
    done = started(tmp=tmp_path, DEBUG="1", DJANGO_DEBUG="1")
    assert json.loads(done.stdout)["DEBUG"] is False


@pytest.mark.parametrize(
    "missing", ["SECRET_KEY", "ALLOWED_HOSTS", "STAFF_HOST", "DATABASE_URL", "REDIS_URL"]
)
def test_SE_16_what_is_missing_stops_the_start(missing, tmp_path):
    done = started(without=missing, tmp=tmp_path)
    assert done.returncode != 0 and missing in done.stderr


def test_SE_20_nobody_is_there_before_somebody_is_made(db):
    """A migrated site has no account; the demo's people come only by the demo's command."""
    assert not User.objects.exists()
    call_command("check")


@pytest.mark.parametrize(
    "path",
    [
        "/.git/config", "/.git/", "/.env", "/static/", "/static/css/", "/media/", "/var/",
        "/static/../manage.py", "/static/%2e%2e/manage.py", "/manage.py", "/docs/",
        "/server-status",
        "/backup.sql", "/db.sqlite3", "/static/css/../../settings/base.py", "/look/",
    ],
)  # fmt: skip
def test_SE_20_no_file_of_ours_and_no_list_of_files_is_served(db, client, path):
    assert client.get(path).status_code == 404
    assert client.get(f"/fi{path}").status_code == 404


SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}"
    r"|xox[baprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|eyJ[A-Za-z0-9_-]{20,}\.eyJ"
    r"|(?i:postgres(?:ql)?|redis|amqp|smtp)://[^\s:/@{}$<>\"']+:[^\s@{}$<>\"']{6,}@"
    r"|(?i:secret_key|api_key|password|passphrase|token)\s*=\s*[\"'][A-Za-z0-9+/=_-]{20,}[\"']"
)
# Keys that open nothing: the suite's own, and examples that say what to put there.
OPEN_NOTHING = ("only-the-tests-use-this-key", ":postgres@", ":password@")


def tracked() -> list[Path]:
    """The files that would be committed: known to git, or new and not ignored."""
    done = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / line for line in done.stdout.splitlines()]


def test_SE_16_no_secret_stands_in_the_tree():
    found = []
    for path in tracked():
        if path.suffix in {".woff2", ".png", ".mo", ".ico", ".jpg"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="ignore")
        for hit in SECRETS.finditer(text):
            if not any(known in hit[0] for known in OPEN_NOTHING):
                found.append((str(path.relative_to(ROOT)), hit[0][:40]))
    assert found == []


@pytest.mark.parametrize(
    "leak",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "API_KEY = '" + "a1B2" * 8 + "'",
        "postgres://rinnalla:" + "hunter22" + "@db.example/rinnalla",
        "gh" + "p_" + "a" * 36,
    ],
)
def test_SE_16_the_scan_sees_what_it_looks_for(leak):
    assert SECRETS.search(leak)


def test_SE_16_no_file_of_keys_is_kept():
    names = {path.name for path in tracked()}
    assert not [
        name for name in names if re.search(r"^\.env|id_rsa|\.(pem|key|p12|pfx|kdbx)$", name)
    ]
