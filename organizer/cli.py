"""The verbs of the command line: finds the one that is meant, opens the vault for it, and lets it print."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextvars import copy_context

from organizer import paths
from organizer.errors import Locked, WrongUse
from organizer.shell import VERSION, parsing, verbs
from organizer.shell.ending import guarded
from organizer.shell.parsing import Given
from organizer.shell.shell import Kept, Shell
from organizer.shell.terminal import Terminal


def run(words: list[str]) -> int:
    """Do what the words after `organizer` say; gives the exit code."""
    terminal = Terminal()
    return guarded(terminal, lambda: copy_context().run(_chosen, terminal, words))


def _chosen(terminal: Terminal, words: list[str]) -> int:
    name, rest = words[0], words[1:]
    if name in (*parsing.HELP, "help", "--version"):
        return _about(terminal, name, rest)
    verb = verbs.find(name)
    if verb is None and name in verbs.PLACES and rest[0] in parsing.HELP:
        return _about(terminal, "--help", [])
    if verb is None:
        raise WrongUse(parsing.no_such_verb(parsing.whole(name)))
    given = parsing.read(verb, rest)
    if given is None:
        return _about(terminal, "--help", [name])
    if not verb.module:
        raise WrongUse(f"Use it so: organizer {verb.usage}")
    shell = Shell(terminal, open_vault)
    try:
        return _function(verb)(shell, given)
    finally:
        shell.close()
        if shell.wrote and _is_first_of_the_day(shell.clock.today()):
            from organizer.shell import daily

            daily.remember(paths.home(), shell.key, shell.clock.now().isoformat(timespec="seconds"))
        if shell.wrote and shell.key is not None and os.path.isdir(os.path.join(paths.home(), "reminders")):
            from organizer.shell import daily

            daily.ring(paths.home(), shell.key)


def _is_first_of_the_day(day: str) -> bool:
    """Whether a day has no backup yet: a look at the names, as `data.backup.is_due` does, without its imports."""
    if os.environ.get("ORGANIZER_BACKUPS") == "off":
        return False
    try:
        names = os.listdir(os.path.join(paths.home(), "backups"))
    except OSError:
        return True
    return not any(name.startswith(f"{day}T") and name.endswith(".organizer") for name in names)


def _about(terminal: Terminal, name: str, rest: list[str]) -> int:
    """`--version`, `--help`, and `help [VERB | PLACE]`."""
    if name == "--version":
        terminal.out(f"organizer {VERSION}")
        return 0
    from organizer.shell import helping

    if rest and name == "help":
        helping.of_word(terminal, rest)
        return 0
    verb = verbs.find(rest[0]) if rest else None
    if verb is None:
        helping.overview(terminal)
    else:
        helping.of_verb(terminal, verb)
    return 0


def _function(verb: verbs.Verb) -> Callable[[Shell, Given], int]:
    """The function of a verb, its module imported now and no sooner."""
    module = __import__(f"organizer.shell.{verb.module}", fromlist=["*"])
    name = f"{verb.name}_" if verb.name in ("list", "import") else verb.name
    found: Callable[[Shell, Given], int] = getattr(module, name)
    return found


def open_vault() -> Kept:
    """The vault of the person's own home; when it is sealed, its passphrase is asked for.

    Raises `DiskTrouble`, `Damaged`, `Locked` or `Conflict` when it cannot be opened.
    """
    from data.vault import Vault

    try:
        return Vault.open(paths.home())
    except Locked:
        from organizer.shell import asking

        return Vault.open(paths.home(), asking.key(Terminal(), paths.home()))
