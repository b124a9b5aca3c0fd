"""The page of a sheet: one lane of rows, in which something may be typed."""

from __future__ import annotations

from screens.page import Hit, Page
from screens.widgets.lane import Lane


class Rows(Page):
    """One lane of rows; `column` is where in a row something is typed, `spare` how many rows are left below for what
    is said of it."""

    at_once: tuple[str, ...] = ("add",)
    """The kinds of rows that one click chooses."""
    spare = 0
    behind = False
    """Whether what is typed stands behind the name."""

    def column(self, key: str) -> int:
        """The cell of a row at which its field begins."""
        return 4

    @property
    def rows(self) -> Lane:
        """The lane."""
        return self.lanes[0]

    def select(self, key: str) -> bool:
        """Put the cursor on a row; whether it is there."""
        return self.rows.seek(key)

    def field_at(self, key: str) -> tuple[int, int, int]:
        """(x, y, width) of the field of a row that is in sight."""
        lane, inset = self.rows, self.column(key)
        begin, _ = lane.span(max(0, lane.cursor))
        y = max(0, min(len(self.head) + begin, self.height - 1))
        return lane.x + inset, y, max(4, lane.width - inset)

    def click(self, hit: Hit) -> str:
        """A click selects; on the sign it ticks, on what is selected it chooses."""
        if hit.lane < 0 or not hit.key:
            return ""
        again = self.rows.key == hit.key
        self.rows.seek(hit.key)
        if self.rows.items[self.rows.cursor].kind in self.at_once:
            return "choose"
        return "tick" if hit.column in (1, 2) else "choose" if again else ""
