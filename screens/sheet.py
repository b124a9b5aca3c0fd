"""A sheet: an overlay of one page with keys of its own, on which a name or a time is typed where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.widgets import Input

from organizer.change import Change
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.words import sentence
from screens.dialogs.overlay import Overlay, by_name
from screens.hiding import turn
from screens.ink import Ink, safe
from screens.opened import opening
from screens.remark import remark
from screens.remark import sentence as remarked
from screens.rows import Rows
from screens.styles import SHEETS
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Drawn
from screens.widgets.field import Doc, Field
from screens.widgets.keybar import NO_HINT, QUIET_SECONDS, REDO, UNDO, Hint, Keys, Quiet

__all__ = ["KEEP", "LEAVE", "Rows", "Sheet", "keys_of"]

KEEP = Command("enter", "Keep it", "", key="enter", hint="keep it")
LEAVE = Command("leave", "Never mind", "", key="escape", hint="never mind")
ABOUT = (
    *("move.up", "move.down", "move.next", "move.previous"),
    *("undo", "redo", "privacy.names", "help", "palette", "quit"),
)
MORE = COMMANDS["palette"]._replace(hint="more")
"""The key bar's way to all that can be done here, by name or by clicks."""
Keep = Callable[[str], str]
"""What was typed -> "" when it was kept, else the sentence that says why not."""


def keys_of(place: str) -> list[Binding]:
    """A binding for every command of a sheet, and for the ways about that hold on all of them. With priority: what
    is typed right behind such a key goes where it belongs."""
    own = [c for c in COMMANDS.values() if c.key and place in c.places and c.key not in ("enter", "escape")]
    return [
        *(
            Binding(c.key, f"command({c.id!r})", c.title, id=f"{place}.{c.id}", tooltip=c.help, priority=True)
            for c in (*own, *(COMMANDS[id] for id in ABOUT))
        ),
        Binding("ctrl+r", "code", "A code instead", id=f"{place}.code", priority=True),
        Binding("enter", "enter", "Choose", id=f"{place}.enter", priority=True),
        Binding("escape", "leave", "Close", id=f"{place}.leave", priority=True),
        Binding("pagedown", "page(1)", "A page down", id=f"{place}.pagedown", priority=True),
        Binding("pageup", "page(-1)", "A page up", id=f"{place}.pageup", priority=True),
    ]


class Here(Field):
    """The field of a sheet. Keys are taken in the order in which they came: enter behind the letters before it."""

    def on_key(self, event: events.Key) -> None:
        """Enter and escape are the sheet's; so is every key once nothing is typed any more."""
        sheet = self.screen
        if not isinstance(sheet, Sheet):
            return
        if not sheet.typing:
            event.prevent_default()
        elif event.key in ("enter", "escape"):
            event.prevent_default()
            event.stop()
            sheet.action_enter() if event.key == "enter" else sheet.action_leave()


class Sheet(Overlay):
    """The overlay. Subclasses say what each command does; `box` is the name of its box in the stylesheet."""

    CSS_PATH = SHEETS
    box = "sheet"
    place = ""
    opens = ""
    """The command that opens it."""
    ground = "surface"

    def __init__(self, office: Office, ink: Ink, page: Rows) -> None:
        super().__init__()
        self._office, self._ink, self._page = office, ink, page
        self._typing = self._before = ""
        self._keep: Keep = lambda text: ""
        self._said = 0
        self.shows = self.ready = False

    def compose(self) -> ComposeResult:
        """The page, the keys, and the field that comes where something is typed."""
        with Container(id=self.box, classes="sheet"):
            yield Canvas(id="rows")
            yield Keys(self._ink, id="keys")
            yield Here(id="here")

    def on_mount(self) -> None:
        """Show the page."""
        self._canvas, self._field, self._keys = self.query_one(Canvas), self.query_one(Field), self.query_one(Keys)
        self._field.display = False
        self._keys.ground = self.ground
        self._canvas.show(self._page)
        self._canvas.focus()
        self._stop_listening = self._office.subscribe(self._changed)
        self.shows = True
        self.frame()
        self.call_later(self._get_ready)
        self.begin()

    def _get_ready(self) -> None:
        """The keys that came before there was a page have done their work, in their order."""
        self.ready = True

    def on_unmount(self) -> None:
        """Stop listening."""
        if self.shows:
            self._stop_listening()

    def _changed(self, change: Change | None) -> None:
        self._page.dirty = True
        self.call_next(self.again)

    def again(self) -> None:
        """Draw the page and its keys as they are now."""
        if self.is_attached:
            self._canvas.show(self._page)
            self.frame()
            if self._typing:
                self._place_field()

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        super().dip(ink)
        self.again()

    # -- what subclasses say

    def begin(self) -> None:
        """What there is to do once the page is shown. (A handler of a subclass would run before the one above.)"""

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """Left and right of the key bar."""
        return (), ()

    def do(self, id: str) -> None:
        """A command of this sheet."""

    def enter(self) -> None:
        """Enter."""

    def chosen(self) -> None:
        """A click on what is selected."""
        self.enter()

    def tick(self) -> None:
        """A click on the sign of a row."""
        self.enter()

    def leave(self) -> None:
        """Escape."""
        self.dismiss()

    def aim(self, target: str) -> None:
        """A click on a named place of the head."""

    # -- typing

    def draft(self) -> Doc:
        """The row, and what is typed in it."""
        doc: Doc = {"open": "command", "command": self.opens, "row": self.key}
        return {**doc, "typing": self._typing, **self._field.draft()} if self._typing else doc

    def take_up(self, doc: Doc) -> None:
        """Go on there."""
        self._page.select(str(doc.get("row", "")))
        if doc.get("typing") and self._page.select(str(doc["typing"])):
            self.type_again()
        if self._typing:
            self._field.take_up(doc)
        self.again()

    def type_again(self) -> None:
        """Begin to type in the row that is chosen."""
        self.enter()

    @property
    def key(self) -> str:
        """The row under the cursor."""
        return self._page.rows.key

    def type_in(self, key: str, value: str, keep: Keep, hint: str = "", behind: bool = False) -> None:
        """Type in the row of a key, in place of its name or `behind` it; `keep` is given what was typed."""
        before = self.key
        if not self._page.select(key):
            return
        self._typing, self._keep, self._before, self._page.behind = key, keep, before, behind
        _, y, _ = self._page.field_at(key)
        self._page.spare = 2 if y >= self._page.height - 2 > 2 else 0
        self._canvas.lay_out()
        self._field.value = safe(value)
        self._field.placeholder = hint
        self._field.display = True
        self._place_field()
        self.set_focus(self._field)
        self._field.cursor_position = len(self._field.value)
        self.frame()

    @property
    def typing(self) -> bool:
        """Whether something is typed just now."""
        return bool(self._typing)

    def _place_field(self) -> None:
        x, y, width = self._page.field_at(self._typing)
        self._field.styles.offset = (x, y)
        self._field.styles.width = width

    def stop_typing(self) -> None:
        """Out of the field, which keeps nothing by itself."""
        self._typing = ""
        self._page.spare, self._page.behind = 0, False
        self._canvas.lay_out()
        self._field.display = False
        self.set_focus(self._canvas)
        self.frame()

    def _submit(self) -> None:
        typing = self._typing
        why = self._keep(self._field.value)
        if why:
            self.say(why, care=True)
        elif self._typing == typing:
            self.stop_typing()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if self._typing:
            self._canvas.say(Quiet(remarked(remark(self._office, self._field.value))))

    # -- doing

    def frame(self) -> None:
        """The keys as they are now."""
        left, right = ((KEEP, LEAVE), ()) if self._typing else self.keys_here()
        self._keys.commands, self._keys.right = left, right if self._typing else (MORE, *right)
        self._keys.redraw()

    def attempt(self, command: str, tell: bool = True, **answers: Any) -> str:
        """Run a command; "" when it was done, else the sentence that says why not."""
        try:
            change = self._office.run(command, (), **answers)
        except OrganizerError as error:
            return str(error)
        if tell:
            self.say(sentence(change.label) if change.rows else "It is so already.", UNDO if change.rows else NO_HINT)
        return ""

    def run(self, command: str, **answers: Any) -> None:
        """Run a command, and say why when it was not done."""
        why = self.attempt(command, **answers)
        if why:
            self.say(why, care=True)

    def say(self, text: str, hint: Hint = NO_HINT, care: bool = False) -> None:
        """One quiet line above the keys."""
        self._canvas.say(Quiet(text, hint, care))
        self._said += 1
        said = self._said
        self.set_timer(QUIET_SECONDS, lambda: self._canvas.say(Quiet()) if said == self._said else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Until there is a page a key waits (`on_key`); while something is typed, all keys are the field's."""
        return action in ("code", "lock") or (self.ready and not self._typing)

    def on_key(self, event: events.Key) -> None:
        """A key from before there was a page, or from behind what was typed, does its work now; a letter from before
        there was a field goes to it."""
        if self._typing and event.is_printable and event.character:
            event.stop()
            self._field.insert_text_at_cursor(event.character)
            return
        bound = (b for b in self.BINDINGS if isinstance(b, Binding) and event.key in self._key_of(b).split(","))
        binding = next(bound, None)
        if binding:
            event.stop()
            name, _, answer = binding.action.partition("(")
            if self._typing and (name == "page" or answer.startswith("'move.")):
                return  # the field stays on its row, and so does the cursor
            ways: dict[str, Callable[[], object]] = {
                "command": lambda: self.action_command(answer.strip("')")),
                "page": lambda: self.action_page(int(answer.strip(")"))),
                "enter": self.action_enter,
                "leave": self.action_leave,
                "code": self.action_code,
                "lock": self.action_lock,
            }
            ways[name]()

    def _key_of(self, binding: Binding) -> str:
        command = COMMANDS.get((binding.id or "").removeprefix(f"{self.place}."))
        return self._ink.keymap.key(command) if command and command.key == binding.key else binding.key

    def action_enter(self) -> None:
        """Keep what was typed, or choose."""
        if self._typing:
            self._submit()
        else:
            self.enter()

    def action_leave(self) -> None:
        """Out of the field; then out of the sheet."""
        if self._typing:
            self._page.select(self._before)
            self.stop_typing()
        else:
            self.leave()

    def action_page(self, by: int) -> None:
        """A screenful."""
        before = self._canvas.mark()
        self._page.rows.page(by)
        self._canvas.moved(before)
        self.frame()

    def action_command(self, id: str) -> None:
        """A key, or a click on one."""
        if id in ("move.up", "move.down", "move.next", "move.previous"):
            before = self._canvas.mark()
            self._page.move(-1 if id in ("move.up", "move.previous") else 1)
            self._canvas.moved(before)
            self.frame()
        elif id in ("undo", "redo"):
            self._turn_back(id)
        elif id == "help":
            self._help()
        elif id == "palette":
            by_name(self, self._office, self._ink, self.place, self.action_command)
        elif id == "privacy.names":
            self.say(*turn(self, self._office))
        elif id == "quit":
            self.app.exit(0)
        else:
            with opening(self.app, id):
                self.do(id)

    def _turn_back(self, id: str) -> None:
        try:
            change = self._office.undo() if id == "undo" else self._office.redo()
        except OrganizerError as error:
            self.say(str(error))
            return
        self.say(sentence(change.label), REDO if id == "undo" else UNDO)

    def _help(self) -> None:
        from screens.dialogs.help import Help

        def run(id: str) -> None:
            self.call_later(self.action_command, id)

        self.app.push_screen(Help(self._office, self._ink, self.place, run))

    @on(Canvas.Clicked)
    def _clicked(self, event: Canvas.Clicked) -> None:
        event.stop()
        if self._typing:
            self.stop_typing()
        if event.target:
            self.aim(event.target)
        elif event.command == "tick":
            self.tick()
        elif event.command == "choose":
            self.chosen()
        self.frame()

    @on(Drawn.Pressed)
    def _pressed(self, event: Drawn.Pressed) -> None:
        event.stop()
        ways = {"enter": self.action_enter, "leave": self.action_leave, "back": self.action_leave}
        ways.get(event.command, lambda: self.action_command(event.command))()

    def on_resize(self, event: events.Resize) -> None:
        """The field stays on its row."""
        if self.shows:
            self.call_after_refresh(self.again)
