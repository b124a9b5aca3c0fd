"""`settings`: what is set and what it means; set one, or put it back."""

from __future__ import annotations

from typing import Any

from organizer import machine, paths
from organizer.errors import WrongUse
from organizer.manner import keyed
from organizer.settings import Known, find, groups, matching, read
from organizer.shell.editing import edit
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def settings(shell: Shell, given: Given) -> int:
    """Print the settings, or one; set it or put it back, and print it."""
    here = machine.read(paths.home())
    shell.terminal.tell(*here.said)
    shell.practice.here = here.settings
    if "edit" in given.options:
        return edit(shell)
    if "here" in given.options:
        return _here(shell, given)
    if "reset" in given.options:
        return _reset(shell, given)
    if not given.words or "search" in given.options:
        return _show_all(shell, given, matching(given.options.get("search", "")) if not given.words else groups())
    known, words = _named(given.words)
    if words:
        change = shell.office.run("setting.set", (), name=known.name, value=" ".join(words))
        _print(shell, given, known)
        shell.terminal.tell(f"{change.label}." if change.rows else "It is so already; nothing was changed.")
        return 0
    if given.json:
        shell.terminal.json(setting_json(shell, known))
    else:
        _show(shell, known)
    return 0


def _here(shell: Shell, given: Given) -> int:
    """Say something for this machine alone, or nothing any more."""
    names = [one.name for one in _every() if one.here]
    known, words = _named(given.words) if given.words else (None, ())
    if known is None or not known.here:
        raise WrongUse(f"For one machine alone can be set: {', '.join(names)}.")
    value = None if "reset" in given.options else read(known, " ".join(words), shell.practice, shell.clock.now())
    machine.keep(paths.home(), known.name, value)
    shell.practice.here = machine.read(paths.home()).settings
    _print(shell, given, known)
    shell.terminal.tell(f"Said in {machine.path_in(paths.home())}, for this machine alone." if value else
                        "The vault's own setting holds again.")  # fmt: skip
    return 0


def _named(words: tuple[str, ...]) -> tuple[Known, tuple[str, ...]]:
    """The setting that the first words name, and what is left. Raises `NotFound`."""
    names = {tuple(name.lower().split()): one for one in _every() for name in (one.title, one.name.replace("_", " "))}
    for size in range(len(words), 0, -1):
        one = names.get(tuple(" ".join(words[:size]).lower().replace("_", " ").split()))
        if one:
            return one, words[size:]
    return find(words[0]), words[1:]


def _every() -> tuple[Known, ...]:
    return tuple(one for settings in groups().values() for one in settings)


def _reset(shell: Shell, given: Given) -> int:
    if not given.words:
        raise WrongUse("Name the setting that is to be as at first, or all: organizer settings all --reset")
    name = given.text if given.text == "all" else _named(given.words)[0].name
    change = shell.office.run("setting.reset", (), name=name)
    if name != "all":
        _print(shell, given, find(name))
    elif given.json:
        shell.terminal.json([setting_json(shell, one) for one in _every()])
    shell.terminal.tell(f"{change.label}." if change.rows else "It is so already; nothing was changed.")
    return 0


def _show_all(shell: Shell, given: Given, found: dict[str, tuple[Known, ...]]) -> int:
    if given.json:
        shell.terminal.json([setting_json(shell, one) for settings in found.values() for one in settings])
        return 0
    for at, (group, settings) in enumerate(found.items()):
        if at:
            shell.terminal.out("")
        shell.terminal.heading(group)
        shell.terminal.table([_columns(shell, one) for one in settings], stretch=3)
    shell.terminal.tell("organizer settings NAME tells more." if found else "No setting says that.")
    return 0


def _columns(shell: Shell, one: Known) -> tuple[str, ...]:
    return one.name, one.title, one.said(shell.practice), keyed(one.about)


def _print(shell: Shell, given: Given, one: Known) -> None:
    if given.json:
        shell.terminal.json(setting_json(shell, one))
    else:
        shell.terminal.table([_columns(shell, one)], stretch=3)


def _show(shell: Shell, one: Known) -> None:
    """All about one setting."""
    terminal = shell.terminal
    terminal.heading(one.title)
    terminal.out(one.help)
    if one.kind == "lead":
        return
    may_be = ", ".join(one.values or one.usual)
    terminal.facts(
        [
            ("Now", one.said(shell.practice)),
            ("Usually", one.word(one.usually)),
            *([("Can be" if one.values else "For example", may_be)] if may_be else []),
            ("Set it", f"organizer settings {one.name} VALUE"),
        ]
    )


def setting_json(shell: Shell, one: Known) -> dict[str, Any]:
    """A setting for programs."""
    lead = one.kind == "lead"
    return {
        "name": one.name,
        "title": one.title,
        "kind": one.kind,
        "value": None if lead else one.of(shell.practice),
        "usual": None if lead else one.usually,
        "said": one.said(shell.practice),
        "set": shell.practice.setting(one.name) is not None,
        "here": one.name in shell.practice.here,
        "values": list(one.values),
        "help": one.help,
    }
