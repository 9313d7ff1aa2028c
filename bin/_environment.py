"""The checkout's own Python environment, made from the lock; never touches the machine's Python."""

import hashlib
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "installed-locks"
LOCKS = ROOT / "requirements"
SETTINGS = "community.settings.development"
CODE = ("cms", "community", "forum", "moderation")


def say(text: str) -> None:
    """Tell the person at the keyboard what happens now."""
    print(text, flush=True)


def stop(sentence: str, code: int = 1) -> NoReturn:
    """End here with one clear sentence."""
    print(f"\n{sentence}", file=sys.stderr, flush=True)
    sys.exit(code)


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """One value for the content of these files; another content gives another value."""
    found = hashlib.sha256("\0".join(extra).encode())
    for path in sorted(set(paths)):
        found.update(f"\0{path.relative_to(ROOT)}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()


def ready(lock: str) -> None:
    """The environment holds exactly what the lock names; a second call costs nothing."""
    line = _line(lock)
    if _runs() and STAMP.is_file() and line in STAMP.read_text().splitlines():
        return
    if not _runs():
        _make()
    _install(LOCKS / lock)
    # The test lock holds everything of the plain one, so it answers for both.
    held = [line] if lock == "lock.txt" else [line, _line("lock.txt")]
    STAMP.write_text("\n".join(held) + "\n")


def around(**more: object) -> dict[str, str]:
    """The caller's environment with ours added, and the demo's settings whatever it names."""
    ours = {name: str(value) for name, value in more.items()}
    return {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, **ours}


def manage(*args: str, env: dict[str, str]) -> None:
    """Run one management command to its end; stop with a sentence when it fails."""
    done = subprocess.run([PYTHON, "manage.py", *args], cwd=ROOT, env=env)
    if done.returncode:
        stop(f"The step «manage.py {' '.join(args)}» did not succeed; its own words are above.")


def compile_words(env: dict[str, str]) -> None:
    """The Finnish and Swedish words are compiled, and newer than their sources."""
    sources = list((ROOT / "locale").rglob("*.po"))
    if any(_older(source.with_suffix(".mo"), source) for source in sources):
        say("Preparing the words of the three languages …")
        manage("compile_words", env=env)


def _older(made: Path, source: Path) -> bool:
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def _line(lock: str) -> str:
    return f"{lock} {fingerprint([LOCKS / lock])}"


def _runs() -> bool:
    """Whether .venv is there and its Python still works (a moved or upgraded one does not)."""
    check = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def _make() -> None:
    say("Making a Python environment in .venv …")
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        stop(
            "This Python comes without its venv module; on Debian or Ubuntu "
            "«apt-get install python3-venv» brings it."
        )
    if Path(sys.prefix).resolve() == VENV:
        stop("The environment in .venv is broken and in use; remove that folder and start again.")
    import venv

    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=True)
    except (OSError, subprocess.CalledProcessError) as trouble:
        stop(f"The environment could not be made in {VENV}: {trouble}")


def _install(lock: Path) -> None:
    total = sum(1 for line in lock.read_text().splitlines() if line[:1].isalnum())
    say(f"Installing about {total} packages from requirements/{lock.name} …")
    command = [PYTHON, "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(lock)]
    run = subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    words = _follow(run, total)
    if run.wait():
        print("\n".join(words[-15:]), file=sys.stderr)
        stop("The packages could not be installed; the last words of pip are above.")
    subprocess.run([PYTHON, "-m", "compileall", "-q", *CODE], cwd=ROOT, stdout=subprocess.DEVNULL)


def _follow(run: subprocess.Popen, total: int) -> list[str]:
    """Read pip's output to its end, telling how far it is."""
    words, fetched, step = [], 0, 1 if os.isatty(1) else 20
    for line in run.stdout:
        words.append(line.rstrip())
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            fetched += 1
            if fetched % step == 0:
                print(f"\r  {min(fetched, total)} of {total}", end=_end(), flush=True)
        elif line.startswith("Installing collected packages"):
            print("\r  putting them in place …", end=_end(), flush=True)
    print("\r  done." + " " * 20, flush=True)
    return words


def _end() -> str:
    return "" if os.isatty(1) else "\n"
