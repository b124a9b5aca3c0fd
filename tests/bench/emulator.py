"""What a modern terminal does with a program's bytes: answers its questions, and keeps a screen of cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyte
from wcwidth import wcwidth

# An escape sequence that is not complete yet, at the end of what was read.
INCOMPLETE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|[ -/]*)?$")
QUESTION = re.compile(rb"\x1b\[([?>=]?[0-9;]*\$?[cnpqtu])|\x1b\](1[0-2]);\?(?:\x07|\x1b\\)|\x1bP(\+q)[^\x1b]*\x1b\\")
# What pyte would print or choke on: private and intermediate CSI, OSC, DCS and APC strings, colons in SGR.
UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]|\x1b\[[?0-9;:]*[ -/]+[@-~]|\x1b\[\?[0-9;:]*[^hlJK0-9;: -/]"
    rb"|\x1b\[[0-9;]*:[0-9;:]*m|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>]"
)
OTHER_SCREEN = re.compile(rb"\x1b\[\?(?:1049|1047|47)[hl]")
MODES = {1, 7, 12, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026}


def answers(data: bytes, columns: int, rows: int) -> Iterator[bytes]:
    """What the terminal says to every question in the bytes."""
    for found in QUESTION.finditer(data):
        control, color, termcap = found.groups()
        if color:
            shade = "e0e0/e0e0/e0e0" if color == b"10" else "1e1e/1e1e/1e1e"
            yield f"\x1b]{color.decode()};rgb:{shade}\x1b\\".encode()
        elif termcap:
            yield b"\x1bP0+r\x1b\\"
        elif control.endswith(b"$p"):
            private, mode = control[:-2].startswith(b"?"), control[:-2].lstrip(b"?")
            known = private and mode.isdigit() and int(mode) in MODES
            yield b"\x1b[%s%s;%d$y" % (b"?" * private, mode, 2 if known else 0)
        else:
            yield _fixed(columns, rows).get(control.decode(), b"")


def _fixed(columns: int, rows: int) -> dict[str, bytes]:
    """The questions that have one answer."""
    attributes = b"\x1b[?62;22c"
    return {
        "c": attributes,
        "0c": attributes,
        ">c": b"\x1b[>0;276;0c",
        ">0c": b"\x1b[>0;276;0c",
        ">q": b"\x1bP>|bench\x1b\\",
        "5n": b"\x1b[0n",
        "6n": b"\x1b[1;1R",
        "?u": b"\x1b[?0u",
        "?996n": b"\x1b[?997;1n",
        "14t": b"\x1b[4;%d;%dt" % (rows * 20, columns * 10),
        "16t": b"\x1b[6;20;10t",
        "18t": b"\x1b[8;%d;%dt" % (rows, columns),
    }


class Emulator:
    """A screen of `columns` x `rows` cells that knows how many of them a chunk of bytes changed."""

    def __init__(self, columns: int, rows: int) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._before = [self._row(y) for y in range(rows)]

    def feed(self, data: bytes) -> int:
        """Draw; gives the number of cells that look different now."""
        cleared = OTHER_SCREEN.sub(b"\x1b[m\x1b[H\x1b[2J", data)
        self._stream.feed(UNKNOWN.sub(b"", cleared))
        changed = 0
        for y in self._screen.dirty:
            if y < len(self._before):
                row = self._row(y)
                changed += sum(one != other for one, other in zip(row, self._before[y], strict=True))
                self._before[y] = row
        self._screen.dirty.clear()
        return changed

    def _row(self, y: int) -> list[object]:
        line = self._screen.buffer[y]
        return [line[x] for x in range(self._screen.columns)]

    def text(self) -> str:
        """The letters on the screen, a line a row."""
        try:
            return "\n".join(line.rstrip() for line in self._screen.display)
        except IndexError:  # the second half of a wide letter, whose first was written over: pyte has no picture of it
            self._mend()
            return "\n".join(line.rstrip() for line in self._screen.display)

    def _mend(self) -> None:
        """Such a half is a blank, as on any terminal."""
        for y in range(self._screen.lines):
            line = self._screen.buffer[y]
            for x in range(self._screen.columns):
                if not line[x].data and not self._wide(y, x - 1):
                    line[x] = line[x]._replace(data=" ")

    def _wide(self, y: int, x: int) -> bool:
        return x >= 0 and wcwidth(self._screen.buffer[y][x].data[:1] or " ") == 2
