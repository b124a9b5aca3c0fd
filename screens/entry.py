"""One entry in full, as a page: every field, the checklist, the history."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.ids import short
from organizer.manner import keyed
from organizer.office import Event, Office
from organizer.records import Check, Entry
from organizer.repeat import days_after
from organizer.views.board import STAGE_NAMES
from screens.entry_fields import LABELS, Value, fields_of, typed, value_of
from screens.ink import Ink, Part, wrap
from screens.page import Heading, Hit, Page
from screens.widgets.lane import Item, Lane

START = 9
"""Cells at the end of the next step that start it."""


class EntryPage(Page):
    """What the drawer shows. Rows are keyed "field:due", "check:0"."""

    place = "entry"
    ground = "surface"

    def __init__(self, office: Office, ink: Ink, id: str) -> None:
        super().__init__(office, ink)
        self.id = id
        self.past: list[Event] | None = None
        self.whole = False

    @property
    def entry(self) -> Entry | None:
        """The entry as it is now; None when it is gone."""
        return self.office.practice.entry(self.id)

    def selection(self) -> tuple[str, ...]:
        """The entry, whatever row the cursor is on."""
        return (self.id,) if self.entry else ()

    def heading(self) -> Heading:
        """Its own text."""
        return Heading(self.entry.text if self.entry else "")

    def rebuild(self) -> None:
        """Read the entry again."""
        entry = self.entry
        before = self.current
        self.past = None if self.past is None else self.office.history(self.id)
        items = self._items(entry) if entry else []
        lane = Lane("entry", items, self._measure, before.key if before else "field:step")
        if before and before.key and lane.key != before.key and lane.items:
            keyed = [i for i, item in enumerate(items) if item.key]
            lane.point(min(keyed, key=lambda i: abs(i - before.cursor)))
        lane.follow(before)
        self.lanes = [lane]

    def _items(self, entry: Entry) -> list[Item]:
        items = [Item("field:text", "title", entry.text), Item("", "under"), Item("", "")]
        items += [Item("", "label", "Smallest next step"), Item("field:step", "step", entry.step), Item("", "")]
        names, quiet = fields_of(entry, self.whole)
        for name in names:
            items.append(Item(f"field:{name}", "field", name))
            if name == "repeat" and entry.repeat and not entry.repeat.event:
                items.append(Item("", "coming"))
        if quiet:
            items.append(Item("more:fields", "rest", ", ".join(LABELS[name] for name in quiet)))
        items += self._promises()
        items += [Item("", ""), Item("", "steps"), Item("", "bar")]
        items += [Item(f"check:{number}", "check", line) for number, line in enumerate(entry.checklist)]
        items.append(Item("more:check", "add"))
        items += [Item("", ""), Item("", "label", "History")]
        if self.past is None:
            items.append(Item("more:history", "past"))
        else:
            items += [Item("", "event", event) for event in self.past]
        return items

    def _promises(self) -> list[Item]:
        """What was promised of it; with its history, what is in the archive as well."""
        practice, clock = self.office.practice, self.office.clock
        if not practice.commitments and not (self.past is not None and practice.older("commitments")):
            return []
        from organizer.views.word import given, of_entry

        found = of_entry(practice, self.id, old=self.past is not None)
        rows = [Item(f"word:{one.id}", "promise", given(one, clock.now(), clock.zone())) for one in found]
        return [Item("", ""), Item("", "label", "My word"), *rows] if rows else []

    # -- layout

    def layout(self) -> None:
        """One lane."""
        if self.dirty or not self.lanes:
            self.rebuild()
            self.dirty = False
        pad = 4 if self.width >= 50 else 2
        self.head = [self.ink.blank(self.width, "surface")] * (2 if self.height > 24 else 1 if self.height > 12 else 0)
        self.lanes[0].place(pad, max(1, self.width - 2 * pad), max(1, self.height - len(self.head)))

    def _measure(self, item: Item, width: int, focused: bool) -> int:
        return len(self._lines(item, width))

    def _lines(self, item: Item, width: int) -> list[str]:
        """The wrapped words of the rows that may need more lines than one."""
        if item.kind == "title":
            return [line for part in str(item.data).split("\n") for line in wrap(part, width - 1)]
        if item.kind == "coming":
            return self._coming(width - 12)
        if item.kind == "step":
            return wrap(item.data or "what could be done in five minutes?", width - START - 4)
        if item.kind == "check":
            return wrap(item.data.text, width - 4)
        if item.kind == "field":
            return [line for part in self._value(item.data)[0].split("\n") for line in wrap(part, width - 12)]
        return [""]

    # -- drawing

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """One row."""
        entry = self.entry
        if entry is None:
            return [self.ink.blank(lane.width, "surface")]
        ground = "accent_soft" if focused else "surface"
        bar: Part = (self.ink.signs.focus if focused else " ", "accent")
        drawers = {
            "title": self._title,
            "step": self._step,
            "field": self._field,
            "check": self._check,
        }
        if item.kind == "coming":
            lines = self._lines(item, lane.width)
            return [self.ink.row(lane.width, [(" " * 12, "faint"), (line, "faint")], (), "surface") for line in lines]
        if item.kind in drawers:
            return drawers[item.kind](item, lane.width, bar, ground, focused)
        return [self._row(item, entry, lane.width, bar, ground)]

    def _row(self, item: Item, entry: Entry, width: int, bar: Part, ground: str) -> Strip:
        ink = self.ink
        if item.kind == "label":
            return ink.row(width, [(" ", "faint"), (item.data, "muted")], (), "surface")
        if item.kind == "under":
            return ink.row(width, [(" ", "faint"), *self._under(entry)], [(short(entry.id), "faint")], "surface")
        if item.kind == "steps":
            done = sum(line.done for line in entry.checklist)
            far: list[Part] = [(f"{done} of {len(entry.checklist)}", "faint")] if entry.checklist else []
            return ink.row(width, [(" ", "faint"), ("Steps", "muted")], far, "surface")
        if item.kind == "bar":
            return self._bar(entry, width)
        if item.kind == "add":
            return ink.row(
                width,
                [bar, (keyed("{check.add} adds a line"), "foreground" if ground == "accent_soft" else "faint")],
                (),
                ground,
            )
        if item.kind == "rest":
            spec = "foreground" if ground == "accent_soft" else "faint"
            right: list[Part] = [(f" {ink.signs.enter} all ", "faint")]
            said = self._whole(item.data, width - 12 - len(right[0][0]) - 1)
            return ink.row(width, [bar, (f"{'more':11}", "faint"), (said, spec)], right, ground)
        if item.kind == "past":
            since = "what happened since" if width > 52 else "and since"
            words = f"written {self._moment(entry.created)}   {ink.signs.enter} {since}" if entry.created else "show it"
            return ink.row(width, [bar, (words, "foreground" if ground == "accent_soft" else "faint")], (), ground)
        if item.kind == "promise":
            from screens.word.row import in_entry

            return in_entry(ink, item.data, width, bar, ground, entry.text, self.now)
        if item.kind == "event":
            return self._event(item.data, width)
        return ink.blank(width, "surface")

    def _whole(self, names: str, room: int) -> str:
        """As many of the names as there is room for, each whole."""
        parts, some = names.split(", "), names
        while len(some) > room and len(parts) > 1:
            parts.pop()
            some = f"{', '.join(parts)}{self.ink.signs.ellipsis}"
        return some

    def _coming(self, width: int) -> list[str]:
        """The next five dates, none of them broken."""
        days = [when.say(day[:10], self.now) for day in days_after(self.entry, self.now)] if self.entry else []
        if not days:
            return wrap("this is the last one", width)
        lines, line = [], "then"
        for number, day in enumerate(days):
            longer = f"{line} {self.ink.signs.dot} {day}" if number else f"{line} {day}"
            if len(longer) > width and number:
                lines.append(line)
                longer = day
            line = longer
        return [*lines, line]

    def _bar(self, entry: Entry, width: int) -> Strip:
        if not entry.checklist:
            return self.ink.blank(width, "surface")
        full = round((width - 1) * sum(line.done for line in entry.checklist) / len(entry.checklist))
        line = self.ink.signs.path_line
        return self.ink.row(
            width, [(" ", "faint"), (line * full, "accent"), (line * (width - 1 - full), "track")], (), "surface"
        )

    def _under(self, entry: Entry) -> list[Part]:
        area = self.office.practice.areas.get(entry.area)
        stage = STAGE_NAMES.get(entry.stage, entry.stage).lower()
        if entry.stage == "done":
            stage = "done"
        if entry.kind != "task" and entry.open:  # a note and an event have no stage
            stage = entry.kind
        since = f" {self._moment(entry.closed)}" if entry.closed else ""
        return [(area.name if area else "No area yet", "muted"), (f" {self.ink.signs.dot} {stage}{since}", "faint")]

    def _moment(self, iso: str) -> str:
        return f"{when.say(iso[:10], self.now)} {when.say_time(iso[11:16])}" if len(iso) >= 16 else iso

    def _title(self, item: Item, width: int, bar: Part, ground: str, focused: bool) -> list[Strip]:
        entry = self.entry
        spec = "foreground b" if entry and entry.open else "faint s"
        return [self.ink.row(width, [bar, (line, spec)], (), ground) for line in self._lines(item, width)]

    def _step(self, item: Item, width: int, bar: Part, ground: str, focused: bool) -> list[Strip]:
        signs = self.ink.signs
        spec = ("foreground b" if focused else "foreground") if item.data else "faint i"
        strips = []
        for number, line in enumerate(self._lines(item, width)):
            arrow = f"{signs.step_behind(bar[0]) if number == 0 else ' ' * len(signs.step)} "
            start: list[Part] = [("s", "accent b"), ("  start ", "accent")] if item.data and number == 0 else []
            strips.append(self.ink.row(width, [bar, (arrow, "accent"), (line, spec)], start, ground))
        return strips

    def _field(self, item: Item, width: int, bar: Part, ground: str, focused: bool) -> list[Strip]:
        value, note, spec = self._value(item.data)
        lines = [line for part in value.split("\n") for line in wrap(part, width - 12)]
        label = LABELS[item.data]
        strips = []
        for number, line in enumerate(lines):
            left: list[Part] = [
                bar,
                (f"{label if number == 0 else '':11}", "faint"),
                (line, spec if value else "faint"),
            ]
            strips.append(self.ink.row(width, left, [(f"{note} ", "faint")] if note and number == 0 else [], ground))
        return strips

    def _value(self, name: str) -> Value:
        """What a field says."""
        if self.entry is None:  # taken away elsewhere, the drawer is about to close
            return Value("", "", "faint")
        return value_of(self.office.practice, self.ink, self.entry, name, self.now)

    def _check(self, item: Item, width: int, bar: Part, ground: str, focused: bool) -> list[Strip]:
        line: Check = item.data
        signs = self.ink.signs
        sign: Part = (signs.listed_done, "accent") if line.done else (signs.path_ahead, "faint")
        spec = "faint s" if line.done else "foreground b" if focused else "foreground"
        strips = []
        for number, text in enumerate(self._lines(item, width)):
            head: list[Part] = [bar, sign, ("  ", "faint")] if number == 0 else [bar, ("   ", "faint")]
            strips.append(self.ink.row(width, [*head, (text, spec)], (), ground))
        return strips

    def _event(self, event: Event, width: int) -> Strip:
        label = event.label.split(": ", 1)[0]
        changed = ", ".join(
            LABELS.get(name, name) for name, _, _ in event.fields if name not in ("closed", "placements")
        )
        right = self._moment(event.at)
        left: list[Part] = [(" ", "faint"), (label, "muted")]
        if changed and label not in ("Done", "Let go"):
            left.append((f" {self.ink.signs.dot} {changed}", "faint"))
        return self.ink.row(width, left, [(right, "faint")], "surface")

    # -- acting

    def click(self, hit: Hit) -> str:
        """Only the lines of the checklist have a sign to click."""
        self.signed = hit.key.startswith("check:")
        if hit.key == "field:step" and hit.line == 0 and hit.column >= self.lanes[0].width - START:
            self.lanes[0].seek(hit.key)
            return "entry.small"
        return super().click(hit)

    def choose(self) -> str:
        """Enter: edit the field, tick the line, go to a promise, or show the history."""
        key = self.current.key if self.current else ""
        if key == "more:fields" and self.entry:
            _, quiet = fields_of(self.entry, whole=False)
            self.whole = True
            self.rebuild()
            self.lanes[0].seek(f"field:{quiet[0]}")
            self.layout()
            return "redraw"
        if key == "more:history":
            self.past = self.office.history(self.id)
            self.rebuild()
            self.layout()
            return "redraw"
        if key.startswith("word:"):
            return "word.story"
        return "check.add" if key == "more:check" else "check.tick" if key.startswith("check:") else "entry.edit"

    def typed(self, name: str) -> str:
        """A field as one would type it, to begin editing with."""
        entry = self.entry
        kind, _, number = name.partition(":")
        if kind == "check":
            return entry.checklist[int(number)].text if entry else ""
        return typed(entry, name) if entry else ""
