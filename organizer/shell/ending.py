"""How a run ends: every error becomes one sentence and an exit code, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from organizer.errors import OrganizerError
from organizer.shell.terminal import Terminal


def guarded(terminal: Terminal, act: Callable[[], int]) -> int:
    """Do it; gives its exit code, or that of what went wrong (organizer/errors.py, docs/cli.md)."""
    try:
        code = act()
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
    """Which error, and where in the code; nothing of what the person wrote."""
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} in {place}"
