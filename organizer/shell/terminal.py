"""What is printed, and how wide it is: data on stdout, narration on stderr, plain text wherever it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from typing import Any, TextIO

LONGEST = 60
"""To how many cells a column of texts is filled up where nothing is cut; what is longer sticks out."""

SHORTEST = 24
"""How much of a text is worth more than the column beside it."""


class Terminal:
    """Where a verb prints. Lines are cut to `width` on a terminal; 0 means: never cut."""

    def __init__(self) -> None:
        # A background program may have been started without stdout.
        self._out: TextIO | None = sys.stdout
        self._err: TextIO | None = sys.stderr
        for stream, errors in ((self._out, "replace"), (self._err, "backslashreplace")):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors=errors)
        dumb = os.environ.get("TERM") == "dumb"
        tty = self._out is not None and self._out.isatty()
        self.width = _columns() if tty else 0
        self.bold = tty and not dumb and not os.environ.get("NO_COLOR")
        self.ascii = dumb or not _can_say("•→…", self._out)

    def out(self, *lines: str) -> None:
        """Data, line by line."""
        if self._out is not None:
            for line in lines:
                self._out.write(line + "\n")

    def json(self, value: Any) -> None:
        """Data for programs: JSON in UTF-8, whatever the locale says; each thing in a list has a line of its own."""
        from json import JSONEncoder

        if isinstance(self._out, TextIOWrapper):
            self._out.reconfigure(encoding="utf-8")
        self.out(_spread(value, JSONEncoder(ensure_ascii=False).encode))

    def pour(self, pieces: Iterable[str]) -> None:
        """Data of a file, piece by piece, in UTF-8. On a terminal, signs that would steer it are shown as U+FFFD."""
        if isinstance(self._out, TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", errors="backslashreplace")
        for piece in pieces if self._out is not None else ():
            shown = piece if not self.width or piece.isprintable() else "".join(map(_harmless, piece))
            self._out.write(shown)  # type: ignore[union-attr]

    def heading(self, text: str) -> None:
        """A line above others."""
        self.out(f"\x1b[1m{text}\x1b[0m" if self.bold else text)

    def tell(self, *lines: str) -> None:
        """Narration, after what was printed so far. On a terminal a long sentence goes on below, between two words."""
        self.flush()
        if self._err is not None:
            room = self.width if self._err.isatty() else 0
            for line in lines:
                self._err.write(wrapped(line, room) + "\n")
            self._err.flush()

    def flush(self) -> None:
        """Send off what was printed. Raises `OSError` when nobody takes it."""
        if self._out is not None:
            self._out.flush()

    def table(self, rows: Sequence[tuple[str, ...]], stretch: int) -> None:
        """Rows in aligned columns, empty ones left out.

        On a terminal, column `stretch` is cut so that a row fits; where that is not enough the last columns go.
        """
        kept = [at for at in range(len(rows[0]) if rows else 0) if any(row[at] for row in rows)]
        widths = {at: max(width_of(row[at]) for row in rows) for at in kept}
        if stretch in widths:
            room = LONGEST
            while self.width:
                room = self.width - sum(width + 2 for at, width in widths.items() if at != stretch)
                if room >= min(widths[stretch], SHORTEST) or kept[-1] == stretch:
                    break
                del widths[kept.pop()]
            widths[stretch] = min(widths[stretch], max(room, 1))
        for row in rows:
            cells = [self._fitted(row[at], widths[at]) if at == stretch else pad(row[at], widths[at]) for at in kept]
            self.out("  ".join(cells).rstrip())

    def _fitted(self, text: str, width: int) -> str:
        return pad(cut(text, width, "..." if self.ascii else "…") if self.width else text, width)

    def facts(self, pairs: list[tuple[str, str]], tell: bool = False) -> None:
        """Label and value, a line each, the values below each other."""
        size = max((len(label) for label, _ in pairs), default=0)
        lines = [f"  {label.ljust(size)}  {value}" for label, value in pairs]
        (self.tell if tell else self.out)(*lines)


def size(bytes: int) -> str:
    """How large something is, for people."""
    return f"{bytes:,} bytes" if bytes < 10_000 else f"{bytes / 1000:,.0f} kB"


class Lines(list[str]):
    """Things in a list that are JSON already."""


def _spread(value: Any, encode: Callable[[Any], str], margin: str = "\n") -> str:
    """JSON with a line for each part of an object and for each object in a list, however many parts that one has."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        parts = [f"{encode(name)}: {_spread(part, encode, inner)}" for name, part in value.items()]
        return f"{{{inner}{f',{inner}'.join(parts)}{margin}}}"
    if isinstance(value, list) and value and isinstance(value[0], dict):
        value = Lines(map(encode, value))
    if isinstance(value, Lines) and value:
        return f"[{inner}{f',{inner}'.join(value)}{margin}]"
    return encode(value)


def _harmless(char: str) -> str:
    return char if char in "\n\t" or char.isprintable() else "\ufffd"


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(1).columns or 80
    except OSError:
        return 80


def _can_say(text: str, stream: TextIO | None) -> bool:
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeError, LookupError):
        return False
    return True


def width_of(text: str) -> int:
    """How many cells a terminal gives the text: two for wide letters, none for marks on the letter before."""
    if text.isascii():
        return len(text)
    return sum(_cells(text))


def _cells(text: str) -> list[int]:
    """The cells of each character; what is joined to an emoji (U+200D) takes none of its own."""
    from unicodedata import combining, east_asian_width

    cells: list[int] = []
    joined = False
    for char in text:
        if joined or char in "\u200b\u200d\ufe0e\ufe0f" or combining(char) or "\U0001f3fb" <= char <= "\U0001f3ff":
            cells.append(0)
        else:
            cells.append(2 if east_asian_width(char) in "WF" else 1)
        joined = char == "\u200d"
    return cells


def wrapped(text: str, width: int) -> str:
    """The text in as many lines as it takes; a word that is too long for one stands as it is. 0: in one."""
    if not width or width_of(text) <= width:
        return text
    first, *rest = text.split(" ")
    lines = [first]
    for word in rest:
        if width_of(lines[-1]) + 1 + width_of(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return "\n".join(lines)


def pad(text: str, width: int) -> str:
    """The text with spaces up to a width."""
    return text + " " * (width - width_of(text))


def cut(text: str, width: int, ellipsis: str = "…") -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width_of(text) <= width:
        return text
    room, size = width - len(ellipsis), 0
    cells = [1] * len(text) if text.isascii() else _cells(text)
    for at, cell in enumerate(cells):
        size += cell
        if size > room:
            return text[:at].rstrip() + ellipsis
    return text
