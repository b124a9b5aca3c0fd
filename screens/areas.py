"""The areas of the practice, as a sheet: add one, name, order, color and retire it."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.areas import COLORS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.views.areas import AreaLine, areas
from organizer.words import count
from screens.dialogs.chooser import Chooser
from screens.ink import Ink, Part, shown
from screens.sheet import Sheet, keys_of
from screens.titled import Titled
from screens.widgets.lane import Item, Lane

LEADING = ("area.add", "area.rename", "area.retire", "area.face", "area.color", "area.reorder", "area.lower")
AROUND, LEAST = 7, 15
"""Rows of the sheet besides the list, and how many it has at least."""
ADD = "something of your own"
WHAT = "what belongs to it: claims, bank, taxes"
NAMES, OPEN = 22, 10
"""Cells of the names, so that what stands behind them is aligned, and of how many are open."""


class AreasPage(Titled):
    """Those in use, the retired ones, and a row to add one."""

    place = "areas"

    def items(self) -> list[Item]:
        """The areas, and a row to add one."""
        return [*(Item(line.area.id, "area", line) for line in areas(self.office.practice)), Item("add", "add")]

    def title(self) -> tuple[str, str]:
        """How many there are."""
        lines = [item.data.area for item in self.rows.items if item.kind == "area"]
        used = sum(not area.retired for area in lines)
        gone = f", {len(lines) - used} retired" if used < len(lines) else ""
        return "Areas of my practice", f"{count(used, 'area')}{gone}"

    def column(self, key: str) -> int:
        """What belongs to an area is typed behind its name, where there is room."""
        if not self.behind or self.rows.width < 60:
            return 4
        area = self.office.practice.areas.get(key)
        return max(NAMES, cell_len(area.name) if area else 0) + 4

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One area, or the row that adds one."""
        if item.kind == "add":
            return self.adding(lane.width, ADD, focused)
        ink = self.ink
        bar, ground = self.bar(focused)
        line: AreaLine = item.data
        area = line.area
        dot: Part = (ink.signs.path_done, ink.colored(area.color)) if area.color else (" ", "faint")
        weight = "faint" if area.retired else "foreground b" if focused else "foreground"
        left: list[Part] = [bar, dot, ("  ", "faint"), (shown(area.name), weight)]
        mark = "retired" if area.retired else "client-facing" if area.client_facing else ""
        right = f"{line.open} open " if line.open else ""
        if lane.width < 60:
            return [ink.row(lane.width, left, [(f"{mark}  {right}", "faint")], ground)]
        about: list[Part] = [(shown(area.about) if lane.width > 84 else "", "faint")]
        names = max(NAMES, cell_len(area.name)) + 4
        marked: list[Part] = [("  ", "faint"), (mark, "muted")]
        facts: list[tuple[list[Part], int, str]] = [(marked, 16, "l"), ([(right, "muted")], OPEN, "r")]
        return [ink.columns(lane.width, [(left, names, "l"), (about, 0, "l"), *facts], ground)]


class Areas(Sheet):
    """The overlay."""

    BINDINGS = [
        *keys_of("areas"),
        Binding("alt+up", "command('area.reorder')", "Move up", id="areas.up", priority=True),
        Binding("alt+down", "command('area.lower')", "Move down", id="areas.down", priority=True),
    ]
    box = "areas"
    place = "areas"
    opens = "areas"

    def __init__(self, office: Office, ink: Ink) -> None:
        super().__init__(office, ink, AreasPage(office, ink))

    def frame(self) -> None:
        """No taller than what there is to show."""
        rows = len(self._page.rows.items) + AROUND
        self.query_one("#areas").styles.height = max(LEAST, min(self.app.size.height, rows))
        super().frame()

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The commands of the list; taking back is called so where it is meant."""
        area = self._office.practice.areas.get(self.key)
        retire = COMMANDS["area.retire"]._replace(hint="take back" if area and area.retired else "retire")
        left = (retire if id == "area.retire" else COMMANDS[id] for id in LEADING)
        return tuple(left), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """What a key means for the area under the cursor."""
        area = self._office.practice.areas.get(self.key)
        if id == "area.add":
            self.type_in("add", "", self._add, "its name")
        elif area is None:
            self.say("Choose an area first, or a to add one.", care=True)
        elif id == "area.rename":
            self.type_in(area.id, area.name, lambda name: self.attempt(id, area=area.id, name=name))
        elif id == "area.about":
            self.type_in(
                area.id, area.about, lambda about: self.attempt(id, area=area.id, about=about), WHAT, behind=True
            )
        elif id == "area.color":
            source = Colors(self._ink, lambda color: self.attempt(id, area=area.id, color=color))
            self.app.push_screen(Chooser(self._office, self._ink, source))
        else:
            self.run(id, area=area.id)

    def _add(self, name: str) -> str:
        if not name.strip():
            return ""
        before = set(self._office.practice.areas)
        why = self.attempt("area.add", name=name)
        if not why:
            self._page.rebuild()
            self._page.select(next(iter(set(self._office.practice.areas) - before), ""))
        return why

    def enter(self) -> None:
        """Rename, or add."""
        self.do("area.add" if self.key == "add" else "area.rename")

    def on_click(self, event: events.Click) -> None:
        """A click beside the sheet closes it."""
        if event.widget is self:
            self.dismiss()


class Colors:
    """The eight colors to choose from, and none; `go(color)` gives "" or why not."""

    title = "A color for it"
    placeholder = "heather, linen, none"
    enter = "take it"
    brief = True

    def __init__(self, ink: Ink, go: Callable[[str], str]) -> None:
        self._ink, self._go = ink, go

    def items(self, query: str) -> list[Item]:
        """Those whose name holds what is typed."""
        low = query.strip().lower()
        found = [Item(name, "color", name) for name in COLORS if low in name.lower()]
        return [*found, Item("none", "none", "no color")] if not found or low in "no color" else found

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The dot and the name."""
        dot = (self._ink.signs.path_done, self._ink.colored(item.data)) if item.kind == "color" else (" ", "faint")
        return [dot, ("  ", "foreground"), (item.data, "foreground")], []

    def pick(self, item: Item, query: str) -> str:
        """Take it."""
        return self._go(item.key) if item.key else "Choose one of the colors, or none."
