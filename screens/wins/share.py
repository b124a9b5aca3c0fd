"""What can be taken out of the office: the words of a win, a picture of it, the book of a year. Each is looked over
first (`organizer.lint`)."""

from __future__ import annotations

import os

from organizer import wholefile
from organizer.errors import OrganizerError
from organizer.lint import look
from organizer.records import Theme
from organizer.records.wins import Win
from organizer.views.wins import share_text
from organizer.words import count
from screens.desk import Desk
from screens.ink import Part, shown
from screens.palettes import DEFAULT, derive
from screens.widgets.lane import Item


class Share:
    """The ways to share a win."""

    title = "Share it"
    placeholder = "copy, or a file for the picture"
    enter = "so be it"
    brief = True

    def __init__(self, desk: Desk, win: Win) -> None:
        self._desk, self._win = desk, win

    def items(self, query: str) -> list[Item]:
        """The words, what is said of them, and the ways; a name that is typed is that of the picture."""
        from organizer.printing.files import CARDS, name_for

        rows = [Item("", "", shown(self._win.text))]
        if self._desk.office.practice.setting("lint") != "off":
            rows += [Item("", "", one.sentence) for one in look(self._win.text)[:1]]
        if query.strip():
            return [*rows, Item("", ""), Item(f"card:{query.strip()}", "way", (query.strip(), "a picture for a phone"))]
        files = [os.path.join(wholefile.folder(), name_for(_named(self._win), ending)) for ending in CARDS]
        told = (" sharp at any size", " 1080 x 1920 pixels")
        return [
            *rows,
            Item("", ""),
            Item("copy", "way", ("Copy the words", "whoever pastes them can read them")),
            *(Item(f"card:{file}", "way", (file, f"a picture,{more}")) for file, more in zip(files, told, strict=True)),
        ]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A way, and what it is good for."""
        return [(shown(item.data[0]), "foreground")], [(item.data[1], "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Copy, or draw; what is shared is marked so."""
        what, _, path = item.key.partition(":")
        if what == "copy":
            self._desk.app.copy_to_clipboard(share_text(self._win))
            said = "Copied. Whoever pastes it can read it."
        elif what == "card":
            try:
                said = f"Saved: {self._card(path)}"
            except OrganizerError as error:
                return str(error)
        else:
            return "Copy the words, or type the name of a file."
        why: str = self._desk.attempt("win.shared", (self._win.id,))
        if not why:
            self._desk.call_later(self._desk.say, said)
        return why

    def _card(self, given: str) -> str:
        """Draw the picture; where it is."""
        from organizer.printing import files
        from organizer.printing.layout import Colors

        path, ending = files.where(given, _named(self._win), files.CARDS)
        theme = self._desk.office.practice.theme()
        palette = derive((theme.color if theme else "") or DEFAULT, self._desk.ink.palette.dark)
        colors = Colors(palette.band, palette.foreground, palette.gold)
        wholefile.keep(path, files.card(files.piece_of_win(self._win), ending, colors))
        return path


def _named(win: Win) -> Theme:
    """A win under the name that its file gets."""
    return Theme("", name=win.text[:40])


class Book:
    """Where the book of a year is saved."""

    title = "Save the year book"
    placeholder = "a file that ends in .html or .md, or a folder"
    enter = "save it there"

    def __init__(self, desk: Desk, last: str) -> None:
        self._desk, self._last = desk, last

    def items(self, query: str) -> list[Item]:
        """What is typed, or the usual place, each way once."""
        from organizer.printing.yearbook import ENDINGS, usual

        if query.strip():
            return [Item(query.strip(), "file", ENDINGS.get(os.path.splitext(query.strip())[1].lower(), ""))]
        folder = wholefile.folder()
        return [Item(os.path.join(folder, usual(self._last, end)), "file", said) for end, said in ENDINGS.items()]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its name, and what it is good for."""
        return [(f"  {item.key}", "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Write it."""
        from organizer.printing.yearbook import save

        if not item.key:
            return "Type the name of a file first."
        office = self._desk.office
        try:
            path, wins, found = save(office.practice, item.key, self._last, office.clock.now(), office.clock.zone())
        except OrganizerError as error:
            return str(error)
        said = f"Saved, with {count(wins, 'win')}: {path}"
        self._desk.call_later(self._desk.say, f"{said}  {found}" if found else said)
        return ""
