"""The note of what went wrong in the program itself, kept in the home for whoever mends it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress


def note(path: str, lines: Iterable[str]) -> None:
    """Add lines to the file at `path`, readable by this account alone (0600). Never raises `OSError`: a note that
    cannot be kept must not hide what it is about."""
    with suppress(OSError), open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a") as file:
        file.write("\n".join(lines) + "\n")


def places(renderables: tuple[object, ...]) -> list[str]:
    """Where in the program it went wrong: kinds of error, files and lines, never a value."""
    lines = []
    for trace in (getattr(renderable, "trace", None) for renderable in renderables):
        for stack in trace.stacks if trace else ():
            lines.append(str(stack.exc_type))
            lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in stack.frames]
    return lines
