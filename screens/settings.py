"""Settings, as a sheet: the office day, how soon calls are answered, how it looks."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.settings import every, find, groups
from organizer.words import count
from screens.dialogs.chooser import Chooser
from screens.dialogs.offers import OfficeDays, offered
from screens.guard import Guarded
from screens.ink import Ink, Part
from screens.sheet import Rows, Sheet, keys_of
from screens.widgets.lane import Item, Lane

CHANGE = Command("enter", "Change", "", key="enter", hint="change")
NAMES, VALUES = 24, 26


class SettingsPage(Rows):
    """The groups and their rows."""

    place = "settings"
    ground = "surface"

    def rebuild(self) -> None:
        """Read them again; the cursor stays."""
        before = self.lanes[0] if self.lanes else None
        items: list[Item] = []
        for group, known in groups().items():
            items += [*([Item("", "blank")] if items else []), Item("", "group", group)]
            items += [Item(one.name, "setting", one) for one in known]
        cursor = before.key if before else "office_days"
        self.lanes = [Lane("settings", items, lambda item, width, focused: 1, cursor)]
        if before:
            self.rows.scroll = before.scroll

    def layout(self) -> None:
        """A heading and the list."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 2 if self.width >= 60 else 0
        blank = self.ink.blank(self.width, "surface")
        side = self.ink.blank(pad + 1, "surface")
        number = sum(1 for _ in every())
        right: list[Part] = [(count(number, "setting"), "faint")]
        title = self.ink.row(self.width - 2 * pad - 2, [("Settings", "foreground b")], right, "surface")
        self.head = [blank, Strip.join([side, title, side]), blank] if self.height > 9 else []
        self.rows.place(pad, self.width - 2 * pad, max(1, self.height - len(self.head) - 1))

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A heading, or a setting with its value and a word about it."""
        ink = self.ink
        if item.kind == "group":
            return [ink.row(lane.width, [(f" {item.data}", "muted")], (), "surface")]
        if item.kind == "blank":
            return [ink.blank(lane.width, "surface")]
        ground = "accent_soft" if focused else "surface"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        name: list[Part] = [bar, (f"  {item.data.title}", "foreground b" if focused else "foreground")]
        value: list[Part] = [(item.data.said(self.office.practice), "foreground")]
        if lane.width < NAMES + VALUES + 20:
            return [ink.row(lane.width, name, [*value, (" ", "faint")], ground)]
        about: list[Part] = [(item.data.about, "faint")]
        return [ink.columns(lane.width, [(name, NAMES + 3, "l"), (value, VALUES, "l"), (about, 0, "l")], ground)]


class Settings(Sheet):
    """The overlay. `go(command)` does a command of the desk: the areas, the first steps."""

    BINDINGS = [*keys_of("settings")]
    box = "settings"
    place = "settings"

    def __init__(self, office: Office, ink: Ink, go: Callable[[str], object]) -> None:
        super().__init__(office, ink, SettingsPage(office, ink))
        self._go = go

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """Change, undo, close."""
        return (CHANGE, COMMANDS["undo"]), (COMMANDS["back"]._replace(title="close"),)

    def enter(self) -> None:
        """Open the choices of a setting."""
        known = find(self.key)
        if known.kind == "lead":
            self.dismiss()
            self._go(self._led(known.leads))
        elif known.name == "office_days":
            days = OfficeDays(self._office, self._ink, lambda day: self.attempt("office.day", day=str(day)))
            self.app.push_screen(Chooser(self._office, self._ink, days))
        elif known.kind == "yes-no" or not known.acts:
            self.run(known.command)
        else:
            source = offered(self._office, known, lambda text: self.attempt("setting.set", name=known.name, value=text))
            self.app.push_screen(Chooser(self._office, self._ink, source))

    def _led(self, command: str) -> str:
        """Where a passphrase is set, it is changed."""
        keeper = self.app.keeper if isinstance(self.app, Guarded) else None
        return "passphrase.change" if command == "passphrase.set" and keeper and keeper.sealed else command
