"""Catch it: one line, sorted for you. What is read shows as it is typed; nothing is kept until enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer import capture
from organizer.capture import Draft
from organizer.elsewhere import Unkept
from organizer.lint import Found
from organizer.office import Office
from organizer.views.board import STAGE_NAMES
from screens.dialogs.overlay import ELSEWHERE, WAY, Saved, Typing
from screens.ink import Ink, shown, wrap
from screens.remark import remark, ways
from screens.widgets.field import Doc, Field
from screens.widgets.lines import Lines, Way, Ways

READING_ROWS = 7
Keep = Callable[[list[str], bool], str]
"""(lines, read dates) -> "" when kept, else the sentence that says why not."""


class Catch(Typing):
    """The quick-capture overlay. A line that cannot be kept stays in the field, with the reason under it."""

    BINDINGS = [
        ELSEWHERE,
        Binding("escape", "never_mind", "Never mind", id="catch.close"),
        Binding("tab", "dates", "Read or do not read a date", id="catch.dates", priority=True),
        Binding("ctrl+r", "code", "A code instead", id="catch.code", priority=True),
        Binding("ctrl+w", "promise", "Give my word on it", id="catch.promise", priority=True),
        Binding("ctrl+n,ctrl+j", "keep(True)", "Keep, and another", id="catch.another", priority=True),
    ]

    def __init__(
        self, office: Office, ink: Ink, keep: Keep, around: dict[str, str], lines: Sequence[str] = (),
        promise: Callable[[str], None] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._promise = promise
        self._office, self._ink, self._keep, self._around = office, ink, keep, around
        self._text = lines[0] if lines else ""
        self._dates = True
        self._more = list(lines[1:])
        self._why = ""
        self._kept = 0
        self._draft = Draft("")
        self._found: Found | None = None

    def compose(self) -> ComposeResult:
        """A title, the field, the reading, the keys."""
        ink = self._ink
        with Container(id="catch"):
            yield Lines(ink, self._title, 1, classes="inset")
            yield Field(self._text, self._coloring, many=True, id="line", placeholder="what is in your head")
            yield Lines(ink, self._reading, READING_ROWS, id="reading", classes="inset")
            yield Lines(ink, self._keys, 3, id="how", classes="inset")

    def begin(self) -> None:
        """Behind what was given."""
        self._field.cursor_position = len(self._field.value)
        self._read()

    def paste_ahead(self, lines: list[str]) -> None:
        """Each line an entry, here too."""
        super().paste_ahead(lines[:1])
        self._more += lines[1:]

    # -- reading

    def _parse(self, text: str) -> Draft:
        practice = self._office.practice
        return capture.read(
            text,
            self._office.clock.now(),
            practice.areas_in_order(),
            day_first=practice.day_first,
            dates=self._dates,
            signs=practice.signs(),
        )

    def _coloring(self, text: str) -> list[tuple[int, int, Style]]:
        if not hasattr(self, "_field"):
            return []
        self._draft = self._parse(text)
        accent, gold = self._ink.style("accent", "accent_soft"), self._ink.style("gold b", "accent_soft")
        return [(span.start, span.end, gold if span.what == "signifier" else accent) for span in self._draft.spans]

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._why = ""
        self._read()

    def _read(self) -> None:
        self._draft = self._parse(self._field.value)
        self._found = remark(self._office, self._field.value)
        for lines in self.query(Lines):
            if lines.id in ("reading", "how"):
                lines.redraw()

    @on(Field.Pasted)
    def _pasted(self, event: Field.Pasted) -> None:
        if self._field.value.strip():
            self._field.insert_text_at_cursor(event.lines[0])
            self._more += event.lines[1:]
        else:
            self._field.value = event.lines[0]
            self._more += event.lines[1:]
        self._field.cursor_position = len(self._field.value)
        self._read()

    def draft(self) -> Doc:
        """The line, and those that wait behind it."""
        command = "catch.here" if self._around else "catch"
        return {"open": "command", "command": command, **self._field.draft(), "more": self._more, "dates": self._dates}

    def take_up(self, doc: Doc) -> None:
        """Go on with them."""
        self._more = [str(line) for line in doc.get("more", ())]
        self._dates = bool(doc.get("dates", True))
        self._field.take_up(doc)
        self._read()

    # -- drawing

    def _title(self, width: int) -> list[Strip]:
        return [
            self._ink.row(width, [("Catch it", "foreground b")], [("one line, sorted for you", "faint")], "surface")
        ]

    def _reading(self, width: int) -> list[Strip]:
        ink = self._ink
        if self._why:
            lines = wrap(self._why, width, most=READING_ROWS)
            spec = "foreground" if isinstance(self._why, Saved) else "clay"
            return [ink.row(width, [(line, spec)], (), "surface") for line in lines]
        rows: list[Strip] = []
        here = self._here()
        if self._field.value.strip():
            said = capture.explain(self._draft, self._office.clock.now(), self._office.practice.areas_in_order())
            for number, (label, value) in enumerate(said[: READING_ROWS - 1 - len(here)]):
                weight = "foreground b" if number == 0 else "foreground"
                rows.append(ink.row(width, [(f"{label:9}", "faint"), (shown(value), weight)], (), "surface"))
        elif self._kept:
            rows.append(ink.row(width, [(f"{self._kept} kept. What else?", "muted")], (), "surface"))
        rows += [ink.row(width, [(f"{label:9}", "faint"), (value, "muted")], (), "surface") for label, value in here]
        if self._more:
            words = (
                f"and {len(self._more)} more {'line' if len(self._more) == 1 else 'lines'}, each an entry of its own"
            )
            rows.append(ink.row(width, [(words, "muted")], (), "surface"))
        return rows

    def _here(self) -> list[tuple[str, str]]:
        """Where it goes unless the line says otherwise: the column it is added in."""
        area, stage = self._around.get("area", ""), self._around.get("stage", "")
        if area and not self._draft.area:
            known = self._office.practice.areas.get(area)
            return [("area", shown(known.name if known else area))]
        if stage and self._draft.kind == "task":
            return [("goes to", STAGE_NAMES.get(stage, stage))]
        return []

    def _keys(self, width: int) -> list[Strip | Ways]:
        ink = self._ink
        words = (
            "read the date"
            if not self._dates
            else "not a date"
            if self._draft.due
            else "not some day"
            if self._draft.someday
            else ""
        )
        keys = (
            Way(ink.signs.enter, "keep it", "keep(False)"),
            *((Way("tab", words, "dates"),) if words else ()),
            Way("^n", "another" if words and width < 86 else "keep, and another", "keep(True)"),
            *((Way("^w", "promise it", "promise"),) if self._promise and not self._more and width > 66 else ()),
            *((WAY,) if isinstance(self._why, Unkept) else ()),
            Way("esc", "never mind", "never_mind"),
        )
        hint = "o event  - note  ! idea  * priority  ~20m  ~ dread  #area  -> first step"
        return [
            Ways(keys),
            ink.blank(width, "surface"),
            ways(self._found) if self._found else ink.row(width, [(hint, "faint")], (), "surface"),
        ]

    # -- doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What asks for the field waits until there is one."""
        if not self.is_mounted and action in ("dates", "keep", "promise", "code"):
            return False
        return super().check_action(action, parameters)

    @property
    def typed(self) -> bool:
        """Whether something that was typed or pasted is not kept yet."""
        return super().typed or bool(self._more)

    def written(self) -> list[str]:
        """The line, and those pasted behind it."""
        return [line for line in (self._field.value, *self._more) if line.strip()]

    def saved(self, path: str) -> None:
        """It stays here as well."""
        self._why = Saved(path)
        self._read()

    def action_dates(self) -> None:
        """Read a date in the line, or leave it as words."""
        self._dates = not self._dates
        self._read()
        self._field.refresh()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.action_keep(False)

    def action_keep(self, another: bool) -> None:
        """Keep the line, and close or go on with the next."""
        lines = self.written()
        if not lines:
            if not another:
                self.dismiss()
            return
        self._why = self._keep(lines, self._dates)
        if self._why:
            self._read()
            return
        if not another:
            self.dismiss()
            return
        self._kept += len(lines)
        self._more = []
        self._dates = True
        self._field.value = ""

    def action_promise(self) -> None:
        """Give my word on the line instead: to whom, and by when, is asked."""
        text = self._field.value.strip()
        if self._promise and text and not self._more:
            self.dismiss()
            self._promise(text)

    def action_never_mind(self) -> None:
        """Close; nothing is kept."""
        self.dismiss()
