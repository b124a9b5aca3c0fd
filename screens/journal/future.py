"""The future log: what waits for the months to come, with the days counted once they are near."""

from __future__ import annotations

from organizer.views.months import FutureMonth, countdown, future
from organizer.views.naming import month_name, number_of
from screens.journal.leaf import Leaf
from screens.widgets.lane import Item


class Future(Leaf):
    """A group for each month; its heading can be chosen, so that a line can be written in it."""

    hint = "Write in this month"

    def items(self) -> list[Item]:
        """The months, then what has none."""
        items: list[Item] = []
        for month in future(self.office.practice, self.now, 6):
            items += ([Item("", "blank")] if items else []) + self._month(month)
        return items

    def _month(self, month: FutureMonth) -> list[Item]:
        page = f"future:{month.month}" if month.month else "future"
        title = month_name(month.month, self.now) if month.month else "Some time"
        number = number_of(self.office.practice, page)
        begins = countdown(f"{month.month}-01", self.now) if month.month else ""
        facts = (f"page {number}" if number else "", f"begins {begins}" if begins else "")
        items = [Item(page, "head", (title, f" {self.ink.signs.dot} ".join(fact for fact in facts if fact)))]
        items += [Item(line.key, "line", line) for line in month.lines]
        return items + [Item(f"{entry.id}/due", "due", entry) for entry in month.due]

    def facts(self) -> str:
        """That it is the future log."""
        return "future log"

    def page_at(self, key: str) -> str:
        """The month under the cursor: the heading above it."""
        page = "future"
        for item in self.items():
            if item.kind == "head":
                page = item.key
            if item.key == key:
                return page
        return "future"
