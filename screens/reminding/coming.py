"""The list of what rings: what came and is still open, what comes next, and what never rings again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from textual.strip import Strip

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.manner import keyed
from organizer.office import Office
from organizer.reminding.ring import Ring
from organizer.reminding.sources import never
from organizer.repeat import series_of
from organizer.words import count
from screens.ink import Ink, Part
from screens.reminding.words import lead, sign, what
from screens.sheet import Sheet, keys_of
from screens.titled import Titled
from screens.widgets.lane import Item, Lane

TIMES, LEADS = 20, 19
Rings = Callable[[], list[Ring]]


class ComingPage(Titled):
    """The groups and their rows."""

    place = "reminders"

    def __init__(self, office: Office, ink: Ink, rings: Rings) -> None:
        super().__init__(office, ink)
        self._rings = rings

    def items(self) -> list[Item]:
        """What rings, by when; and what never does."""
        items: list[Item] = []
        for title, rings in self.groups():
            if rings:
                items += [*([Item("", "blank")] if items else []), Item("", "group", title)]
                items += [Item(ring.name, "ring", ring) for ring in rings]
        silenced = self.silenced()
        if silenced:
            items += [*([Item("", "blank")] if items else []), Item("", "group", "Never ring")]
            items += [Item(about, "never", text) for about, text in silenced]
        return items or [Item("", "empty", "Nothing rings. A task with a time does, and so does a promise.")]

    def first(self, items: list[Item]) -> str:
        """The first that rings."""
        return next((item.key for item in items if item.key), "")

    def title(self) -> tuple[str, str]:
        """How many there are."""
        number = sum(item.kind == "ring" for item in self.rows.items)
        return "Coming reminders", count(number, "reminder") if number else ""

    def groups(self) -> list[tuple[str, list[Ring]]]:
        """What there is under each heading. Of one that rings more than once, what came is told once."""
        now = self.now
        rings = self._rings()
        at = now.isoformat(timespec="minutes")
        open_ = {ring.about + ring.due: ring for ring in rings if ring.at <= at}
        days = {name: (now.date() + timedelta(days=ahead)).isoformat() for name, ahead in _AHEAD.items()}
        ahead = [ring for ring in rings if ring.at > at]
        found = [("Came, and still open", list(open_.values()))]
        since = ""
        for name, day in days.items():
            found.append((name, [ring for ring in ahead if since < ring.at[:10] <= day]))
            since = day
        return [*found, ("Further on", [ring for ring in ahead if ring.at[:10] > since])]

    def silenced(self) -> list[tuple[str, str]]:
        """What never rings again, by name and words, as far as it is still there."""
        practice = self.office.practice
        wanted = never(practice)
        if not wanted:
            return []
        texts = {f"commitments:{id}": f"{one.who}: {one.text}" for id, one in practice.commitments.items()}
        texts |= {f"entries:{series_of(one)}": one.text for one in practice.entries.values() if one.open}
        return sorted((about, texts[about]) for about in wanted if about in texts)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """A heading, or when, what, and how long before."""
        ink = self.ink
        if item.kind in ("group", "blank", "empty"):
            return [ink.row(lane.width, [(f" {item.data or ''}", "muted")], (), "surface")]
        bar, ground = self.bar(focused)
        spec = "foreground b" if focused else "foreground"
        if item.kind == "never":
            return [
                ink.row(
                    lane.width,
                    [bar, (f"  {item.data}", "muted")],
                    [(keyed("{reminders.never} lets it ring "), "faint")],
                    ground,
                )
            ]
        ring: Ring = item.data
        left: list[Part] = [bar, (f" {sign(ring, ink.signs):2}", "accent"), (what(ring), spec)]
        at = self._when(ring, self.now)
        if lane.width < 56:
            return [ink.row(lane.width, left, [(f"{at} ", "muted")], ground)]
        came = ring.at <= self.now.isoformat(timespec="minutes")
        if came:  # nothing stands between, so the words take that room too
            return [ink.row(lane.width, left, [(f"{at} ", "muted")], ground)]
        cells = [(left, 0, "l"), ([(f" {lead(ring)}", "faint")], LEADS, "l"), ([(f"{at} ", "muted")], TIMES, "r")]
        return [ink.columns(lane.width, cells, ground)]

    def _when(self, ring: Ring, now: datetime) -> str:
        """When it rings; of what came, when it is due."""
        at = ring.due if ring.at <= now.isoformat(timespec="minutes") else ring.at
        if at[:10] > (now.date() + timedelta(days=7)).isoformat():
            at = at[:10]
        same_day = at[:10] == now.date().isoformat()
        return when.say_time(at[11:16]) if same_day and len(at) > 10 else when.say(at, now)

    @property
    def ring(self) -> Ring | None:
        """The one under the cursor."""
        lane = self.rows
        item = lane.items[lane.cursor] if 0 <= lane.cursor < len(lane.items) else None
        return item.data if item is not None and item.kind == "ring" else None


_AHEAD = {"Today": 0, "Tomorrow": 1, "Within a week": 7}


class Coming(Sheet):
    """The overlay. `act(what, ring)` does what a key means on the desk: "show", "done", "answered"."""

    BINDINGS = [*keys_of("reminders")]
    box = "reminders"
    place = "reminders"
    opens = "reminders"

    def __init__(
        self, office: Office, ink: Ink, rings: Rings, act: Callable[[str, Ring], object], later: Callable[[Ring], None]
    ) -> None:
        self._coming = ComingPage(office, ink, rings)
        super().__init__(office, ink, self._coming)
        self._act, self._later = act, later

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """What can be done about the one under the cursor, and close."""
        ring = self._coming.ring if self._coming.lanes else None
        close = (COMMANDS["back"]._replace(title="close"),)
        silence = COMMANDS["reminders.never"]
        if ring is None:
            on_never = bool(self._coming.lanes) and bool(self.key)
            return ((silence._replace(hint="let it ring"), COMMANDS["undo"]) if on_never else ()), close
        done = COMMANDS["reminders.done"]
        if ring.kind == "inquiry":
            done = COMMANDS["reminders.answered"]._replace(hint="answered")
        elif ring.kind in ("promise", "ritual"):
            done = done._replace(hint="kept" if ring.kind == "promise" else "begin")
        open_ = Command("enter", "Open", "", key="enter", hint="open")
        return (open_, done, COMMANDS["reminders.later"], silence, COMMANDS["undo"]), close

    def do(self, id: str) -> None:
        """A key of the list."""
        ring = self._coming.ring
        if id == "reminders.never" and self.key:
            self.run(id, about=ring.about if ring else self.key)
        elif ring is None:
            return
        elif id == "reminders.later":
            self._later(ring)
        elif id == "reminders.done" and ring.table == "entries":
            self._run_on("entry.done", ring)
        elif id == "reminders.done" and ring.table == "commitments":
            self._run_on("word.keep", ring)
        else:
            self.dismiss()
            self._act("answered" if ring.kind == "inquiry" else "done", ring)

    def _run_on(self, command: str, ring: Ring) -> None:
        from organizer.errors import OrganizerError
        from organizer.words import sentence
        from screens.widgets.keybar import UNDO

        try:
            change = self._office.run(command, (ring.id,))
        except OrganizerError as error:
            self.say(str(error), care=True)
            return
        self.say(sentence(change.label), UNDO)

    def enter(self) -> None:
        """Go to where it stands."""
        ring = self._coming.ring
        if ring is not None:
            self.dismiss()
            self._act("show", ring)

    def read_again(self) -> None:
        """A minute has gone by."""
        self._page.dirty = True
        self.again()
