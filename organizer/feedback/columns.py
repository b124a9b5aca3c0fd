"""What each column of a file is: a time, something personal that is left at the door, a scale, or words."""

from __future__ import annotations

import re
from typing import NamedTuple

from organizer.feedback.questions import plain, same
from organizer.feedback.reading import Table
from organizer.feedback.scores import labelled, number
from organizer.lint import look
from organizer.records.feedback import Question

USES = ("scale", "ten", "words", "time", "personal", "left")
"""What a column can be: taken as a scale of five, of ten, or as words; read for its month; dropped as personal, or
left out for another reason."""
TAKEN = ("scale", "ten", "words")
SAMPLE = 400
"""Rows that are looked at to tell what a column is."""

_WORDS = (
    "user ?name|(?:first|last|full|your|middle|family|sur|client|patient|display|nick)[ -]?name|surname|initials",
    "e-?mail(?: address)?|phone|telephone|mobile|cell|contact(?: info\\w*| details)?|address|street|city",
    "zip(?: code)?|postal ?code|location|geo\\w*|latitude|longitude|ip|ip address|device|user agent|browser|referrer",
    "(?:respondent|collector|submission|response|user|client|member|record|network|session) ?id|client code",
    "custom data(?: \\d+)?|token|edit (?:link|url)|last modified(?: time)?|date modified|signature|ssn|mrn",
    "date of birth|dob|birth ?da(?:y|te)|age|gender|sex|pronouns?|race|ethnicity|diagnosis|insurance(?: id| number)?",
)
_PERSONAL = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_LEAVE = re.compile(
    r"\b(?:your (?:full |first )?name|e-?mail|phone|reach you|contact you|date of birth)\b", re.IGNORECASE
)
"""What a question asks that wants to know who one is."""
_WHOLE = frozenset(("id", "name", "#", "no", "nr", "number", "code", "start time", "start date", "ip", "score"))
_TIME = frozenset(
    (
        "timestamp", "completion time", "end date", "submission date", "date submitted", "submitted at", "submit date",
        "date created", "date", "submitted", "time",
    )
)  # fmt: skip
"""Headings of the time that counts, the best first among `_BEST`."""
_BEST = ("completion time", "end date", "timestamp", "submission date", "submitted at", "date submitted", "submit date")
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{8,}|(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}", re.I)


class Column(NamedTuple):
    """A column: where it stands, its heading, what it is, and the question that it answers ("" for a new one)."""

    at: int
    head: str
    use: str
    question: str = ""


def columns(table: Table, known: list[Question]) -> list[Column]:
    """What the columns seem to be. What is personal stays so whatever anyone says of it later."""
    found = [_column(table, at, head, known) for at, head in enumerate(table.heads)]
    times = [one for one in found if one.use == "time"]
    if times:
        best = min(times, key=lambda one: _BEST.index(_bare(one.head)) if _bare(one.head) in _BEST else 99)
        found = [one._replace(use="personal") if one.use == "time" and one != best else one for one in found]
    return found


def _bare(head: str) -> str:
    return " ".join(head.casefold().replace("_", " ").split()).strip(" :*?")


def personal(head: str) -> bool:
    """Whether a heading is of something that points to a person, or to when they sat down."""
    bare = _bare(head)
    if bare in _WHOLE:
        return True
    return len(bare.split()) <= 6 and bool(_PERSONAL.search(bare)) and not _asks(bare)


def _asks(bare: str) -> bool:
    """Whether a heading with such a word in it asks how something was: "How easy is our address to find"."""
    return bare.split()[0] in (
        "how",
        "was",
        "were",
        "is",
        "are",
        "do",
        "did",
        "i",
        "we",
        "our",
        "the",
        "please",
        "rate",
    )


def _column(table: Table, at: int, head: str, known: list[Question]) -> Column:
    cells = [row[at] for row in table.rows[:SAMPLE] if row[at]]
    if _bare(head) in _TIME:
        return Column(at, head, "time")
    if personal(head) or _points_to_people(cells):
        return Column(at, head, "personal")
    asked = same(known, words_of(head))
    use = _use(head, cells)
    if asked and not (asked.kind == "scale" and use == "ten"):
        return Column(at, head, asked.kind, asked.id)
    if use in ("words", "left") and _LEAVE.search(head) and not _bare(head).startswith("how"):
        return Column(at, head, "personal")
    return Column(at, head, use)


def _points_to_people(cells: list[str]) -> bool:
    """Whether most of the cells are an address, a number or an id that is somebody's, or are a name and no more."""
    some = cells[:50]
    if not some:
        return False
    marked = sum(bool(_ID.fullmatch(cell)) or _is_one(cell) for cell in some)
    return marked * 2 > len(some)


def _is_one(cell: str) -> bool:
    """Whether a cell is one name, address or number and nothing else."""
    if len(cell) > 60:
        return False
    return any(found.end - found.start >= len(cell) - 2 for found in look(cell))


def _use(head: str, cells: list[str]) -> str:
    if not cells:
        return "left"
    numbers = [number(cell) for cell in cells if len(cell) < 60]
    said = [one for one in numbers if one is not None]
    if len(said) == len(cells) and all(one <= 10 for one in said):
        wide = any(one == 0 or one > 5 for one in said)
        return "ten" if wide or _recommends(head) else "scale"
    points = sum(labelled(cell) is not None or (number(cell) or 11) <= 5 for cell in cells if len(cell) < 60)
    if points * 10 >= len(cells) * 8:
        return "scale"
    if sum(sum(map(str.isalpha, cell)) > 1 for cell in cells) * 2 < len(cells):
        return "left"  # numbers, dates, lengths of time
    few = len(set(cells)) <= max(2, len(cells) // 4) and max(map(len, cells)) < 60 and len(cells) >= 5
    return "left" if few else "words"


def _recommends(head: str) -> bool:
    words = plain(head)
    return "recommend" in words or "0 10" in words


def words_of(head: str) -> str:
    """A heading as the words of a question: of a grid its line."""
    for begin, end in (("[", "]"), (">>", "")):
        before, mark, line = head.rpartition(begin)
        if mark and before and line.endswith(end):
            return line.removesuffix(end).strip() if end or line.strip() else head
    return head
