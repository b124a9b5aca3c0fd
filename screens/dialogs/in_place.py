"""An overlay over an entry whose fields are typed in at its foot, in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.strip import Strip
from textual.widgets import Input

from organizer.elsewhere import Unkept, why
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.words import sentence
from screens.dialogs.overlay import WAY, Overlay, Saved
from screens.entry import EntryPage
from screens.entry_fields import EXAMPLES, HINTS
from screens.ink import Ink, safe, wrap
from screens.remark import remark, ways
from screens.widgets.canvas import Canvas
from screens.widgets.field import Field
from screens.widgets.keybar import NO_HINT, QUIET_SECONDS, UNDO, Hint, Quiet
from screens.widgets.lines import Lines, Ways

BREAK = " ⏎ "
"""What stands for a line break while a field is typed in."""


class InPlace(Overlay):
    """Base of the drawer: its page, and the field that comes when a row of it is changed. Bad input stays in the field
    with a sentence."""

    def __init__(self, office: Office, ink: Ink, id: str) -> None:
        super().__init__()
        self._office, self._ink = office, ink
        self._page = EntryPage(office, ink, id)
        self._typing = ""
        self._began = ""
        self._why = ""
        self._said = 0

    def _begin(self) -> None:
        """Find the parts; the field waits out of sight."""
        self._canvas, self._field = self.query_one(Canvas), self.query_one(Field)
        self._lines = self.query_one("#label", Lines)
        self._field.display = self._lines.display = False

    @property
    def _key(self) -> str:
        return self._page.current.key if self._page.current else ""

    def saved(self, path: str) -> None:
        """It stays here as well."""
        self._why = Saved(path)
        self.tell_why(self._lines, self._why)

    def _label(self, width: int) -> Sequence[Strip | Ways]:
        if self._why:
            spec = "foreground" if isinstance(self._why, Saved) else "clay"
            lines = wrap(self._why, width, most=3)
            way = [Ways((WAY,))] if isinstance(self._why, Unkept) and self.written() else []
            return [*(self._ink.row(width, [(line, spec)], (), "surface") for line in lines), *way]
        hint = EXAMPLES.get(self._typing, "")
        found = remark(self._office, self._field.value)
        return [
            ways(found) if found else self._ink.blank(width, "surface"),
            self._ink.row(
                width,
                [(HINTS.get(self._typing, self._typing), "foreground b"), (f"   {hint}" if hint else "", "faint")],
                (),
                "surface",
            ),
        ]

    def _edit(self, name: str) -> None:
        self._typing, self._why = name, ""
        self._began = self._as_typed(name)
        self._field.value = self._began
        self._field.display = self._lines.display = True
        self._lines.redraw()
        self._field.focus()
        self._field.cursor_position = len(self._field.value)

    def _stop_editing(self) -> None:
        self._typing = self._why = ""
        self._field.display = self._lines.display = False
        self._canvas.focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._why = ""
        self.tell_why(self._lines, self._why)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._typing == "line":
            if not event.value.strip():
                self._stop_editing()
                return
            self._why = self._attempt("check.add", text=event.value)
            if not self._why:
                self._field.value = ""
        else:
            self._why = self._keep_typed(event.value)
            if not self._why:
                self._stop_editing()
        self.tell_why(self._lines, self._why)

    def _keep_typed(self, typed: str) -> str:
        """Keep what was typed; "" or why not. What was not touched is not written; what another changed
        meanwhile is said, and enter once more keeps what is typed here."""
        if typed == self._began:
            return ""
        now = self._as_typed(self._typing)
        if now != self._began:
            self._began = now
            return "It was changed elsewhere meanwhile. Enter once more keeps what you typed; esc leaves it."
        name, _, number = self._typing.partition(":")
        text = typed.replace(BREAK, "\n")
        if name == "check":
            return self._attempt("check.edit", line=int(number), was=self._page.typed(self._typing), text=text)
        return self._attempt("entry.edit", fields={name: text})

    def _as_typed(self, name: str) -> str:
        return "" if name == "line" else safe(self._page.typed(name).replace("\n", BREAK))

    # -- keeping it, and saying so

    def _attempt(self, command: str, **answers: Any) -> str:
        try:
            change = self._office.run(command, self._page.selection(), **answers)
        except OrganizerError as error:
            return why(error)
        if change.rows:
            self._say(sentence(change.label), UNDO)
        return ""

    def _say(self, text: str, hint: Hint = NO_HINT, care: bool = False) -> None:
        self._canvas.say(Quiet(text, hint, care))
        self._said += 1
        said = self._said
        self.set_timer(QUIET_SECONDS, lambda: self._canvas.say(Quiet()) if said == self._said else None)
