"""A new volume at the year's end: what is carried is picked here; the rest stays where it is."""

from __future__ import annotations

from textual.strip import Strip

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.pages import page_of
from organizer.views.index import Indexed, collections
from organizer.views.naming import number_of
from organizer.words import count
from screens.ink import Ink, Part, shown
from screens.journal.lines import sign_of
from screens.sheet import Sheet, keys_of
from screens.titled import Titled
from screens.widgets.lane import Item, Lane

BEGIN = Command("enter", "Begin it", "", key="enter", hint="begin it")


class VolumePage(Titled):
    """Collections and open tasks, each with its tick; the last row begins the volume."""

    place = "volume"

    def __init__(self, office: Office, ink: Ink) -> None:
        super().__init__(office, ink)
        self.carried: frozenset[str] = frozenset()
        self.name = str(self.now.year + (self.now.month > 10))

    def items(self) -> list[Item]:
        """What there is to carry."""
        practice = self.office.practice
        found = collections(practice)
        tasks = [e for e in practice.entries.values() if e.kind == "task" and e.open and page_of(e)]
        tasks.sort(key=lambda entry: entry.created)
        items = [Item("", "head", "Collections that go on")] if found else []
        items += [Item(line.page, "collection", line) for line in found]
        items += [Item("", "blank"), Item("", "head", "Open lines to write into the new one")] if tasks else []
        return items + [Item(entry.id, "task", entry) for entry in tasks]

    def title(self) -> tuple[str, str]:
        """What becomes of the rest."""
        return f"A new volume: {shown(self.name)}", "what is not ticked stays on its page"

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A collection or a task, with its tick."""
        ink, signs = self.ink, self.ink.signs
        if item.kind == "head":
            return [ink.row(lane.width, [(f" {item.data}", "muted")], (), "surface")]
        if item.kind == "blank":
            return [ink.blank(lane.width, "surface")]
        bar, ground = self.bar(focused)
        on = item.key in self.carried
        tick: Part = (signs.listed_done if on else signs.path_ahead, "accent" if on else "faint")
        weight = "foreground b" if focused else "foreground" if on else "muted"
        if item.kind == "collection":
            line: Indexed = item.data
            facts = f"{count(line.amount, 'line')}   page {line.numbers} "
            left: list[Part] = [bar, tick, ("  ", "faint"), (shown(line.title), weight)]
            return [ink.row(lane.width, left, [(facts, "faint")], ground)]
        number = number_of(self.office.practice, page_of(item.data))
        left = [bar, tick, (f"  {sign_of(signs, item.data)}  ", "muted"), (shown(item.data.text), weight)]
        return [ink.row(lane.width, left, [(f"page {number} " if number else "", "faint")], ground)]


class NewVolume(Sheet):
    """The overlay: space ticks, enter begins."""

    BINDINGS = [*keys_of("volume")]
    box = "areas"
    place = "volume"

    def __init__(self, office: Office, ink: Ink) -> None:
        self._volume = VolumePage(office, ink)
        super().__init__(office, ink, self._volume)

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """Tick and begin."""
        return (COMMANDS["volume.tick"], BEGIN), (COMMANDS["back"]._replace(title="close"),)

    def do(self, id: str) -> None:
        """A tick."""
        self.tick()

    def tick(self) -> None:
        """Carry what is under the cursor, or not."""
        if self.key:
            self._volume.carried ^= {self.key}
            self.again()

    def chosen(self) -> None:
        """A click on what is selected ticks it."""
        self.tick()

    def enter(self) -> None:
        """Begin the volume with what is ticked."""
        practice = self._office.practice
        pages = [key for key in self._volume.carried if key in practice.pages]
        entries = [
            item.key for item in self._volume.rows.items if item.kind == "task" and item.key in self._volume.carried
        ]
        why = self.attempt("journal.volume", name=self._volume.name, collections=pages, entries=entries)
        if why:
            self.say(why, care=True)
        else:
            self.dismiss()
