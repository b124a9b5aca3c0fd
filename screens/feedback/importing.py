"""A file of replies: named, looked at column by column, its words read where somebody may be named, and taken in."""

from __future__ import annotations

import glob
import os
from contextlib import suppress

from organizer import givenfile
from organizer.commands.feedback import again
from organizer.errors import OrganizerError
from organizer.feedback.columns import Column, columns
from organizer.feedback.holding import Said
from organizer.feedback.questions import questions
from organizer.feedback.reading import MOST_BYTES, Table, read
from organizer.feedback.taking import Gathered, gather, to_review
from organizer.views.naming import month_name
from organizer.views.people import everybody
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.ink import Part, shown
from screens.widgets.keybar import KEEP, UNDO
from screens.widgets.lane import Item

FOLDERS = ("~/Downloads", "~/Desktop", "~", ".")
NEXT = {"scale": "ten", "ten": "words", "words": "left", "left": "scale"}
SAID = {
    "scale": "1 to 5", "ten": "0 to 10", "words": "their words", "left": "left out", "time": "its month alone",
    "personal": "dropped at the door",
}  # fmt: skip
READING = ("read each first", "leave those out", "no words at all")
"""What becomes of words in which somebody may be named."""


class Files:
    """The CSV files nearby, the newest first, and whatever is typed."""

    title = "Take in a file of replies"
    placeholder = "a CSV file that an online form handed out"
    enter = "look at it"

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        found: dict[str, float] = {}
        for folder in FOLDERS:
            for ending in ("csv", "zip", "tsv"):
                for path in glob.glob(os.path.join(os.path.expanduser(folder), f"*.{ending}")):
                    with suppress(OSError):
                        found.setdefault(os.path.abspath(path), os.path.getmtime(path))
        self._near = sorted(found, key=lambda path: -found[path])[:50]

    def items(self, query: str) -> list[Item]:
        """What is typed, and the files whose name holds it."""
        typed = query.strip()
        rows = [Item(path, "file", path) for path in self._near if typed.lower() in path.lower()]
        own = [Item(typed, "file", typed)] if typed and ("/" in typed or "." in typed or not rows) else []
        return [*own, *rows] or [Item("", "", "Type where it was saved.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and its folder."""
        folder, name = os.path.split(item.data)
        return [(shown(name), "foreground")], [(shown(folder), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Read it, and show what it is."""
        if not item.key:
            return "Type the name of a file first."
        try:
            table = read(givenfile.data(item.key, MOST_BYTES))
        except OrganizerError as error:
            return str(error)
        desk = self._desk
        desk.call_later(lambda: desk.app.push_screen(Chooser(desk.office, desk.ink, Preview(desk, table))))
        return ""


class Preview:
    """What each column is, and what would be taken in; enter on a column makes it something else."""

    placeholder = "a column, to look for it"
    enter = "change, or take it in"
    stays = True

    def __init__(self, desk: Desk, table: Table) -> None:
        self._desk, self._table = desk, table
        self._columns: list[Column] = columns(table, questions(desk.office.practice))
        self._since = ""
        self._how = 0
        self._gather()
        known = again(desk.office.practice, self._found.months)
        later = [month for month in self._found.months if month > max(known, default="")]
        if known and later:
            self._since = later[0]
            self._gather()

    def _gather(self) -> None:
        practice, now = self._desk.office.practice, f"{self._desk.office.clock.now():%Y-%m}"
        known = questions(practice)
        self._all: Gathered = gather(self._table, self._columns, now, known, practice.day_first)
        self._found = gather(self._table, self._columns, now, known, practice.day_first, self._since)
        tool = f" of {self._table.tool}" if self._table.tool else ""
        self.title = f"A file{tool}: {self._found.many}"

    def items(self, query: str) -> list[Item]:
        """The columns, then what is taken."""
        low = query.strip().lower()
        rows = [Item(f"column:{one.at}", "column", one) for one in self._columns if low in one.head.lower()]
        since = f"from {self._name(self._since)} on" if self._since else f"all, {self._span()}"
        return [
            Item("", "group", "Columns"),
            *rows,
            Item("", "group", "What is taken in"),
            Item("since", "fact", ("Months", since)),
            Item("words", "fact", ("Words that may name somebody", READING[self._how])),
            Item("take", "take", "Take it in; the file is not kept"),
        ]

    def _span(self) -> str:
        months = self._all.months
        return " to ".join(dict.fromkeys(map(self._name, (*months[:1], *months[-1:])))) or "none yet"

    def _name(self, month: str) -> str:
        return month_name(month, self._desk.office.clock.now())

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A column and what it is."""
        if item.kind == "column":
            use = item.data.use
            spec = "faint" if use in ("personal", "left") else "foreground"
            return [(shown(item.data.head)[:70], spec)], [(SAID[use], "clay" if use == "personal" else "muted")]
        if item.kind == "fact":
            return [(item.data[0], "foreground")], [(item.data[1], "muted")]
        return [(item.data, "accent")], []

    def pick(self, item: Item, query: str) -> str:
        """The next thing a column may be, the next choice, or take it in."""
        self.stays = True
        if item.kind == "column":
            return self._turn(item.data)
        if item.key == "since":
            months = ("", *self._all.months[1:])
            self._since = months[(months.index(self._since) + 1) % len(months)] if self._since in months else ""
            self._gather()
        elif item.key == "words":
            self._how = (self._how + 1) % len(READING)
        elif item.key == "take":
            return self._take()
        return ""

    def _turn(self, column: Column) -> str:
        if column.use == "personal":
            return "That column is personal; it stays at the door, whatever it is called."
        if column.use == "time":
            return "Of the time the month is kept, and no more."
        self._columns[column.at] = column._replace(use=NEXT[column.use], question="")
        self._gather()
        return ""

    def _take(self) -> str:
        if not self._found.replies:
            return "There is no reply in it that can be taken in. Enter on a column says what it is."
        flagged = to_review(self._found.said, everybody(self._desk.office.practice))
        said = self._found.said if self._how < 2 else ()
        if flagged and self._how == 0:
            from screens.feedback.review import Review

            self.stays = False
            review = Review(self._desk, said, flagged, lambda words: self._keep(words))
            self._desk.call_later(review.go_on)
            return ""
        if flagged and self._how == 1:
            left = frozenset(flagged)
            said = tuple(one for at, one in enumerate(said) if at not in left)
        why = self._keep(said)
        self.stays = bool(why)
        return why

    def _keep(self, said: tuple[Said, ...]) -> str:
        found = self._found
        why = str(
            self._desk.attempt(
                "feedback.take",
                (),
                replies=found.replies,
                said=said,
                questions=found.questions,
                reviewed=True,
                again=bool(self._since),
            )
        )
        if not why:
            dropped = f" Dropped at the door: {', '.join(found.dropped)}." if found.dropped else ""
            offer = self._desk.offer
            kind = f" {offer.said}" if offer else ""
            self._desk.say(f"Feedback taken in; the file is not kept.{dropped}{kind}", KEEP if offer else UNDO)
        return why
