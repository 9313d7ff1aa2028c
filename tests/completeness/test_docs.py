"""Docs and README name only what is there: no page can promise a file that moved."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
CODE = ("bin", "cms", "community", "forum", "moderation", "templates", "tests", "manage.py")
PAGES = [*sorted(DOCS.rglob("*.md")), *(ROOT / f"{n}.md" for n in ("README", "CONTRIBUTING"))]
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
SETTINGS = ROOT / "community" / "settings"

SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
LINK = re.compile(r"\]\(([^)#:]+)\)")
FILE = re.compile(r"\.?[\w.-]+\.(py|md|js|html|css|toml|txt|svg)|(\.?[\w.*-]+/)+[\w.*-]*")
MODULE = re.compile(r"(community|cms|forum|moderation|tests|bin)(\.\w+)+")
NAME = re.compile(r"[A-Za-z_]\w*")
COMMAND = re.compile(r"manage\.py (\w+)")
# Made on each machine, or a word of the outside world: no file and no name of ours.
NOT_OURS = {".venv", "var/", "media", "left", "null", "meta", "import", "after"}


def pages(found=PAGES) -> list:
    return [pytest.param(page, id=page.relative_to(ROOT).as_posix()) for page in found]


def spans(page: Path) -> list[str]:
    """What stands in backticks, code blocks left out."""
    prose = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    return [span for span in SPAN.findall(prose) if span not in NOT_OURS]


def sources() -> list[Path]:
    kinds = {".py", ".js", ".html", ".css", ".toml", ""}
    found = [ROOT / "pyproject.toml"]
    for name in CODE:
        top = ROOT / name
        found += [top] if top.is_file() else [p for p in top.rglob("*") if p.is_file()]
    here = Path(__file__)
    return [p for p in found if p.suffix in kinds and "__pycache__" not in p.parts and p != here]


@cache
def words() -> frozenset[str]:
    """Every name of code and templates."""
    found: set[str] = set()
    for path in sources():
        found.update(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")))
    return frozenset(found)


def is_there(path: str) -> bool:
    """A path from the root; a name or a path of a room's furniture may stand in any room."""
    path = path.removeprefix("./")
    if (ROOT / path).exists():
        return True
    room = not path.startswith(CODE) and "." in path
    return room and any(found.as_posix().endswith(f"/{path}") for found in sources())


def is_module(dotted: str) -> bool:
    """A module, or a name written in one."""
    path, *rest = dotted.split(".")
    here = ROOT / path
    while rest and (here / rest[0]).is_dir():
        here = here / rest.pop(0)
    if rest and (here / f"{rest[0]}.py").is_file():
        here = here / f"{rest.pop(0)}.py"
    text = (here if here.is_file() else here / "__init__.py").read_text(encoding="utf-8")
    return all(re.search(rf"\b{name}\b", text) for name in rest)


@pytest.mark.parametrize("page", pages())
def test_every_path_named_in_the_pages_is_there(page):
    named = [span for span in spans(page) if FILE.fullmatch(span.removeprefix("./"))]
    assert not [path for path in named if not is_there(path)]


@pytest.mark.parametrize("page", pages())
def test_every_module_and_name_in_the_pages_is_there(page):
    said = [span for span in spans(page) if not FILE.fullmatch(span)]
    modules = [span for span in said if MODULE.fullmatch(span)]
    assert not [dotted for dotted in modules if not is_module(dotted)]
    assert not [name for name in said if NAME.fullmatch(name) and name not in words()]


@pytest.mark.parametrize("page", pages())
def test_every_command_in_the_pages_can_be_run(page):
    said = {name for span in spans(page) for name in COMMAND.findall(span)}
    assert said <= set(get_commands())


@pytest.mark.parametrize("page", pages([*PAGES, ROOT / "CHANGELOG.md", ROOT / "SECURITY.md"]))
def test_every_link_between_the_pages_leads_somewhere(page):
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def read_by(*files: Path) -> set[str]:
    """The variables that these settings ask the environment for."""
    asked = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {
                "read", "folder", "truth", "day",
            }:  # fmt: skip
                asked |= {arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant)}
    return asked


def test_operations_names_the_variables_that_production_reads_and_no_others():
    page = (DOCS / "operations.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([A-Z_]+)` \|", page, flags=re.M))
    assert named == read_by(SETTINGS / "production.py")


def test_the_readme_names_only_variables_that_something_reads():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z]{2,}[A-Z_]*)(?:=\w+)?`", page))
    ours = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bin").glob("_*.py"))
    known = read_by(*SETTINGS.glob("*.py")) | set(re.findall(r'"([A-Z_]+)"', ours))
    assert named <= known


def test_the_readme_shows_the_lanes_that_the_suite_runs():
    tree = ast.parse((ROOT / "bin" / "_test.py").read_text(encoding="utf-8"))
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    lanes = {call.args[0].value for call in calls if getattr(call.func, "id", "") == "Lane"}
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| Lane |")[1].split("\n\n")[0]
    assert lanes - {"as asked"} == set(re.findall(r"^\| ([a-z, ]+?) \|", table, flags=re.M))


@pytest.mark.parametrize("page", pages(DECISIONS))
def test_a_decision_is_half_a_page_with_its_choice_and_what_was_set_aside(page):
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 60
    assert "**Choice.**" in text and "**Set aside.**" in text


def test_the_tour_is_ten_files():
    page = (DOCS / "tour.md").read_text(encoding="utf-8")
    stops = page.split("## How")[0]
    assert len(re.findall(r"^\d+\. `[\w/.]+\.py`", stops, flags=re.M)) == 10


def test_every_journey_has_a_page_that_names_it():
    for test in sorted((ROOT / "tests" / "journeys").glob("test_*.py")):
        name = test.stem.removeprefix("test_").replace("_", "-")
        page = DOCS / "journeys" / f"{name}.md"
        assert test.relative_to(ROOT).as_posix() in page.read_text(encoding="utf-8")
