"""Everything taken along, in each of the formats: text, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from organizer.errors import WrongUse
from organizer.practice import Practice

FORMATS = ("json", "csv", "markdown")
NOT_SEALED = "It is not sealed: whoever can open the file can read it."


def pieces(practice: Practice, form: str, now: datetime, zone: str = "", what: str = "") -> Iterator[str]:
    """The text of a format; `what` is which part of the practice, "" for the usual. Raises `WrongUse`."""
    if form == "json":
        from organizer.exchange import own

        if what:
            raise WrongUse("json takes everything along; --what is for csv and markdown.")
        return own.export(practice)
    if form == "csv":
        from organizer.exchange import tables

        return tables.export(practice, now, zone, what)
    if form == "markdown":
        from organizer.exchange import marking

        return marking.export(practice, now, zone, what)
    raise WrongUse(f"The formats are: {', '.join(FORMATS)}.")


def in_file(form: str, made: Iterator[str]) -> Iterator[str]:
    """The text as it stands in a file: CSV begins with a mark that tells Excel how to read it."""
    if form == "csv":
        from organizer.exchange.cells import MARK

        yield MARK
    yield from made
