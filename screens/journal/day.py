"""The day: its page with the one or two before it, as they lie open in a notebook."""

from __future__ import annotations

from datetime import date, timedelta

from organizer import when
from organizer.views.day import lines_of
from organizer.views.months import due_elsewhere
from organizer.views.naming import number_of
from screens.journal.leaf import Leaf
from screens.widgets.lane import Item

LOOK_BACK = 10
"""For how many days back the page before is looked for."""


class Day(Leaf):
    """Lines of up to three days; what is due on the day and stands elsewhere is told below."""

    def items(self) -> list[Item]:
        """The days, the earliest first."""
        items: list[Item] = []
        for day in self.days():
            items += (self.gap() if items else []) + self._day(day)
        return items

    def days(self) -> list[str]:
        """The day that is open, and those before it that have a page."""
        journal = self.page
        room = 1 if journal.short else 3 if journal.screen_height >= 44 else 2
        open_day = date.fromisoformat(journal.date)
        found = [journal.date]
        for back in range(1, LOOK_BACK + 1):
            if len(found) >= room or open_day.toordinal() <= back:
                break
            day = (open_day - timedelta(days=back)).isoformat()
            if f"day:{day}" in self.office.practice.pages or self.office.practice.written.on(f"day:{day}"):
                found.insert(0, day)
        return found

    def _day(self, day: str) -> list[Item]:
        today = self.now.date().isoformat()
        number = number_of(self.office.practice, f"day:{day}")
        facts = "today" if day == today else f"page {number}" if number else ""
        items = self.head(when.say(day, self.now, long=True), facts)
        lines = lines_of(self.office.practice, f"day:{day}")
        items += [Item(line.key, "line", line) for line in lines]
        due = due_elsewhere(self.office.practice, day) if day == self.page.date and day >= today else ()
        if not lines:
            items.append(Item("", "quiet", self._fresh(day)))
        if due:
            words = f"Due {'today' if day == today else 'on this day'}, written elsewhere"
            items += [Item("", "blank"), Item("", "under", words)]
            items += [Item(f"{entry.id}/due", "due", entry) for entry in due]
        return items

    def _fresh(self, day: str) -> str:
        return f"A fresh page for {when.say(day, self.now, long=True)}. Start with a dot."

    def start(self, items: list[Item]) -> str:
        """The first open line of the day that is open."""
        page = f"day:{self.page.date}"
        lines = [item for item in items if item.kind == "line" and item.data.page == page]
        first = next((item for item in lines if item.data.entry.open and item.data.state == "here"), None)
        due = next((item for item in items if item.kind == "due"), None)
        found = first or due or (lines[-1] if lines else None)
        last = [item for item in items if item.key]
        return found.key if found else last[-1].key if last else ""

    def facts(self) -> str:
        """The number of the page."""
        number = number_of(self.office.practice, f"day:{self.page.date}")
        return f"page {number}" if number else "a fresh page"

    def page_at(self, key: str) -> str:
        """The day that is open."""
        return f"day:{self.page.date}"
