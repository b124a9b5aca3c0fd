"""The library of packs: the ones of the trade that come along, and a person's own beside them.

A file or a task with a mistake in it is left out and told in one sentence; everything else works.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from data.starter import beginnings
from data.starter.checked import Checked, Field, Schema, Table, check, sentence
from organizer.packs import KINDS, WHO, Bundle, Library, Task, cadence_trouble

NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SHIFTS = ("next business day",)

PACK: Schema = {
    "pack": {
        "title": Field(required=True, most=60),
        "about": Field(most=200),
        "area": Field(most=40),
    },
    "task[]": {
        "id": Field(required=True, most=40, pattern=NAME),
        "title": Field(required=True, most=80),
        "kind": Field(required=True, allowed=KINDS),
        "cadence": Field(required=True, most=120),
        "area": Field(most=40),
        "shift": Field(allowed=SHIFTS),
        "leads": Field("numbers", least=0, most=730),
        "why": Field(required=True, most=200),
        "step": Field(required=True, most=120),
        "checklist": Field("texts", most=120),
        "estimate": Field("number", least=1, most=480),
        "dread": Field("number", least=0, most=3),
        "varies": Field(most=40),
        "source": Field(most=300),
        "unverified": Field("yes or no"),
        "who": Field("texts", allowed=WHO),
    },
}
"""What a pack may hold; docs/packs.md tells it in words."""

BUNDLES: Schema = {
    "bundle[]": {
        "id": Field(required=True, most=40, pattern=NAME),
        "title": Field(required=True, most=60),
        "about": Field(required=True, most=200),
        "tasks": Field("texts", required=True),
    }
}


def library(home: str | Path = "", areas: Collection[str] = ()) -> Library:
    """The packs that come along, then those in HOME/packs. `areas` are the ids a task may name besides the usual.

    Never raises for what a file holds: `problems` of the library tells it.
    """
    usual = frozenset(record.id for record in beginnings()) | frozenset(areas)
    here = files("data.starter")
    made = _bundled(here, load(here.joinpath("packs"), usual))
    return _joined(made, load(Path(home) / "packs", usual, own=True)) if home else made


def load(folder: Traversable, areas: Collection[str], own: bool = False) -> Library:
    """Every pack of a folder, in the order of their names; nothing where there is no folder."""
    found = Library()
    try:
        names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    except FileNotFoundError:
        return found
    except OSError as error:
        return Library(problems=(f"The folder of packs cannot be read ({error.strerror}); the others are there.",))
    for name in names:
        text, problem = _read(folder.joinpath(name), f"packs/{name}")
        found = _joined(found, Library(problems=(problem,)) if problem else _pack(name, text, areas, own))
    return found


def _read(file: Traversable, name: str) -> tuple[str, str]:
    """The text of a file, or why there is none."""
    try:
        return file.read_bytes().decode("utf-8-sig"), ""
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return "", sentence(name, line, "", "this is not UTF-8 text")
    except OSError as error:
        return "", sentence(name, 1, "", f"the file cannot be read ({error.strerror})")


def _pack(file: str, text: str, areas: Collection[str], own: bool) -> Library:
    """One pack: its tasks, and the bundle of all of them."""
    name, shown = file.removesuffix(".toml"), f"packs/{file}"
    if not _is_name(name):
        wanted = "a pack is named with small letters, numbers and dashes, as in my-board.toml"
        return Library(problems=(sentence(shown, 1, "", wanted),))
    found = check(shown, text, PACK)
    head = found.tables.get("pack")
    if head is None:
        if not found.problems:
            found.problems.append(sentence(shown, 1, "pack", "it is missing; a pack begins with [pack] and a title"))
        return Library(problems=tuple(found.problems))
    tasks = _tasks(name, shown, found, str(head[0].values.get("area", "")), areas)
    values = head[0].values
    bundle = Bundle(name, values["title"], values.get("about", ""), tuple(task.id for task in tasks), own)
    return Library(tuple(tasks), (bundle,) if tasks else (), tuple(found.problems))


def _is_name(text: str) -> bool:
    return re.fullmatch(NAME, text) is not None and len(text) <= 40


def _tasks(pack: str, shown: str, found: Checked, area: str, areas: Collection[str]) -> list[Task]:
    made: dict[str, Task] = {}
    for table in found.tables.get("task", ()):
        problem = _wrong(table, area, areas, made, pack)
        if problem:
            field, what = problem
            found.problems.append(sentence(shown, table.at(field), field, what))
        else:
            task = _task(pack, table.values, area)
            made[task.id] = task
    return list(made.values())


def _wrong(table: Table, area: str, areas: Collection[str], made: dict[str, Task], pack: str) -> tuple[str, str] | None:
    """What no schema can tell: a field and what is the matter with it."""
    values = table.values
    wanted = values.get("area", area)
    if not wanted:
        return "area", "it is missing, here and in [pack]"
    if wanted not in areas:
        return "area", f"there is no area {wanted!r}; there is {', '.join(sorted(areas))}"
    if f"{pack}/{values['id']}" in made:
        return "id", f"{values['id']!r} stands in this pack already"
    if trouble := cadence_trouble(values["kind"], values["cadence"]):
        return "cadence", trouble
    return None


def _task(pack: str, values: dict[str, Any], area: str) -> Task:
    source = values.get("source", "a pack of one’s own")
    whole = {"area": area, "source": source, **values, "id": f"{pack}/{values['id']}"}
    frozen: dict[str, Any] = {name: tuple(part) if isinstance(part, list) else part for name, part in whole.items()}
    return Task(**frozen)


def _bundled(here: Traversable, packs: Library) -> Library:
    """The packs with the bundles to begin with before them."""
    text, problem = _read(here.joinpath("bundles.toml"), "bundles.toml")
    found = check("bundles.toml", text, BUNDLES)
    problems = [problem] if problem else found.problems
    known = {task.id for task in packs.tasks}
    bundles = []
    for table in found.tables.get("bundle", ()):
        values = table.values
        for id in values["tasks"]:
            if id not in known:
                problems.append(sentence("bundles.toml", table.at("tasks"), "tasks", f"there is no task {id!r}"))
        tasks = tuple(id for id in values["tasks"] if id in known)
        bundles.append(Bundle(values["id"], values["title"], values["about"], tasks))
    return Library(packs.tasks, (*bundles, *packs.bundles), (*packs.problems, *problems))


def _joined(first: Library, second: Library) -> Library:
    """Both together. A pack whose name is taken is left out, and told."""
    taken = {bundle.id for bundle in first.bundles}
    double = [bundle for bundle in second.bundles if bundle.id in taken]
    gone = {id for bundle in double for id in bundle.tasks}
    told = [
        sentence(f"packs/{bundle.id}.toml", 1, "pack", "there is a pack of this name already; give the file another")
        for bundle in double
    ]
    return Library(
        (*first.tasks, *(task for task in second.tasks if task.id not in gone)),
        (*first.bundles, *(bundle for bundle in second.bundles if bundle.id not in taken)),
        (*first.problems, *second.problems, *told),
    )
