"""The command line: picks the full screen or a verb, joins the rooms, and turns every error into one sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from organizer import paths
from organizer.errors import OrganizerError, WrongUse
from organizer.shell import VERSION, parsing, verbs
from organizer.shell.parsing import Given
from organizer.shell.shell import Kept, Shell
from organizer.shell.terminal import Terminal


def run(words: list[str]) -> int:
    """Do what the words of a command line say; gives the exit code (organizer/errors.py, docs/cli.md)."""
    terminal = Terminal()
    try:
        code = _chosen(terminal, words)
        terminal.flush()
        return code
    except OrganizerError as error:
        return _end(terminal, str(error), error.exit_code)
    except KeyboardInterrupt:
        return _end(terminal, "", 130)
    except BrokenPipeError:
        # Whoever read has read enough. What was to be kept is kept already: verbs print last.
        _hush()
        return 0
    except OSError as error:
        _hush()
        return _end(terminal, f"{_reason(error)} What was changed before is kept.", 8)
    except ModuleNotFoundError as error:
        lost = f"A library that Organizer needs is missing ({error.name})."
        return _end(terminal, f"{lost} Install Organizer again; what was saved is safe.", 1)
    except Exception as error:
        return _end(terminal, f"Something unexpected happened ({_place_of(error)}). What was saved before is safe.", 1)


def _end(terminal: Terminal, sentence: str, code: int) -> int:
    """Say the last word, if there is anyone left to hear it."""
    try:
        terminal.tell(*([sentence] if sentence else ()))
    except OSError:
        _hush()
    return code


def _hush() -> None:
    """Nobody takes what stdout still holds: let it go, so that Python does not complain about it while leaving."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, AttributeError, ValueError):
        pass


def _reason(error: OSError) -> str:
    from errno import errorcode

    return f"The disk or the terminal did not take it ({errorcode.get(error.errno or 0, 'no reason given')})."


def _place_of(error: Exception) -> str:
    """Which error, and where in our files; nothing of what the person wrote."""
    trace = error.__traceback__
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{os.path.basename(code.co_filename)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} in {place}"


def _chosen(terminal: Terminal, words: list[str]) -> int:
    name, rest = (words[0], words[1:]) if words else ("", [])
    if not name or name in verbs.PLACES:
        return _place(terminal, name or "today", rest)
    if name in (*parsing.HELP, "help", "--version"):
        return _about(terminal, name, rest)
    verb = verbs.find(name)
    if verb is None:
        raise WrongUse(parsing.no_such_verb(parsing.whole(name)))
    given = parsing.read(verb, rest)
    if given is None:
        from organizer.shell import helping

        helping.of_verb(terminal, verb)
        return 0
    if verb.name == "demo":
        return demo()
    shell = Shell(terminal, open_vault)
    try:
        return _function(verb)(shell, given)
    finally:
        shell.close()


def _about(terminal: Terminal, name: str, rest: list[str]) -> int:
    """`--version`, `--help` and `help [VERB]`."""
    verb = verbs.find(rest[0]) if rest else None
    if name == "--version":
        terminal.out(f"organizer {VERSION}")
        return 0
    from organizer.shell import helping

    if verb is None:
        helping.overview(terminal)
    else:
        helping.of_verb(terminal, verb)
    return 0


def _function(verb: verbs.Verb) -> Callable[[Shell, Given], int]:
    """The function of a verb, its module imported now and no sooner."""
    module = __import__(f"organizer.shell.{verb.module}", fromlist=["*"])
    found: Callable[[Shell, Given], int] = getattr(module, "list_" if verb.name == "list" else verb.name)
    return found


def open_vault(home: str = "") -> Kept:
    """The vault of a home, by default of the person's own.

    Raises `DiskTrouble`, `Damaged`, `Locked` or `Conflict` when it cannot be opened.
    """
    from pathlib import Path

    from data.vault import Vault

    return Vault.open(Path(home or paths.home()))


def _place(terminal: Terminal, place: str, rest: list[str]) -> int:
    if rest and rest[0] in parsing.HELP:
        return _about(terminal, "--help", [])
    if rest:
        raise WrongUse(f"Use it so: organizer {place}")
    _check_screen()
    return show_screen(open_vault(), place)


def _check_screen() -> None:
    """Raises `WrongUse` where no full screen can be drawn."""
    if sys.stdin is None or sys.stdout is None or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse(
            "The full screen needs a terminal to read from and to draw on. organizer --help shows the verbs."
        )
    if os.environ.get("TERM") == "dumb":
        raise WrongUse("This terminal (TERM=dumb) cannot draw the full screen. The verbs work here: organizer today.")


def show_screen(vault: Kept, place: str, fill: bool = False) -> int:
    """The full screen over a vault, until the person leaves it; gives the exit code.

    `fill` puts the made-up practice into it first.
    """
    import gc

    from organizer import clock
    from organizer.office import Office

    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", "240")
    office = Office(vault, clock.from_environment())
    try:
        if fill:
            from data.starter.demo import demo_records

            office.run("practice.fill", records=demo_records(office.clock.now()))
        from screens.app import run as run_app

        return run_app(office, place)
    finally:
        office.close()


def demo() -> int:
    """The full screen with a made-up practice, in a home that is removed however this ends."""
    _check_screen()
    import shutil
    import signal
    import tempfile

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), leave)
    home = tempfile.mkdtemp(prefix="organizer-demo-")
    try:
        return show_screen(open_vault(home), "today", fill=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
