"""The writing line at the foot of a journal page: what is typed is kept by enter, and the next may come at once."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual import events

from organizer import capture, when
from organizer.capture import Draft
from screens.ink import Part
from screens.journal.page import Journal
from screens.remark import instead, remark
from screens.widgets.field import Field

HINT, SHORT_HINT = "    o event   - note   ! idea   * priority", "    o event   - note   ! idea"


class WritingLine(Field):
    """The field. Keys are taken in the order in which they came: enter keeps what was typed before it, whatever
    follows is the next line."""

    def __init__(self, desk: Any) -> None:
        super().__init__("", self._colors, many=True, id="writing", classes="writing")
        self.desk = desk
        self.dates = True
        self._draft = Draft("")

    @property
    def journal(self) -> Journal:
        """The page it belongs to."""
        page: Journal = self.desk.page_of("journal")
        return page

    def place(self) -> None:
        """Stand at the foot of the page."""
        x, rows, width = self.journal.line_box()
        width_of_rail = self.desk.rail.styles.width.value if self.desk.rail.display else 0
        self.styles.offset = (int(width_of_rail) + x, self.app.size.height - 1 - rows)
        self.styles.width = width
        hint = self.journal.leaf.hint
        room = width - len(hint) - 3
        more = next((words for words in (HINT, SHORT_HINT) if len(words) <= room), "")
        self.placeholder = f"{hint}{self.desk.ink.signs.ellipsis}{more if self.journal.leaf.lists else ''}"

    # -- keys

    def on_key(self, event: events.Key) -> None:
        """Enter keeps, escape goes back to the page, tab says whether dates are read. When the line was left, a key
        that was under way is the desk's."""
        if not self.desk.writing:
            event.prevent_default()
        elif event.key == "enter":
            self._take(event)
            self.keep([self.value])
        elif event.key in ("escape", "up", "shift+tab") and (event.key == "escape" or not self.value):
            self._take(event)
            self.desk.stop_writing()
        elif event.key == "ctrl+r":
            self._take(event)
            instead(self.desk.office, self)
        elif event.key == "tab":
            self._take(event)
            self.dates = not self.dates
            self.read()
            self.refresh()

    @staticmethod
    def _take(event: events.Key) -> None:
        event.prevent_default()
        event.stop()

    def keep(self, lines: list[str]) -> None:
        """Keep lines; what cannot be kept stays in the line, with the reason."""
        from screens.journal.doing import write

        if not any(line.strip() for line in lines):
            self.value = ""
            self.desk.stop_writing()
            return
        why = write(self.desk, lines, self.dates)
        if why:
            self.desk.say(why, care=True)
            return
        self.dates = True
        self.value = ""
        self.read()

    def on_field_pasted(self, event: Field.Pasted) -> None:
        """Lines that are pasted are kept, each one; what was typed begins the first."""
        event.stop()
        self.keep([self.value + event.lines[0], *event.lines[1:]])

    # -- reading

    def _colors(self, text: str) -> list[tuple[int, int, Style]]:
        if not text or not self.is_mounted:
            return []
        self._draft = self._parse(text)
        ink = self.desk.ink
        accent, gold = ink.style("accent", "surface"), ink.style("accent b", "surface")
        return [(s.start, s.end, gold if s.what == "signifier" else accent) for s in self._draft.spans]

    def _parse(self, text: str) -> Draft:
        practice = self.desk.office.practice
        return capture.read(
            text,
            self.desk.office.clock.now(),
            practice.areas_in_order(),
            day_first=practice.day_first,
            dates=self.dates,
            signs=practice.signs(),
        )

    def watch_value(self, value: str) -> None:
        """What was read of it is said below."""
        self.read()

    def read(self) -> None:
        """Say below the line what was read of it."""
        if self.is_mounted and self.desk.place == "journal":
            self.desk.canvas.below(self._said())

    def _said(self) -> list[Part]:
        text = self.value
        if not text.strip() or not self.desk.writing:
            return []
        draft, now = self._parse(text), self.desk.office.clock.now()
        areas = self.desk.office.practice.areas
        said = [
            {"event": "an event", "note": "a note"}.get(draft.kind, "a task"),
            *draft.signifiers,
            when.say(draft.due, now, long=True) if draft.due else "",
            areas[draft.area].name if draft.area in areas else "",
        ]
        found = remark(self.desk.office, text)
        if found:
            key: list[Part] = [("   ctrl+r", "accent b"), (" a code instead", "muted")] if found.kind == "name" else []
            return [(found.sentence, "muted"), *key]
        dot = f" {self.desk.ink.signs.dot} "
        words = dot.join(part for part in said if part)
        tab: list[Part] = [("   tab", "accent b"), (" not a date" if self.dates else " read the date", "muted")]
        return [(words, "muted"), *(tab if draft.due or not self.dates else [])]
