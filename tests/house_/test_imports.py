"""The rooms and who may enter which; what is loaded for a first picture; how large a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("organizer", "data", "screens")
RULES = (
    "records",
    "archiving",
    "clock",
    "when",
    "repeat",
    "holidays",
    "door",
    "capture",
    "finding",
    "commands",
    "views",
    "errors",
    "change",
    "practice",
    "ids",
    "meant",
    "words",
    "packs",
    "lint",
    "pages",
    "written",
    "word",
    "exchange",
    "settings",
    "manner",
    "keymap",
    "wins",
    "path",
    "feedback",
    "rituals",
    "reminding",
)
ENTRY_POINTS = ("organizer.__main__", "organizer.cli", "organizer.shell", "organizer.agent", "organizer.notifying")
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 400, 40


class Import(NamedTuple):
    """One import: of what, in which line, and when it happens: "first", "late" (in a function) or "typing"."""

    name: str
    line: int
    when: str


@cache
def modules() -> dict[str, Path]:
    """Every module of the three rooms by its name."""
    found = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(module: str) -> ast.Module:
    """A module as its parsed source."""
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> tuple[Import, ...]:
    """What a module imports, each module by its whole name."""
    return tuple(_imports(tree(module), "first"))


def _imports(node: ast.AST, when: str) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        inner = when
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            inner = "late"
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            inner = "typing"
        if isinstance(child, ast.Import):
            yield from (Import(alias.name, child.lineno, inner) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.level == 0, "imports are absolute here"
            base = child.module or ""
            for alias in child.names:
                whole = f"{base}.{alias.name}"
                yield Import(whole if whole in modules() else base, child.lineno, inner)
        else:
            yield from _imports(child, inner)


def within(module: str, *roots: str) -> bool:
    """Whether a module is one of these, or inside one."""
    return any(module == root or module.startswith(f"{root}.") for root in roots)


def top(module: str) -> str:
    """The package a module belongs to."""
    return module.partition(".")[0]


def test_the_rules_need_no_disk_and_no_screen() -> None:
    names = tuple(f"organizer.{name}" for name in RULES)
    wrong = [
        f"{module}:{found.line} imports {found.name}"
        for module in modules()
        if within(module, *names)
        for found in imports(module)
        if not (
            top(found.name) in sys.stdlib_module_names or top(found.name) == "dateutil" or within(found.name, *names)
        )
    ]
    assert all(any(within(module, name) for module in modules()) for name in names)
    assert wrong == []


def test_only_the_entry_points_join_the_rooms_and_late() -> None:
    joining = [
        (module, found)
        for module in modules()
        if within(module, "organizer")
        for found in imports(module)
        if top(found.name) in ("data", "screens", "textual", "rich", "tinydb", "plyer")
    ]
    wrong = [
        f"{module}:{found.line} imports {found.name}"
        for module, found in joining
        if not within(module, *ENTRY_POINTS) or found.when != "late"
    ]
    assert {top(found.name) for _, found in joining} >= {"data", "screens"}
    assert wrong == []


def test_the_screens_know_nothing_of_the_disk() -> None:
    allowed = ("organizer", "screens", "textual", "rich")
    wrong = [
        f"{module}:{found.line} imports {found.name}"
        for module in modules()
        if within(module, "screens")
        for found in imports(module)
        if top(found.name) not in (*sys.stdlib_module_names, *allowed)
        or within(found.name, "organizer.paths", *ENTRY_POINTS)
    ]
    assert wrong == []


def test_where_things_are_kept_knows_the_records_and_no_page() -> None:
    allowed = (
        "organizer.records",
        "organizer.archiving",
        "organizer.change",
        "organizer.errors",
        "organizer.ids",
        "organizer.packs",
        "organizer.keeping",
        "data",
        "tinydb",
        "filelock",
        "cryptography",
    )
    wrong = [
        f"{module}:{found.line} imports {found.name}"
        for module in modules()
        if within(module, "data")
        for found in imports(module)
        if top(found.name) not in sys.stdlib_module_names and not within(found.name, *allowed)
    ]
    assert wrong == []


def test_no_circle_of_imports() -> None:
    graph = {
        module: {found.name for found in imports(module) if found.name in modules() and found.when != "late"} - {module}
        for module in modules()
    }  # fmt: skip
    left = dict(graph)
    while left:
        free = [module for module, wanted in left.items() if not wanted & left.keys()]
        assert free, f"these import each other: {sorted(left)}"
        for module in free:
            del left[module]


def test_no_import_for_the_type_checker_hides_one() -> None:
    hidden = [
        f"{module}:{found.line} imports {found.name}"
        for module in modules()
        for found in imports(module)
        if found.when == "typing" and top(found.name) in ROOMS
    ]
    assert hidden == []


def loaded_after(code: str) -> set[str]:
    """The modules a fresh Python has loaded after some code."""
    program = f"{code}\nimport sys; print('\\n'.join(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60, cwd=ROOT
    )
    return set(done.stdout.split())


def test_a_verb_loads_no_screen() -> None:
    loaded = loaded_after(
        "import organizer.cli, organizer.__main__, organizer.commands as c; [c.real(id) for id in c.COMMANDS]"
    )
    assert "organizer.commands.entries" in loaded
    assert {
        module for module in loaded if within(module, "textual", "rich", "dataclasses", "asyncio", "tinydb")
    } == set()


def test_a_verb_loads_the_commands_it_runs_and_no_others() -> None:
    loaded = loaded_after("from organizer.commands import real; real('catch')")
    wanted = {f"organizer.commands{name}" for name in ("", ".catch", ".command", ".fields")}
    assert {module for module in loaded if within(module, "organizer.commands")} == wanted


def test_the_first_picture_loads_no_more_than_it_needs() -> None:
    brought = loaded_after("import textual.app, textual.screen, textual.containers")
    loaded = loaded_after(
        "import asyncio\n"
        "from organizer.clock import Clock\n"
        "from organizer.office import Office\n"
        "from screens.app import Organizer\n"
        "from tests.memory import MemoryVault\n"
        "async def look():\n"
        "    async with Organizer(Office(MemoryVault(), Clock())).run_test() as pilot:\n"
        "        await pilot.pause()\n"
        "asyncio.run(look())"
    )
    heavy = (
        "textual.widgets._markdown",
        "textual.widgets._text_area",
        "textual.widgets._data_table",
        "http",
        "urllib.request",
        "requests",
        "httpx",
        "markdown_it",
        "dateutil",
        "data",
        "screens.dialogs",
        "tinydb",
        "uuid",
        "organizer.shell",
        "organizer.when.finding",
        "organizer.commands.catch",
        "organizer.commands.entries",
        "organizer.commands.word",
        "screens.doing",
        "screens.entry",
        "screens.sheet",
        "screens.areas",
        "screens.first_run",
        "screens.board",
    )
    assert "screens.today" in loaded
    assert {module for module in loaded - brought if within(module, *heavy)} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_grows_too_long(room: str) -> None:
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines())
        for name, path in modules().items()
        if within(name, room)
    }
    assert lengths
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


def public(node: ast.AST, within: str) -> Iterator[tuple[str, ast.AST]]:
    """The public classes and functions of a module, and those of its public classes, but what only overrides."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and child.name[0] != "_":
            if not any(ast.unparse(one).endswith(".setter") for one in child.decorator_list):
                yield f"{within}.{child.name}", child
            if isinstance(child, ast.ClassDef):
                yield from public(child, f"{within}.{child.name}")


def test_everything_public_is_told_in_a_docstring() -> None:
    silent = [
        name
        for module in modules()
        for name, node in ((module, tree(module)), *public(tree(module), module))
        if not ast.get_docstring(node)  # type: ignore[arg-type]
    ]
    assert silent == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_grows_too_long(room: str) -> None:
    functions = {
        f"{module}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for module in modules()
        if within(module, room)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert functions
    assert {name: length for name, length in functions.items() if length > MOST_LINES_OF_A_FUNCTION} == {}
