"""Set, change or remove the passphrase; the recovery sheet is shown once, and can be saved into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer.errors import OrganizerError
from organizer.keeper import Keeper
from organizer.office import Office
from screens.dialogs.overlay import Typing
from screens.ink import Ink, wrap
from screens.widgets.field import Field
from screens.widgets.lines import Lines, Way, Ways

ASKED = {"set": ("new", "again"), "change": ("given", "new", "again"), "remove": ("given",)}
TITLES = {
    "set": "A passphrase for the office",
    "change": "Another passphrase",
    "remove": "Take the passphrase away",
}
ABOUT = {
    "set": "All that is kept is sealed with it, also from whoever takes the disk. At least eight characters; a few "
    "words are easier to keep in mind than one.",
    "change": "The recovery code stays the same, and is taken here as well. Backups from before keep their passphrase.",
    "remove": "The seal comes off: whoever can read the folder can read all that is kept.",
}
LABELS = {"given": "The passphrase there is", "new": "New passphrase", "again": "The same again", "path": "Save it as"}
DONE = {
    "set": "The vault is sealed. ctrl+l locks the office.",
    "change": "The passphrase is changed; the recovery code is the same.",
    "remove": "The seal is off, and the office locks no more.",
}
WORKING = {"set": "Sealing everything…", "change": "Changing it…", "remove": "Taking the seal off…"}
FILE = "~/organizer-recovery-sheet.txt"
ONCE = "The sheet is shown this once. s saves it, or write the code down; esc once more closes it."
Said = Callable[[str], object]


class Passphrase(Typing):
    """The overlay: one unseen line after the other, then the sheet. `then` is told what was done."""

    BINDINGS = [
        Binding("escape", "close", "Never mind", id="passphrase.close", priority=True),
        Binding("s", "save", "Save the sheet", id="passphrase.save", priority=True),
        Binding("up,pageup", "scroll(-5)", "Up", id="passphrase.up", priority=True),
        Binding("down,pagedown", "scroll(5)", "Down", id="passphrase.down", priority=True),
    ]

    def __init__(self, office: Office, ink: Ink, keeper: Keeper, act: str, then: Said) -> None:
        super().__init__()
        self._office, self._ink, self._keeper, self._act, self._then = office, ink, keeper, act, then
        self._given: dict[str, str] = {}
        self._asks = ASKED[act][0]
        self._said = ""
        self._sheet = ""
        self._top = 0
        self._saved = self._warned = self._busy = False

    def compose(self) -> ComposeResult:
        """What it is about, the line, what was said, the keys; later the sheet above them."""
        ink = self._ink
        with Container(id="passphrase"):
            yield Lines(ink, self._head, 5, id="head", classes="inset")
            yield Lines(ink, self._label, 1, id="label", classes="inset")
            yield Field(id="line", password=True)
            yield Lines(ink, self._words, 2, id="said", classes="inset")
            yield Lines(ink, self._keys, 1, id="how", classes="inset")

    # -- drawing

    def _head(self, width: int) -> list[Strip]:
        ink = self._ink
        if self._sheet:
            lines = self._sheet.splitlines()[self._top :]
            return [ink.row(width, [(line, "foreground")], (), "surface") for line in lines]
        about = [ink.row(width, [(line, "muted")], (), "surface") for line in wrap(ABOUT[self._act], width)]
        return [
            ink.row(width, [(TITLES[self._act], "foreground b")], (), "surface"),
            ink.blank(width, "surface"),
            *about,
        ]

    def _label(self, width: int) -> list[Strip]:
        return [self._ink.row(width, [(LABELS.get(self._asks, ""), "muted")], (), "surface")]

    def _words(self, width: int) -> list[Strip]:
        spec = "muted" if self._busy or self._saved else "clay"
        return [self._ink.row(width, [(line, spec)], (), "surface") for line in wrap(self._said, width, most=2)]

    def _keys(self, width: int) -> Sequence[Strip | Ways]:
        enter = self._ink.signs.enter
        if self._sheet and not self._asks:
            return [Ways((Way("s", "save it to a file", "save"), Way("↑ ↓" if enter == "↵" else "up down", "the rest"),
                          Way("esc", "I have it", "close")))]  # fmt: skip
        return [Ways((Way(enter, "next", "next"), Way("esc", "never mind", "close")))]

    def _redraw(self, said: str = "") -> None:
        self._said = said
        for lines in self.query(Lines):
            lines.redraw()

    # -- doing

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """Take what is typed, and on."""
        if self._busy or not self._asks:
            return
        if self._asks == "path":
            self._save(self._field.value.strip())
            return
        if not self._field.value:
            self._redraw("Type it first. esc leaves all as it is.")
            return
        self._given[self._asks] = self._field.value
        self._field.value = ""
        asked = ASKED[self._act]
        at = asked.index(self._asks) + 1
        if self._asks == "again" and self._given["again"] != self._given["new"]:
            self._asks = "new"
            self._redraw("The two are not the same. Once more, please.")
        elif at < len(asked):
            self._asks = asked[at]
            self._redraw()
        else:
            self._busy = True
            self._redraw(WORKING[self._act])
            self.call_after_refresh(self._do)

    def _do(self) -> None:
        """Do it, while nothing else is done."""
        given, new = self._given.get("given", ""), self._given.get("new", "")
        self._given, self._busy = {}, False
        try:
            if self._act == "set":
                self._show(self._keeper.sheet(self._keeper.set_passphrase(new)))
                return
            if self._act == "change":
                self._keeper.change_passphrase(given, new)
            else:
                self._keeper.remove_passphrase(given)
        except OrganizerError as error:
            self._asks = ASKED[self._act][0]
            self._redraw(str(error))
            return
        self.dismiss()
        self._then(DONE[self._act])

    def _show(self, sheet: str) -> None:
        self._sheet, self._asks = sheet, ""
        self._field.display = False
        self._fit()
        self.set_focus(None)
        self._redraw()

    def _fit(self) -> None:
        """As much of the sheet as there is room for."""
        room = self.app.size.height - (11 if self._asks else 6)
        self.query_one("#head").styles.height = max(1, min(room, len(self._sheet.splitlines())))

    @property
    def stays(self) -> bool:
        """Whether the office must not lock by itself now: the sheet would be gone."""
        return bool(self._busy or (self._sheet and not self._saved))

    def action_lock(self) -> None:
        """Not before the sheet was seen to."""
        if self.stays and not self._warned:
            self._warned = True
            self._redraw(ONCE)
        else:
            super().action_lock()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`s` is a letter until there is a sheet."""
        return action != "save" or bool(self._sheet and not self._asks)

    def action_save(self) -> None:
        """Ask where to."""
        self._asks = "path"
        self._field.password = False
        self._field.value = FILE
        self._field.display = True
        self._field.focus()
        self._field.cursor_position = len(FILE)
        self._fit()
        self._redraw()

    def _save(self, path: str) -> None:
        try:
            where = self._keeper.save_sheet(self._sheet, path)
        except OrganizerError as error:
            self._redraw(str(error))
            return
        self._saved, self._asks = True, ""
        self._field.display = False
        self.set_focus(None)
        self._redraw(f"It is in {where}. Print it, keep the print away from here, then remove the file.")

    def action_scroll(self, by: int) -> None:
        """The rest of the sheet."""
        if self._sheet:
            last = len(self._sheet.splitlines()) - self.query_one("#head").size.height
            self._top = max(0, min(self._top + by, last))
            self._redraw(self._said)

    def action_close(self) -> None:
        """Out of it. The sheet says once that it will not come again."""
        if self._busy:
            return
        if self._asks == "path":
            self._asks = ""
            self._field.display = False
            self.set_focus(None)
            self._redraw()
        elif self._sheet and not self._saved and not self._warned:
            self._warned = True
            self._redraw(ONCE)
        else:
            self.dismiss()
            if self._sheet:
                self._then(DONE[self._act])

    @property
    def typed(self) -> bool:
        """A click beside it takes nothing away."""
        return True
