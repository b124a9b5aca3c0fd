"""What a line becomes, and the text that is safe to show."""

import re
from typing import NamedTuple

from organizer.records import Repeat

_UNSAFE = r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"


class Span(NamedTuple):
    """Characters of the typed line that were read as something.

    `what` is kind, due, repeat, reminders, someday, area, estimate, dread, signifier, step or tag.
    """

    start: int
    end: int
    what: str


class Draft(NamedTuple):
    """What a line would become: the fields of an entry that were read, and where they stand in the line.

    `due` is ISO, `area` the id of an area, `estimate` in minutes, `dread` 0 to 3. What comes back has a `repeat`,
    and is due when it first does. `reminders` are all that were asked for, the longest before the due first.
    """

    text: str
    kind: str = "task"
    due: str | None = None
    area: str = ""
    estimate: int | None = None
    dread: int = 0
    signifiers: tuple[str, ...] = ()
    step: str = ""
    tags: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    repeat: Repeat | None = None
    reminders: tuple[str, ...] = ()
    someday: bool = False


def clean(text: str) -> str:
    """Text that is safe to show, of the same length: control characters as their pictures, lone surrogates U+FFFD."""
    return text if text.isprintable() else re.sub(_UNSAFE, _shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 127:
        return "\u2421"
    return chr(0x2400 + code) if code < 32 else "\ufffd"
