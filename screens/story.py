"""All about one record, as a sheet over its page: what is known of it, and the path of what was done."""

from __future__ import annotations

from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from screens.desk import Desk
from screens.ink import Ink, wrap
from screens.sheet import Rows, Sheet
from screens.widgets.lane import Item, Lane

LABEL = 13
"""Cells of a label."""
_BY = {"move.up": -1, "move.previous": -1, "move.down": 1, "move.next": 1}


class StoryPage(Rows):
    """Base of what a story shows: rows of a kind "fact" (a label and its words), and those of the story's own."""

    ground = "surface"

    def __init__(self, office: Office, ink: Ink, id: str) -> None:
        super().__init__(office, ink)
        self.id = id

    # -- what subclasses say

    def items(self) -> list[Item]:
        """Its rows, read anew."""
        return []

    def height_of(self, item: Item, width: int) -> int:
        """How many lines a row of its own takes."""
        return 1

    def draw_own(self, item: Item, width: int) -> list[Strip]:
        """The lines of a row of its own."""
        return [self.ink.blank(width, "surface")]

    # -- the page

    @staticmethod
    def told(facts: list[tuple[str, str]]) -> list[Item]:
        """A row for each fact that says something."""
        return [Item("", "fact", fact) for fact in facts if fact[1]]

    def rebuild(self) -> None:
        """Read it again; as scrolled as it was."""
        before = self.lanes[0] if self.lanes else None
        lane = Lane("story", self.items(), self._measure)
        lane.follow(before)
        self.lanes = [lane]

    def layout(self) -> None:
        """One lane."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 3 if self.width >= 60 else 1
        self.head = [self.ink.blank(self.width, "surface")] if self.height > 12 else []
        self.lanes[0].place(pad, max(1, self.width - 2 * pad), max(1, self.height - len(self.head)))

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        return len(_wrapped(item, width)) if item.kind == "fact" else self.height_of(item, width)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A fact, or a row of its own."""
        if item.kind != "fact":
            return self.draw_own(item, lane.width)
        lines = _wrapped(item, lane.width)
        labels = [item.data[0], *[""] * len(lines)]
        return [
            self.ink.row(lane.width, [(f"{label:{LABEL}}", "faint"), (line, "foreground")], (), "surface")
            for label, line in zip(labels, lines, strict=False)
        ]

    def move(self, by: int) -> bool:
        """There is nothing to choose: the lines scroll."""
        return self.lanes[0].wheel(by)


def _wrapped(item: Item, width: int) -> list[str]:
    return wrap(item.data[1], max(8, width - LABEL))


class Story(Sheet):
    """The overlay. A key of the page closes it and does what it does there, with the one whose story it is."""

    box = "story"
    table = ""
    """Where its record is."""
    leading: tuple[str, ...] = ()
    """The verbs in its key bar."""

    def __init__(self, office: Office, ink: Ink, page: StoryPage, desk: Desk) -> None:
        super().__init__(office, ink, page)
        self._desk, self._about = desk, page.id

    def again(self) -> None:
        """What was taken back, here or elsewhere, has no story any more."""
        if self._office.practice.look(self.table, self._about) is None:
            self.dismiss()
        else:
            super().again()

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The verbs of the page, and the way out."""
        return tuple(COMMANDS[id] for id in self.leading), (COMMANDS["back"]._replace(title="close"),)

    def enter(self) -> None:
        """Enter closes it as well."""
        self.dismiss()

    def draft(self) -> dict[str, str]:
        """Nothing is typed here."""
        return {}

    def action_command(self, id: str) -> None:
        """The arrows scroll the lines."""
        if id not in _BY:
            super().action_command(id)
        elif self._page.move(_BY[id]):
            self._canvas.redraw()
