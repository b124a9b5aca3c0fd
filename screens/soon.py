"""A place that is not furnished yet: its name, what it will be for, and nothing pretended."""

from __future__ import annotations

from textual.strip import Strip

from organizer.commands.about import PLACES
from screens.ink import wrap
from screens.page import Heading, Page
from screens.widgets.lane import Item, Lane

WORDS = {
    "journal": "A page for each day, month and collection. What you catch is already written on the page of its day.",
    "theme": "Every practice has a feeling it is reaching for. Here it gets its words, its color and its frame.",
    "word": "What you promised, to whom and by when; kept, or put right.",
    "door": "Who waits for an answer, and for how long.",
    "wins": "What went right, with a star.",
    "rituals": "Opening and closing the office, and the week, month and year.",
}


class Soon(Page):
    """The quiet page of such a place."""

    def heading(self) -> Heading:
        """The name of the place."""
        return Heading(dict(PLACES)[self.place])

    def rebuild(self) -> None:
        """One lane of words."""
        self.lanes = [Lane("soon", [Item("", "words")], lambda item, width, focused: len(self._lines(width)))]

    def _lines(self, width: int) -> list[tuple[str, str]]:
        words = [(line, "foreground") for line in wrap(WORDS[self.place], min(64, max(1, width)))]
        return [*words, ("", "faint"), ("This room is not furnished yet.", "muted")]

    def layout(self) -> None:
        """The words, two rows below the band."""
        if not self.lanes:
            self.rebuild()
        self.head = [self.ink.blank(self.width)] * min(2, max(0, self.height - 4))
        self.lanes[0].place(self.pad, self.width - 2 * self.pad, max(1, self.height - len(self.head)))

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The words."""
        return [self.ink.row(lane.width, [part]) for part in self._lines(lane.width)]
