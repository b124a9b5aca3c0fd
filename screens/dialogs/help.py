"""Help: the keys of this screen, from the commands themselves, and the signs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from screens.dialogs.overlay import Overlay
from screens.dialogs.pages import PAGES
from screens.ink import Ink, Part
from screens.page import Hit, Page
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Target
from screens.widgets.keybar import key_of
from screens.widgets.lane import Item, Lane

KEY_ROOM = 7
PAIRS = {
    "move.up": ("move.down", "up, down"),
    "move.left": ("move.right", "side to side"),
    "undo": ("redo", "undo, redo"),
}
OVERLAYS = {
    "entry": "an entry", "areas": "the areas", "first": "the first steps", "volume": "a new volume", "run": "a ritual",
    "scripts": "words to say", "closures": "the closures", "reminders": "the reminders",
}  # fmt: skip
ON_OVERLAYS = ("move.up", "move.down", "back", "undo", "redo", "palette", "quit")
SECOND = {*(other for other, _ in PAIRS.values())}
"""Keys that are told as one line with their counterpart."""


class Told(NamedTuple):
    """One line: the key, what it does, and the command a click on it runs ("" none)."""

    key: str
    words: str
    command: str


Group: TypeAlias = tuple[str, list[Told]]


def key_room(keys: list[Told]) -> int:
    """Cells of the keys of a group."""
    return max((len(told.key) for told in keys), default=0) + 2


def fitted(needs: list[int], room: int) -> list[int] | None:
    """Widths of columns that need so many cells, as even as may be; None where there is not room for all."""
    needs = [need + 2 for need in needs]
    if sum(needs) - 2 > room:
        return None
    even = room // len(needs)
    if max(needs) <= even:
        return [even] * len(needs)
    return [need + (room - sum(needs)) // len(needs) for need in needs[:-1]] + [needs[-1] - 2]


def in_columns(groups: list[Group], room: int) -> list[tuple[list[Group], list[int]]]:
    """The groups side by side, as many as can be read whole, with their widths; one that is left over is parted."""
    for columns in (3, 2, 1):
        made = []
        for at in range(0, len(groups), columns):
            beside = groups[at : at + columns]
            if len(beside) == 1 < columns:
                title, keys = beside[0]
                half = (len(keys) + 1) // 2
                beside = [(title, keys[:half]), ("", keys[half:])]
            needs = [max([len(name), *(key_room(keys) + len(told.words) for told in keys)]) for name, keys in beside]
            made.append((beside, fitted(needs, room)))
        if all(widths for _, widths in made):
            return [(beside, widths) for beside, widths in made if widths]
    return [([group], [room]) for group in groups]


class HelpPage(Page):
    """Rows of help, in as many columns as fit; scrolls when there is not room."""

    ground = "surface"

    def __init__(self, office: Office, ink: Ink, place: str) -> None:
        super().__init__(office, ink)
        self.about = place
        self.targets: list[Target] = []

    def groups(self) -> list[tuple[str, list[Told]]]:
        """(heading, lines) of the commands that hold in the place; its own first, where not all are in sight."""
        name = OVERLAYS.get(self.about) or PAGES[self.about]
        groups: dict[str, list[Told]] = {
            "Move": [] if self.about in OVERLAYS else [Told(f"1 {self.ink.signs.dash} 8", "go to a screen", "")],
            "Do": [],
            f"Here, on {name}": [],
        }
        titles = {"Move": "Move", "Do": "Do", "Here": f"Here, on {name}"}
        for command in COMMANDS.values():
            if command.key and not command.id.startswith("go.") and command.id not in SECOND and self._holds(command):
                groups[titles[command.group]].append(self._line(command))
        found = [(title, rows) for title, rows in groups.items() if rows]
        return [*found[-1:], *found[:-1]] if self.short and found[-1][0] == titles["Here"] else found

    def _line(self, command: Command) -> Told:
        if command.id in PAIRS:
            other, words = PAIRS[command.id]
            return Told(f"{key_of(command, self.ink)} {key_of(COMMANDS[other], self.ink)}", words, command.id)
        return Told(key_of(command, self.ink), command.title.lower(), command.id)

    def _holds(self, command: Command) -> bool:
        if self.about in OVERLAYS:
            later = self.about in ("first", "run") and command.id == "back"  # it is called later there
            return self.about in command.places or (not command.places and command.id in ON_OVERLAYS and not later)
        return not command.places or self.about in command.places

    def _signs(self) -> list[tuple[str, str]]:
        signs = self.ink.signs
        return [
            (signs.task, "task"),
            (signs.event, "event"),
            (signs.note, "note"),
            (signs.listed_done, "done"),
            (signs.let_go, "let go"),
            (f"{signs.priority} {signs.idea} {signs.investigate}", "first, idea, look up"),
            (signs.step, "next step"),
            (signs.repeats, "comes round"),
            (f"{signs.dread[1]} {signs.dread[2]}", "dread, more dread"),
        ]

    def layout(self) -> None:
        """Rows for the width there is."""
        pad = 4 if self.width >= 70 else 2
        room = self.width - 2 * pad
        self.targets.clear()
        items = [Item(f"row:{number}", "row", strip) for number, strip in enumerate(self._rows(room))]
        before = self.lanes[0] if self.lanes else None
        self.lanes = [Lane("help", items, lambda item, width, focused: 1)]
        self.lanes[0].follow(before)
        self.lanes[0].place(pad, room, self.height)

    def _rows(self, room: int) -> list[Strip]:
        ink = self.ink
        blank = ink.blank(room, "surface")
        rows = [
            blank,
            ink.row(room, [("Help", "foreground b")], [("every key also works with a click", "faint")], "surface"),
            blank,
        ]
        for groups, widths in in_columns(self.groups(), room):
            rows += self._side_by_side(groups, room, widths, len(rows))
            rows.append(blank)
        rows += [ink.row(room, [("Signs you may meet", "muted b")], (), "surface"), blank]
        signs = self._signs()
        columns = 3 if room >= 70 else 2 if room >= 50 else 1
        needs = [max(KEY_ROOM + len(word) for _, word in signs[at::columns]) for at in range(columns)]
        widths = fitted(needs, room) or [room // columns] * columns
        for at in range(0, len(signs), columns):
            cells = [
                ([(sign.ljust(KEY_ROOM), "accent"), (word, "muted")], wide, "l")
                for (sign, word), wide in zip(signs[at : at + columns], widths, strict=False)
            ]
            rows.append(ink.columns(room, cells, "surface"))
        lost: list[Part] = [
            ("Lost?  ", "muted"),
            ("ctrl+p", "accent b"),
            (" finds anything by name.   ", "muted"),
            ("esc", "accent b"),
            (" closes this.", "muted"),
        ]
        return [*rows, blank, ink.row(room, lost, (), "surface"), blank]

    def _side_by_side(self, groups: list[Group], room: int, widths: list[int], top: int) -> list[Strip]:
        ink = self.ink
        titles = [([(group[0], "muted b")], wide, "l") for group, wide in zip(groups, widths, strict=True)]
        rows = [ink.columns(room, titles, "surface"), ink.blank(room, "surface")]
        for number in range(max(len(keys) for _, keys in groups)):
            cells, x = [], 0
            for (_, keys), wide in zip(groups, widths, strict=True):
                key, word, id = keys[number] if number < len(keys) else Told("", "", "")
                width = key_room(keys)
                if id:
                    self.targets.append((top + len(rows), x, x + width + len(word), id))
                cells.append(([(key.ljust(width), "accent b"), (word, "foreground")], wide, "l"))
                x += wide
            rows.append(ink.columns(room, cells, "surface"))
        return rows

    def click(self, hit: Hit) -> str:
        """The command whose line was clicked, or ""."""
        row = hit.key.partition(":")[2]
        found = (id for line, begin, end, id in self.targets if str(line) == row and begin <= hit.column < end)
        return next(found, "")

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A row made beforehand."""
        return [item.data]


class Help(Overlay):
    """The overlay; any key that does not scroll closes it."""

    BINDINGS = [
        Binding("down,pagedown", "scroll(4)", "Down", id="help.down"),
        Binding("up,pageup", "scroll(-4)", "Up", id="help.up"),
    ]

    def __init__(self, office: Office, ink: Ink, place: str, run: Callable[[str], object]) -> None:
        super().__init__()
        self._page = HelpPage(office, ink, place)
        self._run = run

    def compose(self) -> ComposeResult:
        """One page in a box."""
        with Container(id="help"):
            yield Canvas(id="rows")

    def on_mount(self) -> None:
        """Show it."""
        self._canvas = self.query_one(Canvas)
        self._canvas.show(self._page)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """No taller than what there is to say; of which there is nothing where there is no room for it."""
        if self._page.lanes:
            self.query_one("#help").styles.height = min(self.app.size.height, len(self._page.lanes[0].items))

    @on(Canvas.Clicked)
    def _clicked(self, event: Canvas.Clicked) -> None:
        event.stop()
        if event.command:
            self.dismiss()
            self._run(event.command)

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        if self._page.lanes and self._page.lanes[0].wheel(by):
            self._canvas.refresh()

    def on_key(self, event: events.Key) -> None:
        """Any other key closes."""
        if event.key not in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.dismiss()

    def on_click(self, event: events.Click) -> None:
        """So does a click beside it."""
        if event.widget is self:
            self.dismiss()
