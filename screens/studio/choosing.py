"""The lists of the studio: which pile, which stop, which answer of the season, which file."""

from __future__ import annotations

import os
from collections.abc import Callable

from organizer import wholefile
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.records import Theme
from organizer.records.theme import Thought
from organizer.views.theme import STOPS, piles, year_of
from screens.ink import Ink, Part, shown
from screens.palettes import DEFAULT, derive
from screens.widgets.lane import Item


class Piles:
    """The piles there are, and a new one by its name; `go(pile, name)` gives "" or why not."""

    placeholder = "a pile, old or new"
    enter = "put it there"
    own_words = True

    def __init__(self, office: Office, ink: Ink, thought: Thought, go: Callable[[str, str], str]) -> None:
        self.title = f"Which pile? {shown(thought.text)}"
        self._office, self._thought, self._go = office, thought, go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().casefold()
        there = piles(self._office.practice, self._thought.studio)
        items = [Item(pile.id, "pile", pile.name) for pile in there if low in pile.name.casefold()]
        if low and not any(pile.name.casefold() == low for pile in there):
            items.append(Item("new", "new", f"A new pile: {query.strip()}"))
        if self._thought.pile and not low:
            items.append(Item("none", "none", "Back to the others"))
        return items or [Item("", "", "Type a name: it becomes a pile.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name."""
        return [("  ", "foreground"), (shown(item.data), "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Put it there."""
        if item.kind == "pile":
            return self._go(item.key, "")
        if item.kind == "none":
            return self._go("", "")
        return self._go("", query) if query.strip() else "Type a name: it becomes a pile."


class Stops:
    """The eight stops."""

    title = "Go to a stop"
    placeholder = "pour out, gather, choose, word, color, frame"
    enter = "go there"

    def __init__(self, go: Callable[[str], object]) -> None:
        self._go = go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        found = [Item(stop, "stop", name) for stop, (name, _) in STOPS.items() if low in name.lower()]
        return found or [Item("", "", "No stop of that name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name."""
        return [(f"  {item.data}", "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Go there."""
        if item.key:
            self._go(item.key)
        return "" if item.key else "Choose a stop."


class Seasons:
    """The three answers of a season's look at the theme."""

    title = "Keep it, reword it, or a smaller one for this season?"
    placeholder = "all three are good answers"
    enter = "so be it"
    ANSWERS = (
        ("keep", "Keep it", "it is still the one"),
        ("reword", "Reword it", "the meaning may change with the season"),
        ("smaller", "A smaller one", "for this season, beside it"),
    )

    def __init__(self, go: Callable[[str], str]) -> None:
        self._go = go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        return [Item(key, "answer", (name, more)) for key, name, more in self.ANSWERS if low in name.lower()] or [
            Item("", "", "Keep, reword, or smaller.")
        ]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The answer, and what it means."""
        return [(f"  {item.data[0]}", "foreground")], [(item.data[1], "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Answer."""
        return self._go(item.key) if item.key else "Keep, reword, or smaller."


class Files:
    """Where the poster or the card is saved; `saved(path)` is told which file it became."""

    enter = "save it there"

    def __init__(self, office: Office, ink: Ink, theme: Theme, what: str, saved: Callable[[str], object]) -> None:
        from organizer.printing.files import CARDS, POSTERS

        self.endings = POSTERS if what == "poster" else CARDS
        self.title = "Save the page to print" if what == "poster" else "Save a picture for a phone"
        self.placeholder = f"a file that ends in {' or '.join(self.endings)}, or a folder"
        self._office, self._ink, self._theme, self._what, self._saved = office, ink, theme, what, saved

    def items(self, query: str) -> list[Item]:
        """What is typed, or the usual place, each way once."""
        from organizer.printing.files import name_for
        from organizer.printing.fonts import NEEDED, installed

        if query.strip():
            return [Item(query.strip(), "file", self._said(query.strip()))]
        endings = sorted(self.endings, key=lambda one: one in NEEDED and not installed())  # first what can be done
        names = [(name_for(self._theme, ending), self._said(ending)) for ending in endings]
        return [Item(os.path.join(wholefile.folder(), name), "file", said) for name, said in names]

    @staticmethod
    def _said(name: str) -> str:
        from organizer.printing.fonts import NEEDED, installed

        words = {".pdf": "one page, its fonts in it", ".html": "one page, any browser prints it",
                 ".svg": "sharp at any size", ".png": "1080 x 1920 pixels"}  # fmt: skip
        if name.lower().endswith(NEEDED) and not installed():
            return "needs the print extra"
        return next((said for ending, said in words.items() if name.lower().endswith(ending)), "")

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what it is good for."""
        return [(f"  {item.key}", "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Draw and write it."""
        from organizer.printing import files
        from organizer.printing.layout import Colors

        if not item.key:
            return "Type the name of a file first."
        theme = self._theme
        try:
            path, ending = files.where(item.key, theme, self.endings)
            piece = files.piece_of(theme, year_of(theme, self._office.clock.now()))
            palette = derive(theme.color or DEFAULT, self._ink.palette.dark)
            if self._what == "poster":
                made = files.poster(piece, ending, "letter", derive(theme.color or DEFAULT, False).accent)
            else:
                made = files.card(piece, ending, Colors(palette.band, palette.foreground, palette.band_foreground))
            wholefile.keep(path, made)
        except OrganizerError as error:
            return str(error)
        self._saved(path)
        return ""
