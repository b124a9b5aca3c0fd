"""Collections: the list of them, or the lines of the one that is open, with the pages of its thread."""

from __future__ import annotations

from textual.strip import Strip

from organizer.views.day import lines_of
from organizer.views.index import Indexed, collections, numbers_of
from organizer.views.naming import thread
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part, shown
from screens.journal.leaf import Leaf
from screens.widgets.lane import Item

IN_THE_LIST = ("catch.here", "entry.open", "entry.edit", "journal.goto", "journal.view", "undo")


class Collections(Leaf):
    """Rows keyed "page:collection:ID" in the list. A line typed there is the name of a new collection."""

    @property
    def hint(self) -> str:  # type: ignore[override]
        """What the writing line is for."""
        return "Write a line" if self.page.collection else "Name a new collection"

    @property
    def lists(self) -> bool:  # type: ignore[override]
        """Whether what is written becomes lines."""
        return bool(self.page.collection)

    @property
    def keys(self) -> tuple[str, ...]:  # type: ignore[override]
        """What a collection of the list can be asked; in one, what a line can."""
        return () if self.page.collection else IN_THE_LIST

    def items(self) -> list[Item]:
        """The list, or the page."""
        if self.page.collection not in self.office.practice.pages:
            self.page.collection = ""
        return self._page(self.page.collection) if self.page.collection else self._list()

    def _list(self) -> list[Item]:
        practice = self.office.practice
        found, away = collections(practice), collections(practice, archived=True)
        items = self.head("Collections", count(len(found), "collection") if found else "")
        items += [Item(f"page:{line.page}", "collection", line) for line in found]
        if not found:
            items.append(Item("", "quiet", "A page for what belongs together. Write its name below."))
        if away:
            items += self.gap() + self.head("Put away", "")
            items += [Item(f"page:{line.page}", "collection", line) for line in away]
        return items

    def _page(self, id: str) -> list[Item]:
        practice = self.office.practice
        page = practice.pages[id]
        items = self.head(shown(page.title), self._thread(id))
        lines = lines_of(practice, id)
        items += [Item(line.key, "line", line) for line in lines]
        if not lines:
            items.append(Item("", "quiet", "A fresh page. Start with a dot."))
        return items

    def _thread(self, id: str) -> str:
        """Where the thread comes from and goes on: "12/48" is page 48, after page 12."""
        practice = self.office.practice
        pages, signs = thread(practice, id), self.ink.signs
        if len(pages) == 1:
            return f"page {practice.pages[id].number}"
        at = pages.index(id)
        before = f"{signs.left} {practice.pages[pages[at - 1]].number}   " if at else ""
        after = f"   {practice.pages[pages[at + 1]].number} {signs.right}" if at + 1 < len(pages) else ""
        return f"{before}page {practice.pages[id].number}{after}"

    def facts(self) -> str:
        """The number of the page, and of those of its thread."""
        id = self.page.collection
        if id not in self.office.practice.pages:
            return "collections"
        pages = thread(self.office.practice, id)
        number = f"page {self.office.practice.pages[id].number}"
        return number if len(pages) == 1 else f"{number} of {numbers_of(self.office.practice, pages)}"

    def page_at(self, key: str) -> str:
        """The collection that is open."""
        return self.page.collection

    def draw(self, item: Item, width: int, focused: bool) -> list[Strip]:
        """Besides the usual: a collection in the list."""
        if item.kind != "collection":
            return super().draw(item, width, focused)
        line: Indexed = item.data
        weight = "foreground b" if focused else "foreground"
        facts = f"{count(line.amount, 'line')}   {f'page {line.numbers}':>8}"
        left: list[Part] = [("  ", "faint"), (shown(line.title), weight)]
        return [self.row(width, left, [(facts, "faint")], focused)]

    def written(self, desk: Desk, lines: list[str]) -> str | None:
        """In the list, a name begins a collection and opens it."""
        if self.page.collection:
            return None
        from screens.journal.keeping import begin_collections

        return begin_collections(desk, lines)

    def take(self, desk: Desk, id: str) -> bool:
        """On a collection del puts it away, e names it; in one, esc goes back to the list."""
        from screens.journal.keeping import on_collection

        return on_collection(desk, id)
