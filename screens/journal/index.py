"""The index, which builds itself."""

from __future__ import annotations

from textual.strip import Strip

from organizer.views.index import Indexed, index
from organizer.words import count
from screens.ink import Part, shown
from screens.journal.leaf import Leaf
from screens.widgets.lane import Item

TITLES = {"collections": "Collections", "future": "Future log", "months": "Months", "away": "Put away"}


class Index(Leaf):
    """A row for each page, or for the days of a month; enter opens it."""

    writes = False
    keys = ("entry.open", "journal.goto", "journal.view", "journal.meet", "undo")

    def items(self) -> list[Item]:
        """The groups."""
        items: list[Item] = []
        for group in index(self.office.practice, self.now):
            items += self.gap(1) if items else []
            items += self.head(TITLES[group.kind], "page" if not items else "")
            items += [Item(f"page:{line.page}", "entry", line) for line in group.lines]
        return items or [
            *self.head("Index", ""),
            Item("", "quiet", "It fills by itself, with the first line you write."),
        ]

    def facts(self) -> str:
        """How many pages there are, and which volume this is."""
        practice = self.office.practice
        volumes = practice.volumes
        name = f"   volume {max(volumes.values(), key=lambda volume: int(volume.id)).name}" if volumes else ""
        return f"index{name}   {count(len(practice.pages), 'page')}" if practice.pages else "index"

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """Besides the usual: a line of the index."""
        if item.kind != "entry":
            return super().draw(item, width, focused)
        line: Indexed = item.data
        lines = count(line.amount, "line") if line.amount else ""
        numbers = line.numbers if len(line.numbers) <= 24 else f"{line.numbers[:23]}{self.ink.signs.ellipsis}"
        right: list[Part] = [(lines, "faint"), (f"  {numbers:>10}", "muted")]
        left: list[Part] = [("  ", "faint"), (shown(line.title), "foreground b" if focused else "foreground")]
        return [self.row(width, left, right, focused)]
