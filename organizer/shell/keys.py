"""`keys`: every command with the key it has; give it another one, swap two, or make it as at first."""

from __future__ import annotations

from organizer import machine, paths
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.commands.keys import in_force
from organizer.errors import NotFound, WrongUse
from organizer.keymap import Keymap, shown
from organizer.settings import nearest
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def keys(shell: Shell, given: Given) -> int:
    """Print the keys in force, or change one and print it."""
    here = machine.read(paths.home())
    shell.terminal.tell(*here.said)
    shell.practice.here = here.settings
    reset = "reset" in given.options
    if not given.words and not reset:
        return _print(shell, given, [command for command in COMMANDS.values() if command.key])
    if reset and given.text in ("", "all"):
        change = shell.office.run("setting.reset", (), name="keys")
        shell.terminal.tell("Every command has its own key." if change.rows else "It is so already.")
        return 0
    command = _command(given.words[0])
    if len(given.words) > 2 or (reset and len(given.words) > 1):
        raise WrongUse("Use it so: organizer keys COMMAND KEY")
    if len(given.words) == 2 or reset:
        key = "" if reset else given.words[1]
        change = shell.office.run("setting.key", (), of=command.id, key=key, swap=reset or "swap" in given.options)
        shell.terminal.tell(f"{change.label}." if change.rows else "It is so already.")
    return _print(shell, given, [command])


def _command(name: str) -> Command:
    """The command of an id. Raises `NotFound` with the nearest one."""
    if name in COMMANDS and COMMANDS[name].key:
        return COMMANDS[name]
    near = nearest(name, [command.id for command in COMMANDS.values() if command.key])
    hint = f"The nearest is {near}." if near else "organizer keys shows them all."
    raise NotFound(f"There is no command {name!r} with a key. {hint}")


def _print(shell: Shell, given: Given, commands: list[Command]) -> int:
    now = in_force(shell.practice)
    if given.json:
        shell.terminal.json(
            [
                {"command": one.id, "title": one.title, "key": shown(now.key(one)), "own": shown(one.key),
                 "places": list(one.places)}
                for one in commands
            ]
        )  # fmt: skip
    else:
        shell.terminal.table([_columns(one, now) for one in commands], stretch=2)
    return 0


def _columns(one: Command, now: Keymap) -> tuple[str, ...]:
    beside = f"its own: {shown(one.key)}" if one.id in now.changed else ", ".join(one.places)
    return one.id, shown(now.key(one)), one.title, beside
