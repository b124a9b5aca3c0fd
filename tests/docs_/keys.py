"""The tables of docs/keys.md and `organizer.commands.listed`, written from the commands.

`python -m tests.docs_.keys` renews both.
"""

from __future__ import annotations

from pathlib import Path

from organizer.commands import Command, modules, of_module
from organizer.commands.about import PLACES
from organizer.commands.command import always
from screens.signs import signs
from screens.widgets.keybar import key_name

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"
LIST = Path(__file__).parents[2] / "organizer" / "commands" / "listed.py"
LIST_HEAD = '''"""What is told of every command before its module is imported, written by `python -m tests.docs_.keys`.

Id, title, help, whether it runs (rather than being about the screen), and the other fields of `Command` where they
are not the usual; "allowed" stands for a rule of its own.
"""

# ruff: noqa: E501
# fmt: off
from typing import Any

LISTED: tuple[tuple[str, str, str, bool, dict[str, Any]], ...] = (
'''
TOLD = ("key", "hint", "places", "group", "asks", "table", "as_is")
BEGIN, END = "<!-- written from the commands -->\n", "<!-- end -->\n"
UNNAMED = (
    "practice.fill", "office.day", "office.hour", "first.reach", "first.write",
    "privacy.draft",
    "journal.write", "journal.number", "journal.order", "habit.tick",
    "studio.scatter", "studio.pick", "office.open", "office.close",
    "ritual.begin", "ritual.go", "ritual.draft", "ritual.say",
)  # fmt: skip
"""Commands that no key and no palette line runs."""

PLACE_NAMES = {
    **dict(PLACES), "entry": "the drawer", "areas": "the areas", "closures": "the closures",
    "first": "the first steps", "scripts": "words to say", "volume": "a new volume", "run": "a ritual",
    "reminders": "the reminders", "settings": "the settings",
}  # fmt: skip


def every() -> list[Command]:
    """All commands, from their modules."""
    return [command for module in modules() for command in of_module(module)]


def tables() -> str:
    """A table for each group of keys, and one of what has a name only."""
    known = [command for command in every() if command.id not in UNNAMED]
    going = [command for command in known if command.id.startswith("go.")]
    moving = [command for command in known if command.group == "Move" and command not in going]
    rest = [command for command in known if command.group != "Move"]
    groups = (
        ("Places", [command for command in going if command.key]),
        ("Moving about", [command for command in moving if command.key]),
        ("Doing", [command for command in rest if command.key]),
        ("By name only, with ctrl+p", [command for command in rest if not command.key]),
    )
    return "\n".join(_table(title, commands) for title, commands in groups)


def _table(title: str, commands: list[Command]) -> str:
    rows = [f"| {_key(command)} | {command.title} | {command.help} | {_where(command)} |\n" for command in commands]
    return f"## {title}\n\n| key | name | what it does | where |\n|---|---|---|---|\n" + "".join(rows)


def _key(command: Command) -> str:
    if not command.key:
        return ""
    name = command.key if command.key == "enter" else key_name(command.key, signs(plain=False))
    return f"`{name}`"


def _where(command: Command) -> str:
    return ", ".join(PLACE_NAMES[place] for place in command.places) or "everywhere"


def renewed(text: str) -> str:
    """The page with its tables as they should be."""
    head, _, rest = text.partition(BEGIN)
    return f"{head}{BEGIN}\n{tables()}\n{END}{rest.partition(END)[2]}"


def listed() -> str:
    """The whole of `organizer.commands.listed`, as it should be."""
    return LIST_HEAD + "".join(map(_line, every())) + ")\n"


def _line(command: Command) -> str:
    usual = Command._field_defaults
    rest = {name: value for name in TOLD if (value := getattr(command, name)) != usual[name]}
    rest |= {} if command.allowed is always else {"allowed": True}
    return f"    {(command.id, command.title, command.help, command.run is not None, rest)!r},\n"


if __name__ == "__main__":
    LIST.write_text(listed(), encoding="utf-8")
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
