"""Settings, as a page: a group at a time, what each is now, and a word about it; all of it from the schema."""

from __future__ import annotations

from typing import Any

from textual.strip import Strip

from organizer import settings
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.keymap import fixed
from organizer.manner import keyed
from organizer.settings import Known
from screens.ink import Part, wrap
from screens.page import Heading, Hit, Page
from screens.settings import keys
from screens.widgets.keybar import key_name, key_of
from screens.widgets.lane import Item, Lane

NAMES, VALUES, ABOUT = 32, 28, 20
"""Cells of name and value, and how many must be left for the word about it to be shown."""


class SettingsPage(Page):
    """The groups and their rows; below them a sentence about the one that is chosen."""

    hints = {"back": "done"}
    came_from = "today"
    """The place that esc goes back to."""

    view = "settings"
    """That, or "keys"."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._cursors: dict[str, str] = {}

    def heading(self) -> Heading:
        """Its name."""
        return Heading("Settings", "the keys" if self.view == "keys" else "")

    def turn(self, view: str) -> None:
        """The settings, or the keys."""
        if view != self.view:
            self._cursors[self.view] = self.current.key if self.current else ""
            self.view, self.lanes, self.dirty = view, [], True

    def keys(self) -> tuple[str, ...]:
        """The key bar of the keys says another thing."""
        return ("setting.set", "setting.reset", "back", "undo") if self.view == "keys" else ()

    def rebuild(self) -> None:
        """Read them again; the cursor stays."""
        before = self.lanes[0] if self.lanes else None
        cursor = before.key if before else self._cursors.get(self.view, "")
        lane = Lane("settings", self._items(), lambda item, width, focused: 1, cursor)
        lane.follow(before)
        self.lanes = [lane]

    def _items(self) -> list[Item]:
        if self.view == "keys":
            return keys.items(1 if self.short else 2, not self.short)
        items: list[Item] = []
        for group, known in settings.groups().items():
            items += [Item("", "blank")] * (0 if not items else 1 if self.short else 2)
            items += [Item("", "group", group), *([] if self.short else [Item("", "blank")])]
            items += [Item(one.name, "setting", one) for one in known]
        return items

    @property
    def chosen(self) -> Known | None:
        """The setting under the cursor."""
        key = self.current.key if self.current else ""
        return settings.find(key) if key and self.view == "settings" else None

    @property
    def command(self) -> Command | None:
        """The command under the cursor, where the keys are shown."""
        key = self.current.key if self.current else ""
        return COMMANDS.get(key) if self.view == "keys" else None

    def choose_setting(self, name: str) -> bool:
        """Put the cursor on a setting; whether it is there."""
        self.turn("settings")
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        return self.lanes[0].seek(name)

    def draft(self) -> dict[str, Any]:
        """Where it was come from."""
        return {"came_from": self.came_from, "view": self.view}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Go on there."""
        self.came_from = str(doc.get("came_from", self.came_from))
        self.turn("keys" if doc.get("view") == "keys" else "settings")

    def selection(self) -> tuple[str, ...]:
        """Nothing here is an entry."""
        return ()

    # -- the rows

    def layout(self) -> None:
        """The list, two rows below the band, and what is said of the chosen one at the foot."""
        if self.dirty or not self.lanes or self._was_short != self.short:
            self.rebuild()
            self.dirty = False
        self._was_short = self.short
        self.head = [self.ink.blank(self.width)] * (1 if self.height > 8 else 0)
        self.foot = self._foot() if self.height > 12 else []
        height = max(1, self.height - len(self.head) - len(self.foot))
        self.lanes[0].place(self.pad, self.width - 2 * self.pad, height)

    _was_short = False

    def _foot(self) -> list[Strip]:
        known, ink, command = self.chosen, self.ink, self.command
        width = self.width - 2 * self.pad
        words = known.help if known else ""
        if known and known.kind != "lead" and known.of(self.office.practice) != known.usually:
            words += f" Usually: {known.word(known.usually)}."
        if command:
            own = key_name(command.key, ink.signs)
            words = command.help + (f" Its own key is {own}." if command.id in ink.keymap.changed else "")
        lines = [*wrap(words, max(10, width - 3), most=2), ""][:2]
        side: Part = (" " * (self.pad + 2), "faint")
        rows = [ink.row(self.width, [side, (line, "muted")]) for line in lines]
        return [ink.blank(self.width), *rows]

    def follows(self) -> bool:
        """The foot speaks of the row that is chosen."""
        if not self.foot:
            return False
        self.foot = self._foot()
        return True

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A heading, or a setting with its value and a word about it."""
        ink, width = self.ink, lane.width
        if item.kind == "group":
            return [ink.row(width, [(item.data, "foreground b")])]
        if item.kind == "blank":
            return [ink.blank(width)]
        ground = "accent_soft" if focused else "background"
        bar: Part = (ink.signs.focus if focused else " ", "accent")
        name: list[Part] = [bar, (f" {item.data.title}", "foreground b" if focused else "foreground")]
        value = self._value(item.data) if item.kind == "setting" else self._key(item.data)
        if width < NAMES + 12:
            return [ink.row(width, name, [*value, (" ", "faint")], ground)]
        beside = keyed(item.data.about) if item.kind == "setting" else keys.about(item.data, ink.keymap)
        about: list[Part] = [(beside if width >= NAMES + VALUES + ABOUT else "", "faint")]
        named = NAMES if width >= NAMES + VALUES else NAMES - 5
        return [ink.columns(width, [(name, named, "l"), (value, VALUES, "l"), (about, 0, "l")], ground)]

    def _value(self, known: Known) -> list[Part]:
        said, signs = known.said(self.office.practice), self.ink.signs
        if known.kind == "yes-no":
            on = known.of(self.office.practice) == known.values[0]
            sign: Part = (signs.path_done, "accent") if on else (signs.path_ahead, "faint")
            return [sign, (f" {said}", "accent" if on else "muted")]
        if known.name == "signs":
            said = f"{said} {signs.star} {signs.waiting[2]} {signs.repeats}"
        return [(said, "foreground")]

    def _key(self, command: Command) -> list[Part]:
        return [(key_of(command, self.ink), "muted" if fixed(command) else "accent b")]

    def click(self, hit: Hit) -> str:
        """A click on a row selects it, on its value or again it opens."""
        if hit.lane < 0 or not hit.key:
            return ""
        again = self.lanes[0].key == hit.key
        self.lanes[0].seek(hit.key)
        return "choose" if again or (NAMES <= hit.column < NAMES + VALUES) else ""
