"""Settings, as a sheet: the office day, how soon calls are answered, how it looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.strip import Strip

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.commands.office_day import CHOICES
from organizer.commands.privacy import LOCK_AFTER
from organizer.office import Office
from organizer.views.office_day import HOURS, office_days, office_hours
from organizer.when.saying import DAYS
from organizer.words import count
from screens.dialogs.ask import QUESTIONS, Asked
from screens.dialogs.chooser import Chooser
from screens.dialogs.offers import OfficeDays, choice, hour
from screens.guard import Guarded
from screens.ink import Ink, Part
from screens.sheet import Rows, Sheet, keys_of
from screens.widgets.lane import Item, Lane


class Line(NamedTuple):
    """One setting: its name for people, and a word about it."""

    name: str
    about: str = ""


SETTINGS: dict[str, dict[str, Line]] = {
    "My office": {
        "days": Line("Office days", "a day off is a day off"),
        "opens": Line("Opens"),
        "pause": Line("Pauses"),
        "closes": Line("Closes"),
        "answer_within": Line("Calls are answered"),
        "areas": Line("Areas", "add, rename, put in order"),
    },
    "How it looks": {
        "light": Line("Light or dark", "light by day, dark in the evening"),
        "signs": Line("Signs", "plain for older terminals"),
        "day_first": Line("Dates", "how 3/4 is read"),
    },
    "Who may see what": {
        "names": Line("Names", "h hides them, and shows them again"),
        "lint": Line("What is typed", "a quiet line when it seems a client's"),
        "lock_after": Line("The office locks", "when it has a passphrase"),
        "passphrase": Line("Passphrase", "seals all that is kept"),
    },
    "From the beginning": {"first": Line("The first steps", "once more, from the start")},
}
"""Every setting by its group."""
COMMAND_OF = {
    "light": "look.light",
    "signs": "look.signs",
    "day_first": "look.dates",
    "answer_within": "office.answer",
}
"""The command that sets each of the choices."""
CHANGE = Command("enter", "Change", "", key="enter", hint="change")
NAMES, VALUES = 24, 26


def value_of(office: Office, key: str) -> str:
    """What a setting is now, in words."""
    practice = office.practice
    if key == "days":
        days = office_days(practice)
        return "Monday to Friday" if days == frozenset(range(5)) else " ".join(DAYS[day][:3] for day in sorted(days))
    if key in HOURS:
        return when.say_time(dict(zip(HOURS, office_hours(practice), strict=True))[key]) or "no pause"
    if key in CHOICES:
        said = str(practice.setting(key, CHOICES[key][0]))
        return f"within {said}" if key == "answer_within" and said != "the same day" else said
    if key == "names":
        return "hidden" if practice.setting(key) == "hidden" else "shown"
    if key == "lint":
        return "not looked over" if practice.setting(key) == "off" else "looked over"
    if key == "lock_after":
        after = practice.setting(key, LOCK_AFTER)
        return f"after {after} min without a key" if after else "when it is told to"
    return str(len(practice.areas_in_order())) if key == "areas" else ""


class SettingsPage(Rows):
    """The groups and their rows."""

    place = "settings"
    ground = "surface"

    def rebuild(self) -> None:
        """Read them again; the cursor stays."""
        before = self.lanes[0] if self.lanes else None
        items: list[Item] = []
        for group, lines in SETTINGS.items():
            items += [*([Item("", "blank")] if items else []), Item("", "group", group)]
            items += [Item(key, "setting", line) for key, line in lines.items()]
        self.lanes = [Lane("settings", items, lambda item, width, focused: 1, before.key if before else "days")]
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
        number = sum(len(lines) for lines in SETTINGS.values())
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
        name: list[Part] = [bar, (f"  {item.data.name}", "foreground b" if focused else "foreground")]
        value: list[Part] = [(value_of(self.office, item.key), "foreground")]
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
        key = self.key
        if key in ("areas", "first"):
            self.dismiss()
            self._go("areas" if key == "areas" else "first.run")
        elif key in ("names", "lint"):
            self.run(f"privacy.{key}")
        elif key == "lock_after":
            asked = Asked(
                self._office, QUESTIONS["minutes"], lambda text: self.attempt("privacy.minutes", minutes=text)
            )
            self.app.push_screen(Chooser(self._office, self._ink, asked))
        elif key == "passphrase":
            self.dismiss()
            keeper = self.app.keeper if isinstance(self.app, Guarded) else None
            self._go("passphrase.change" if keeper and keeper.sealed else "passphrase.set")
        elif key == "days":
            days = OfficeDays(self._office, self._ink, lambda day: self.attempt("office.day", day=str(day)))
            self.app.push_screen(Chooser(self._office, self._ink, days))
        elif key in HOURS:
            times = hour(self._office, key, lambda text: self.attempt("office.hour", hour=key, time=text))
            self.app.push_screen(Chooser(self._office, self._ink, times))
        elif key in COMMAND_OF:
            values = choice(self._office, key, lambda text: self.attempt(COMMAND_OF[key], name=key, value=text))
            self.app.push_screen(Chooser(self._office, self._ink, values))
