"""What moves to the archive: what was over with three months ago. Pure rules, one for each table that has any.

A table without a rule stays at hand for ever, whole. A rule is asked of documents as they are stored, so that what a
newer version wrote moves as well.
"""

from __future__ import annotations

from collections.abc import Callable

from organizer.records import CLOSED, Doc

MONTHS = 3
"""What was over before that may go. At hand is a quarter back: it is all read before the first picture."""

RECENT = 13
"""Months of the archive in which one looks for something without being asked: a year, and some weeks."""


def horizon(now: str, months: int = MONTHS) -> str:
    """The ISO date so many months before a moment: what was over before it may go; "" when it is no date."""
    try:
        year, month = int(now[:4]), int(now[5:7])
    except ValueError:
        return ""
    year, month = divmod(year * 12 + month - 1 - months, 12)
    return f"{year:04d}-{month + 1:02d}-{now[8:10] or '01'}" if year > 0 else ""


def over(table: str, doc: Doc) -> str:
    """Since when a document is over with, an ISO date; "" as long as it may be wanted on the pages of now."""
    rule = RULES.get(table)
    try:
        found = rule(doc)[:10] if rule else ""
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return ""  # nothing this version understands: it stays
    return found if found.isascii() and found[:4].isdecimal() and found[4:5] == "-" else ""


def pages(table: str, doc: Doc) -> list[str]:
    """The pages of the journal on which a document stands, or stood."""
    try:
        return [place["page"] for place in doc.get("placements", ())] if table == "entries" else []
    except (AttributeError, KeyError, TypeError):
        return []


def _entry(doc: Doc) -> str:
    """A task once it is closed; an event or a note when its last page or day is past."""
    closed = doc.get("stage") in CLOSED
    if not closed and (doc.get("kind", "task") == "task" or doc.get("repeat")):
        return ""
    places = [(page, state) for page, state in ((p["page"], p.get("state", "here")) for p in doc.get("placements", ()))]
    ends = [_end(page) for page, _ in places]
    if any(state == "here" and not end for (_, state), end in zip(places, ends, strict=True)):
        return ""  # on a page without a date, which is read at any time
    days = [doc.get("closed"), *ends]
    if not closed:
        days += [doc.get("created"), doc.get("due"), doc.get("start"), doc.get("nudge")]
    return max((day for day in days if day), default="") or str(doc.get("created", ""))


def _end(page: str) -> str:
    """The last day of a page of the journal; "" of one that has no date."""
    day = page.partition(":")[2]
    if not day[:4].isdecimal() or len(day) < 4:
        return ""
    return day if len(day) == 10 and day[4] == "-" else f"{day}-31" if day[5:].isdecimal() else f"{day[:4]}-12-31"


def _day(doc: Doc) -> str:
    return str(doc["id"])


def _commitment(doc: Doc) -> str:
    """A promise once nothing can be done with it any more, since its last step. What is kept can be promised again as
    long as it is at hand; what is put right stays until it is closed."""
    last = doc["steps"][-1]
    ended = last["kind"] in ("decline", "keep", "accept", "release", "revoke", "close", "give up")
    return str(last["at"]) if ended and not doc.get("repeat") else ""


def _win(doc: Doc) -> str:
    """A win is of its day. What it counts for stays at hand in the jar of its month, and so do all rewards."""
    return str(doc["at"])


def _inquiry(doc: Doc) -> str:
    """An inquiry once it is answered for good: neither waiting, nor to be tried again, nor on the waitlist."""
    last = doc["answers"][-1]
    return "" if last["outcome"] in ("left word", "waitlist") else str(last["at"])


def _quiet(doc: Doc) -> str:
    return str(doc["closed"]) if doc.get("outcome") else ""


def _run(doc: Doc) -> str:
    """A time through a ritual when it ended; one that was left before its end lies where it was begun."""
    return str(doc.get("done") or doc["begun"])


def _answer(doc: Doc) -> str:
    return str(doc["at"])


RULES: dict[str, Callable[[Doc], str]] = {
    "entries": _entry,
    "days": _day,
    "commitments": _commitment,
    "wins": _win,
    "inquiries": _inquiry,
    "quiet": _quiet,
    "runs": _run,
    "answers": _answer,
}
"""For each table, since when one of its documents is over with; "" when it is not."""
