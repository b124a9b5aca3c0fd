"""A list from elsewhere, taken apart: which columns it has, and its rows, each with the line it began in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import NamedTuple

from organizer.errors import Damaged, WrongUse
from organizer.exchange.cells import untamed
from organizer.exchange.columns import LISTS, column_of, list_of

UNCHANGED = "Nothing was changed."


class Line(NamedTuple):
    """One row: the line in the file in which it begins, and what it says by our columns."""

    number: int
    said: dict[str, str]


class Sheet(NamedTuple):
    """What was read: the columns that were understood (theirs, ours), those that were not, how many rows were left
    out as they are no tasks, and the rest; and `what` it is a list of, one of `columns.LISTS`."""

    columns: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    left: int
    lines: tuple[Line, ...]
    what: str = "tasks"


def text_of(data: bytes) -> str:
    """The text of a file: UTF-8, UTF-16 if it says so, else as Windows wrote it of old. Raises `Damaged`."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\0" in data or data[:2] == b"\xff\xfe":
        raise Damaged(f"The file is not a text. {UNCHANGED}")
    return data.decode("cp1252", "replace")


def read_csv(data: bytes) -> Sheet:
    """The rows of a CSV file, whatever parts its cells. Raises `Damaged`, `WrongUse`."""
    text = text_of(data)
    first, _, rest = text.partition("\n")
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        text, skipped = rest, 1
    delimiter = _delimiter(text)
    try:
        rows = [(number + skipped, row) for number, row in _rows(text, delimiter) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Damaged(f"The file cannot be read as CSV: {error}. {UNCHANGED}") from None
    if not rows:
        raise WrongUse(f"There is nothing in the file. {UNCHANGED}")
    return _sheet(rows[0][1], rows[1:])


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row, and the line in which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    for row in reader:
        yield number, [untamed(cell) for cell in row]
        number = reader.line_num + 1


def _delimiter(text: str) -> str:
    """What parts the cells: with it, the most columns of the first row are known."""

    def known(delimiter: str) -> tuple[int, int]:
        try:
            names = next((row for _, row in _rows(text, delimiter) if any(row)), [])
        except csv.Error:
            return -1, 0
        return max(sum(bool(column_of(name, what)) for name in names) for what in LISTS), len(names)

    return max(",;\t", key=known)


def _sheet(names: list[str], rows: list[tuple[int, list[str]]]) -> Sheet:
    what = list_of(names)
    columns = [column_of(name, what) for name in names]
    columns = [ours if columns.index(ours) == at else "" for at, ours in enumerate(columns)]
    if "text" not in columns:
        told = ", ".join(name.strip()[:30] for name in names[:8])
        raise WrongUse(f"No column is called text, title or task; there are: {told}. {UNCHANGED}")
    lines = []
    for number, row in rows:
        if any(cell.strip() for cell in row[len(names) :]):
            raise Damaged(f"Line {number:,} has more cells than the first line has names. {UNCHANGED}")
        lines.append(Line(number, {ours: cell for ours, cell in zip(columns, row, strict=False) if ours}))
    tasks = [line for line in lines if what != "tasks" or line.said.get("type", "task").strip().lower() in ("", "task")]
    return Sheet(
        tuple((name.strip(), ours) for name, ours in zip(names, columns, strict=True) if ours),
        tuple(name.strip() for name, ours in zip(names, columns, strict=True) if not ours and name.strip()),
        len(lines) - len(tasks),
        tuple(tasks),
        what,
    )
