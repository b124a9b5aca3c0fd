"""A file of replies as a table of texts: whatever its bytes, its delimiter, and how many rows its head has.

Nothing in it is evaluated: a formula is text like any other. The file itself is not kept.
"""

from __future__ import annotations

import csv
import io
from typing import NamedTuple

from organizer.errors import WrongUse

MOST_BYTES, MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 64_000_000, 200_000, 500, 20_000
"""What is read of a file at most; and of a cell."""
EXCEL = "This is an Excel file. Open it there, save it as CSV UTF-8, and take that one in."


class Table(NamedTuple):
    """The file: a heading for each column, the rows below, each as long as the head, and which tool it is of, ""
    where that does not show."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tool: str = ""


def read(data: bytes) -> Table:
    """The table in the bytes of a file. Raises `WrongUse` with what is the matter and what can be done."""
    if len(data) > MOST_BYTES:
        raise WrongUse("This file is larger than any file of replies. Check that it is the right one.")
    if data[:2] == b"PK":
        data = _unpacked(data)
    rows = _records(_text(data))
    if not rows:
        raise WrongUse("There is nothing in this file.")
    if len(rows) > MOST_ROWS or max(map(len, rows)) > MOST_COLUMNS:
        raise WrongUse("This file is larger than any file of replies. Check that it is the right one.")
    heads, below = _heads(rows)
    body = tuple(_as_long(row, len(heads)) for row in below if any(row))
    if not body:
        raise WrongUse("This file has a head and no replies below it.")
    return Table(heads, body, _tool(heads))


def _unpacked(data: bytes) -> bytes:
    """The one CSV file in a zip, as one tool hands it out."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            names = [name for name in pack.namelist() if not name.startswith("__MACOSX")]
            if any(name.startswith("xl/") for name in names):
                raise WrongUse(EXCEL)
            found = [name for name in names if name.lower().endswith((".csv", ".tsv", ".txt"))]
            if len(found) != 1 or pack.getinfo(found[0]).file_size > MOST_BYTES:
                raise WrongUse("There is not one CSV file in this zip. Unpack it, and take in the CSV itself.")
            with pack.open(found[0]) as file:
                return file.read(MOST_BYTES)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise WrongUse("This zip cannot be read. Unpack it, and take in the CSV itself.") from None


def _text(data: bytes) -> str:
    """The text, by its mark, or as UTF-8, or as Windows writes it."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = data.decode("utf-16", "replace")
    elif data[:3] == b"\xef\xbb\xbf":
        text = data[3:].decode("utf-8", "replace")
    elif b"\0" in data[:200]:
        text = data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\0", "").removeprefix("\ufeff")


def _records(text: str) -> list[list[str]]:
    first, _, rest = text.partition("\n")
    said = first.strip().lower()
    if said.startswith("sep=") and len(said) == 5:  # a line of Excel's own
        return _parsed(rest, said[4])
    return _parsed(text, _delimiter(text))


def _delimiter(text: str) -> str:
    """The one by which the first rows have the most columns, and all of them the same number."""
    best, found = (0, 0), ","
    for char in ",;\t|":
        rows = _parsed(text[:100_000], char, 50)
        widths = [len(row) for row in rows[: max(1, len(rows) - 1)] if any(row)]
        if widths and max(widths) > 1:
            usual = max(set(widths), key=widths.count)
            even = widths.count(usual) * 10 // len(widths)
            if (even, usual) > best and usual > 1:
                best, found = (even, usual), char
    return found


def _parsed(text: str, delimiter: str, most: int = MOST_ROWS + 3) -> list[list[str]]:
    """The rows of a text; cells of several lines are one cell, and none is longer than it may be."""
    csv.field_size_limit(MOST_BYTES)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append([cell.strip()[:MOST_LETTERS] for cell in row])
            if len(rows) >= most:
                break
    except csv.Error:
        raise WrongUse("This is not a CSV file that can be read. Export it once more, as CSV.") from None
    while rows and not any(rows[0]):
        del rows[0]
    return rows


_BELOW = ("response", "open-ended response", "other (please specify)")


def _heads(rows: list[list[str]]) -> tuple[tuple[str, ...], list[list[str]]]:
    """The headings, and the rows below them. A second row of heads says what belongs to a question: the lines of a
    grid; a blank heading repeats the question to the left."""
    width = max(len(row) for row in rows[:50])
    first = _as_long(rows[0], width)
    if not _two_rows(rows, width):
        return tuple(head or f"Column {at}" for at, head in enumerate(first, 1)), rows[1:]
    heads, last = [], ""
    for head, below in zip(first, _as_long(rows[1], width), strict=True):
        last = head or last
        heads.append(last if below.casefold() in ("", *_BELOW) else f"{last} [{below}]")
    return tuple(heads), rows[2:]


def _two_rows(rows: list[list[str]], width: int) -> bool:
    if len(rows) < 2:
        return False
    first, second = _as_long(rows[0], width), _as_long(rows[1], width)
    if any(cell.casefold() in _BELOW[:2] for cell in second):
        return True
    known = first[0].casefold() in ("respondent id", "respondentid") or "collector id" in map(str.casefold, first)
    return known and not second[0] and any(second)


def _as_long(row: list[str] | tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*row[:width], *("" for _ in range(width - len(row))))


def _tool(heads: tuple[str, ...]) -> str:
    """Which tool the file is of, by the columns it adds."""
    names = {head.casefold() for head in heads}
    if {"respondent id", "collector id"} & names:
        return "SurveyMonkey"
    if "submission date" in names or "submission id" in names:
        return "Jotform"
    if {"start time", "completion time"} <= names:
        return "Microsoft Forms"
    return "Google Forms" if heads[0].casefold() == "timestamp" else ""
