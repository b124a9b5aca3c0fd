"""Cells of a spreadsheet: written so that no program takes one for a formula, and read back as they were.

A cell that begins as a formula may (with = + - @, a tab or a return, in whatever width or behind spaces) gets an
apostrophe before it; reading takes one away from such cells, and from no other. So what is written comes back sign for
sign. https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

MARK = "\N{BYTE ORDER MARK}"
"""Before a file of UTF-8, so that Excel reads it as that; LibreOffice and Numbers need none and mind none."""

NOTHING_YET: list[str] = []
"""In the place of a row, while there is none to write."""

_ACTIVE = re.compile("'*(?:[\\s\ufeff\u200b-\u200f]*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])")


def tame(cell: str) -> str:
    """A cell as it is written."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def untamed(cell: str) -> str:
    """A cell as it was before it was written."""
    return cell[1:] if cell[:1] == "'" and _ACTIVE.match(cell) else cell


def lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Rows as lines of CSV, each with its line end; "" for a row that is none yet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # what is in the end of a line is quoted in a cell
    for row in rows:
        if not row:
            yield ""
            continue
        writer.writerow([tame(cell) for cell in row])
        yield out.getvalue()[:-2] + "\n"
        out.seek(0)
        out.truncate()
