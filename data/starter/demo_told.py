"""The way in of the made-up practice with its snags, and what its clients tell: all invented."""

from __future__ import annotations

from collections.abc import Callable

from organizer.records import Entry, Record
from organizer.records.feedback import Comment, Heeded, Held, Round, Tally
from organizer.records.path import Snag, Walk

Moment = Callable[[str], str]
"""A day of the made-up practice ("-2d", "fri 16:00") -> ISO."""

SNAGS = (
    ("ask", "the greeting does not say when we call back", 3, "-6d 09:20", "", ""),
    ("prepare", "14 pages, on paper, in the waiting room", 5, "-30d 10:00", "Put the intake forms online", ""),
    ("prepare", "asks for insurance twice", 3, "-30d 10:05", "", ""),
    ("prepare", "no one says which forms are optional", 2, "-6d 09:30", "", ""),
    ("arrive", "the bell is hard to find in the dark", 3, "-30d 10:10", "", ""),
    ("pay", "the statement does not name the session", 2, "-6d 09:40", "", ""),
    ("pay", "whom to ask about a bill is nowhere said", 4, "-30d 10:20", "", ""),
    ("find", "the website says nothing about a fee", 4, "-90d 11:00", "", "the fee stands on the first page"),
    ("meet", "the lamp hums", 1, "-30d 10:30", "", "a new lamp"),
)
"""Stop, how it is, weight, since when, the task, and how it is now."""
BEFORE = {"find": 4, "ask": 0, "book": 0, "prepare": 10, "arrive": 3, "meet": 1, "pay": 4, "stay": 0, "goodbye": 0}
COUNTS = {
    "": ((11,), (12,)),
    "heard": ((0, 0, 1, 5, 5), (0, 0, 1, 4, 7)),
    "goals": ((0, 0, 2, 6, 3), (0, 0, 1, 6, 5)),
    "fit": ((0, 0, 2, 4, 5), (0, 0, 1, 5, 6)),
    "ease": ((1, 3, 4, 2, 1), (0, 3, 4, 3, 2)),
    "recommend": ((0, 0, 0, 0, 0, 0, 1, 1, 3, 3, 3), (0, 0, 0, 0, 0, 0, 0, 1, 3, 3, 5)),
}
"""Of each question the answers of two quarters."""
WORDS = (
    "You were the only ones who called back.",
    "The forms took me an hour, and asked for the same card twice.",
    "I never feel rushed here.",
    "A sign at the side door would help.",
    "I was not sure whom to ask about the bill.",
    "Warm, and on time.",
)
MONTHS = (("-190d", "-110d"), ("-100d", "-20d"))


def told(
    entries: list[Entry], moment: Moment, uuid_of: Callable[[str], str], id_of: Callable[[str], str]
) -> list[Record]:
    """All of them as of a moment; a snag knows the task of that text."""
    tasks = {entry.text: entry.id for entry in entries}
    made: list[Record] = []
    for stop, text, weight, since, task, after in SNAGS:
        uuid = uuid_of(f"snag {text}")
        closed = f"{moment('-3d 16:00')}:00" if after else None
        at = f"{moment(since)}:00"
        made.append(Snag(id_of(uuid), uuid, stop, text, weight, tasks.get(task, ""), at, closed, after))
    uuid = uuid_of("walk")
    begun = f"{moment('-29d 09:00')}:00"
    made.append(Walk(id_of(uuid), uuid, begun, begun, tuple(BEFORE), tuple(BEFORE.items())))
    for question, quarters in COUNTS.items():
        for counts, (first, last) in zip(quarters, MONTHS, strict=True):
            uuid = uuid_of(f"tally {question} {first}")
            made.append(Tally(id_of(uuid), uuid, question, moment(first)[:7], moment(last)[:7], counts))
    for text in WORDS:
        uuid = uuid_of(f"comment {text}")
        made.append(Comment(id_of(uuid), uuid, "open", text))
    uuid = uuid_of("heeded")
    said = "nobody says when you call back"
    made.append(Heeded(id_of(uuid), uuid, said, "one working day, even when we are full", moment("-40d")[:10]))
    uuid = uuid_of("round")
    made.append(Round(id_of(uuid), uuid, f"Spring {moment('-70d')[:4]}", moment("-70d")[:10], moment("-20d")[:10]))
    months = tuple(sorted({moment(day)[:7] for ends in MONTHS for day in ends}))
    return [*made, Held("held", months=months)]
