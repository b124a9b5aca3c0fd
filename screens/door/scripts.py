"""Words to say, as a sheet: the shipped ones and one's own, the chosen one in full; enter copies it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.door.outcomes import is_full
from organizer.door.scripts import scripts
from organizer.manner import keyed
from organizer.office import Office
from organizer.packs import Words
from screens.asking import Asks
from screens.desk import Desk
from screens.door.questions import WORDS
from screens.ink import Ink, Part, shown, wrap
from screens.sheet import Sheet, keys_of
from screens.titled import Titled
from screens.widgets.lane import Item, Lane

LEADING = ("script.copy", "script.add", "script.edit", "script.remove")
LOCAL = "J: check what your state and payers ask for"
NEW_LINE = " / "
NAMES = 28
"""Cells of the bar and a name."""


class ScriptsPage(Titled):
    """Their names; under the one that is chosen its words."""

    place = "scripts"

    def __init__(self, office: Office, ink: Ink, shipped: Sequence[Words]) -> None:
        super().__init__(office, ink)
        self.shipped = shipped

    @property
    def found(self) -> tuple[Words, ...]:
        """All of them, in their order."""
        return scripts(self.office.practice, self.shipped)

    @property
    def chosen(self) -> Words | None:
        """The one under the cursor."""
        item = self.rows.items[self.rows.cursor] if self.rows.cursor >= 0 else Item("", "")
        return item.data if item.kind == "script" else None

    def items(self) -> list[Item]:
        """All of them."""
        return [Item(one.key or one.id, "script", one) for one in self.found]

    def first(self, items: list[Item]) -> str:
        """What fits the practice now."""
        return "full" if is_full(self.office.practice) else ""

    def title(self) -> tuple[str, str]:
        """For whom they are."""
        return "Words to say", "the same words for everyone" if self.width >= 60 else ""

    def _lines(self, one: Words, width: int) -> list[str]:
        room = max(8, width - 6)
        return [line for part in one.text.split("\n") for line in wrap(shown(part), room) or [""]]

    def _cut(self, one: Words, width: int) -> list[str]:
        """What it is for, in lines of its own, where that does not fit behind the name."""
        room = width - NAMES - (len(self._own(one)) + 2 if self._own(one) else 0)
        return wrap(one.about, max(8, width - 6)) if one.about and (width < 60 or len(one.about) > room) else []

    @staticmethod
    def _own(one: Words) -> str:
        return "my words" if one.id else LOCAL[:1] if one.local else ""

    def height_of(self, item: Item, width: int, focused: bool) -> int:
        """The one under the cursor shows its words."""
        one = item.data
        return 1 + (len(self._cut(one, width)) + len(self._lines(one, width)) + one.local + 1 if focused else 0)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A name with what it is for; the words below the one that is chosen."""
        ink, one, width = self.ink, item.data, lane.width
        bar, ground = self.bar(focused)
        own = self._own(one)
        name: list[Part] = [bar, (f"  {shown(one.name):24}", "foreground b" if focused else "foreground")]
        cut = self._cut(one, width) if focused else []
        about: list[Part] = [(f" {one.about}", "muted")] if width >= 60 and not cut else []
        rows = [ink.row(width, [*name, *about], [(f"{own} ", "faint")] if own else [], ground)]
        if not focused:
            return rows
        said = self._lines(one, width)
        rows += [ink.row(width, [("   ", "faint"), (line, "muted")], (), "surface") for line in cut]
        rows += [ink.row(width, [("   ", "faint"), (line, "foreground i")], (), "surface") for line in said]
        if one.local:
            rows.append(ink.row(width, [("   ", "faint"), (LOCAL, "clay")], (), "surface"))
        return [*rows, ink.blank(width, "surface")]


class Scripts(Sheet):
    """The overlay."""

    BINDINGS = [*keys_of("scripts")]
    box = "scripts"
    place = "scripts"
    opens = "door.words"

    def __init__(self, desk: Desk) -> None:
        library = desk.library()
        self._list = ScriptsPage(desk.office, desk.ink, library.scripts if library is not None else ())
        super().__init__(desk.office, desk.ink, self._list)

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """Copy, add, change, put away."""
        return tuple(COMMANDS[id] for id in LEADING), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """What a key means for the words under the cursor."""
        one = self._list.chosen
        if id == "script.add":
            self._ask("Words of my own", id, "script.add", {})
        elif one is None:
            self.say("Choose one first, or a to add words of your own.", care=True)
        elif id == "script.copy":
            self.enter()
        elif id == "script.edit":
            command, about = ("script.edit", {"script": one.id}) if one.id else ("script.add", {"of": one.key})
            self._ask("In my own words", id, command, about, one)
        elif not one.id:
            self.say(keyed("These are the shipped words. {script.edit} makes them your own."))
        else:
            self.run(id, script=one.id)

    def _ask(self, title: str, key: str, command: str, about: dict[str, str], one: Words | None = None) -> None:
        begun = {"name": one.name, "text": one.text.replace(NEW_LINE, "/").replace("\n", NEW_LINE)} if one else {}

        def keep(answers: dict[str, str]) -> str:
            text = answers["text"].replace(NEW_LINE, "\n")
            more: dict[str, Any] = {**about}
            return self.attempt(command, name=answers["name"], text=text, **more)

        asks = Asks(self._office, self._ink, title, WORDS, keep, key, begun, bool(one))
        self.app.push_screen(asks)

    def enter(self) -> None:
        """Copy the words. They are sent nowhere."""
        one = self._list.chosen
        if one is not None:
            self.app.copy_to_clipboard(one.text + "\n")
            self.say("Copied. Nothing is sent anywhere.")
