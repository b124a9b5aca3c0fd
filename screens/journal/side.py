"""The right column of a journal page: the month, the collections, and the key to the signs."""

from __future__ import annotations

from textual.strip import Strip

from organizer.office import Office
from organizer.views.habits import weekday
from organizer.views.index import collections
from organizer.views.months import CalendarDay, calendar
from organizer.views.naming import month_name, shift_month
from organizer.views.weeks import first_weekday
from screens.ink import Ink, Part, shown
from screens.journal.leaf import Place
from screens.widgets.lane import Item

WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
SHOWN = 7
"""How many collections are listed beside a page."""


class Side:
    """Rows of the right lane. Weeks are clicked by their cells; collections and the index are chosen like any row."""

    def __init__(self, journal: Place) -> None:
        self.journal = journal
        self.office: Office = journal.office
        self.ink: Ink = journal.ink

    @property
    def month(self) -> str:
        """The month that is shown."""
        return self.journal.month

    def items(self) -> list[Item]:
        """The month, the collections, the key."""
        gap = [Item("", "blank")] * (1 if self.journal.short else 2)
        after = [] if self.journal.short else [Item("", "blank")]
        items = [Item("", "month"), *after, Item("", "weekdays"), *self._weeks(), *gap]
        found = collections(self.office.practice)
        items += [Item("", "title", ("Collections", "page" if found else "")), *after]
        items += [Item(f"page:{line.page}", "collection", line) for line in found[:SHOWN]]
        if not found:
            items.append(Item("", "quiet", "None yet."))
        items += [*after, Item("index", "index", len(found) - SHOWN), *gap]
        items += [Item("", "title", ("Key", "")), *after, *self._key()]
        return items

    def _weeks(self) -> list[Item]:
        days = calendar(self.office.practice, self.month)
        first = (weekday(self.month, 1) - first_weekday(self.office.practice)) % 7
        cells: list[CalendarDay | None] = [*[None] * first, *days]
        return [Item("", "week", cells[start : start + 7]) for start in range(0, len(cells), 7)]

    def _key(self) -> list[Item]:
        signs = self.ink.signs
        pairs = [
            (signs.task, "task"), (signs.done, "done"), (signs.moved, "moved"), (signs.scheduled, "scheduled"),
            (signs.let_go, "let go"), (signs.event, "event"), (signs.note, "note"), (signs.priority, "priority"),
            (signs.idea, "idea"), (signs.investigate, "look into it"),
        ]  # fmt: skip
        own = list(self.office.practice.own_signs().items())
        half = 5
        rows = [Item("", "key", (pairs[at], pairs[at + half])) for at in range(half)]
        for at in range(0, len(own), 2):
            rows.append(Item("", "key", (own[at], own[at + 1] if at + 1 < len(own) else ("", ""))))
        return rows

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """One row each."""
        return 1

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """A row."""
        return [self._row(item, width, focused)]

    def _row(self, item: Item, width: int, focused: bool) -> Strip:
        ink, signs = self.ink, self.ink.signs
        if item.kind == "month":
            before, after = (month_name(shift_month(self.month, by), self.journal.now)[:3] for by in (-1, 1))
            right: list[Part] = [(f"{signs.left} {before}   {after} {signs.right}", "faint")]
            return ink.row(width, [(" ", "faint"), (month_name(self.month, self.journal.now), "foreground b")], right)
        if item.kind == "weekdays":
            begin = first_weekday(self.office.practice)
            return ink.row(width, [(" " + "  ".join(WEEK[begin:] + WEEK[:begin]), "faint")])
        if item.kind == "week":
            return self._week(item, width)
        if item.kind == "title":
            title, right_words = item.data
            return ink.row(width, [(" ", "faint"), (title, "foreground b")], [(right_words, "faint")])
        if item.kind == "collection":
            return self._collection(item, width, focused)
        if item.kind == "index":
            return self._index(item, width, focused)
        if item.kind == "key":
            cells: list[tuple[list[Part], int, str]] = [
                ([(" ", "faint"), (mark, "accent"), (f"  {words}", "muted")], 16, "l") for mark, words in item.data
            ]
            return ink.columns(width, cells)
        return ink.row(width, [(f" {item.data}" if item.data else "", "faint")])

    def _week(self, item: Item, width: int) -> Strip:
        today = self.journal.now.date().isoformat()
        parts: list[Part] = [(" ", "faint")]
        for day in item.data:
            if day is None:
                parts.append(("    ", "faint"))
                continue
            spec = "muted" if day.busy else "faint"
            if day.date == self.journal.date and self.journal.view == "day":
                spec = "accent b u"
            elif day.date == today:
                spec = "accent b"
            dot = self.ink.signs.task if day.busy and day.date >= today else " "
            parts += [(f"{int(day.date[8:]):2}", spec), (dot, "accent"), (" ", "faint")]
        return self.ink.row(width, parts)

    def _collection(self, item: Item, width: int, focused: bool) -> Strip:
        line = item.data
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        weight = "foreground b" if focused or line.page == self.journal.collection else "foreground"
        cells: list[tuple[list[Part], int, str]] = [
            ([bar, (shown(line.title), weight)], 0, "l"),
            ([(str(line.amount), "muted")], 5, "r"),
            ([(line.numbers, "faint")], max(6, len(line.numbers) + 1), "r"),
        ]
        return self.ink.columns(width, cells, "accent_soft" if focused else "background")

    def _index(self, item: Item, width: int, focused: bool) -> Strip:
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        more = f"{item.data} more in the Index" if item.data > 0 else "All pages in the Index"
        words: Part = (more, "foreground b" if focused else "muted")
        return self.ink.row(width, [bar, words, ("  i", "accent b")], (), "accent_soft" if focused else "background")


def day_at(item: Item, column: int) -> str:
    """The date under a cell of a week, or ""."""
    at = (column - 1) // 4
    day = item.data[at] if column >= 1 and at < len(item.data) else None
    return day.date if day else ""
