"""Who may import whom (house.md 3), proved from the imports; and no `.objects` behind a door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OURS = ("community", "cms", "forum", "moderation")

# Longest name wins. The record (audit) stands under accounts: giving a role leaves a line in the
# same transaction, and the record itself knows nobody (docs/decisions).
FLOORS = {
    "community.core": 0,
    "community.promises": 0,
    "community.audit": 1,
    "community.accounts": 2,
    "community.safety": 3,
    "community.access": 4,
    "community.notifications": 4,
    "community.privacy": 4,
    "moderation": 5,
    "forum": 6,
    "cms": 6,
    "community.groups": 6,
    "community.evaluation": 7,
    "community.demo": 7,
    "community.urls": 7,
    "community.asgi": 7,
    "community.wsgi": 7,
    "community.settings": 7,
    "community": 0,  # the package itself
}
ROOMS = ("forum", "cms", "community.groups")
# Plugs may import what they plug into (the desk's kinds, live streams, Wagtail's hooks).
PLUGS = {
    "handles", "listeners", "streams", "moderator", "notices", "privacy", "chores", "admin",
    "wagtail_hooks",
}  # fmt: skip
DOORS = {
    "views.py", "consumers.py", "lead_views.py", "room_views.py", "room.py", "staff_views.py",
    "task_views.py", "joining_views.py",
}  # fmt: skip


def modules() -> list[Path]:
    return [
        path
        for room in OURS
        for path in sorted((ROOT / room).rglob("*.py"))
        if "migrations" not in path.parts
    ]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level else ""
            start = ".".join(part for part in (base, node.module or "") if part)
            yield from (f"{start}.{alias.name}" for alias in node.names)


def floor(module: str) -> int | None:
    known = [name for name in FLOORS if module == name or module.startswith(f"{name}.")]
    return FLOORS[max(known, key=len)] if known else None


def room(module: str) -> str | None:
    return next((name for name in ROOMS if module == name or module.startswith(f"{name}.")), None)


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nobody_imports_from_a_higher_floor_or_from_a_neighbour(path):
    here, own_floor = name_of(path), floor(name_of(path))
    for there in imports(path):
        target = floor(there)
        if target is None or there.split(".")[0] not in OURS:
            continue
        assert target <= own_floor, f"{here} may not import {there}"
        neighbours = {room(here), room(there)} - {None}
        assert len(neighbours) < 2, f"{here} and {there} are rooms; rooms do not know each other"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nobody_imports_a_plug(path):
    for there in imports(path):
        if there.split(".")[0] in OURS:
            # Two rooms and a registry have a plug's name, and are none.
            inside = there.removeprefix("community.privacy").removeprefix("community.core.chores")
            assert not PLUGS.intersection(inside.split(".")), f"{name_of(path)} imports {there}"


@pytest.mark.parametrize(
    "path",
    [p for p in modules() if p.name in DOORS or {"templatetags", "views"} & set(p.parts)],
    ids=name_of,
)
def test_no_door_reads_a_table_by_itself(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [
        n.lineno for n in ast.walk(tree) if isinstance(n, ast.Attribute) and n.attr == "objects"
    ]
    assert not found, f"{name_of(path)} reads tables on lines {found}; ask a question instead"


def test_only_one_module_reads_the_environment_and_one_the_vendor_of_moderation():
    text = {name_of(path): path.read_text(encoding="utf-8") for path in modules()}
    readers = {name for name, words in text.items() if "os.environ" in words}
    assert readers <= {
        "community.settings.environment", "community.asgi", "community.wsgi", "manage",
    }  # fmt: skip
    talkers = {
        name_of(path)
        for path in modules()
        if any(there.split(".")[0] == "django_moderation" for there in imports(path))
    }
    assert talkers <= {"moderation.ledger", "moderation.engine"}
