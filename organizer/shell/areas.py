"""`areas`: what the practice is made of; add an area, rename, retire, take back, move, color or mark it."""

from __future__ import annotations

from typing import Any

from organizer.commands.areas import find
from organizer.errors import WrongUse
from organizer.shell.lines import flat
from organizer.shell.parsing import Given, act_of
from organizer.shell.shell import Shell
from organizer.views.areas import AreaLine, area_json
from organizer.views.areas import areas as view_of
from organizer.words import count

COMMANDS = {
    "add": "area.add",
    "rename": "area.rename",
    "retire": "area.retire",
    "back": "area.retire",
    "move": "area.reorder",
    "color": "area.color",
    "clients": "area.face",
    "about": "area.about",
}
SHAPES = {
    "add": "add NAME",
    "rename": "rename ID NAME",
    "move": "move ID POSITION",
    "color": "color ID COLOR",
    "clients": "clients ID yes|no",
    "about": "about ID WORDS",
}


def areas(shell: Shell, given: Given) -> int:
    """Print the areas, or change one and print it."""
    if not given.words:
        return _print(shell, given, view_of(shell.practice))
    act, words = act_of("areas", given, COMMANDS)
    answers = _answers(shell, act, words)
    change = shell.office.run(COMMANDS[act], (), **answers)
    meant = answers.get("area") or change.rows[0].id
    _print(shell, given, tuple(line for line in view_of(shell.practice) if line.area.id == meant), tell=False)
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0


def _answers(shell: Shell, act: str, words: list[str]) -> dict[str, Any]:
    """What the command is told. Raises `WrongUse`, `NotFound`."""
    least = {"add": 1, "retire": 1, "back": 1, "about": 1}.get(act, 2)
    most = {"retire": 1, "back": 1, "move": 2, "clients": 2}.get(act, len(words))
    if not least <= len(words) <= most:
        raise WrongUse(f"Use it so: organizer areas {SHAPES.get(act, f'{act} ID')}")
    if act == "add":
        return {"name": " ".join(words)}
    area = find(shell.practice, words[0]).id
    if act == "rename":
        return {"area": area, "name": " ".join(words[1:])}
    if act == "move":
        return {"area": area, "position": words[1]}
    if act in ("color", "about"):
        return {"area": area, act: " ".join(words[1:])}
    if act == "clients":
        if words[1].lower() not in ("yes", "no"):
            raise WrongUse(f"Say yes or no; {words[1]!r} is neither.")
        return {"area": area, "facing": words[1].lower() == "yes"}
    return {"area": area, "retired": act == "retire"}


def _print(shell: Shell, given: Given, lines: tuple[AreaLine, ...], tell: bool = True) -> int:
    if given.json:
        shell.terminal.json([area_json(line) for line in lines])
        return 0
    shell.terminal.table([_columns(line) for line in lines], stretch=1)
    if tell:
        shell.terminal.tell(f"{count(sum(not line.area.retired for line in lines), 'area')}.")
    return 0


def _columns(line: AreaLine) -> tuple[str, ...]:
    area = line.area
    marks = ("client-facing" if area.client_facing else "", area.color, "retired" if area.retired else "")
    return (
        area.id,
        flat(area.name),
        f"{line.open} open" if line.open else "",
        ", ".join(mark for mark in marks if mark),
        flat(area.about),
    )
