"""The drawer: one entry, docked at the right, every field of it within reach of a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container

from organizer.change import Change
from organizer.commands import COMMANDS
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.words import sentence
from screens.dialogs.chooser import Chooser, Source
from screens.dialogs.in_place import InPlace
from screens.dialogs.overlay import ELSEWHERE, by_name
from screens.dialogs.places import Later, Where
from screens.entry_fields import OF_REPEAT
from screens.hiding import turn
from screens.ink import Ink
from screens.opened import opening
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Drawn
from screens.widgets.field import Doc, Field
from screens.widgets.keybar import REDO, UNDO, Keys
from screens.widgets.lines import Lines

ON_FIELD = ("entry.edit", "entry.later", "entry.move", "entry.word", "check.add")
ON_REPEAT = ("entry.edit", "entry.skip", "repeat.pause", "entry.later")
ON_LINE = ("check.tick", "entry.edit", "check.add", "check.drop")
ON_WORD = ("word.story", "entry.word")
NO_STEP = "Choose one of the steps first: ↑ ↓ move, or click one."
TURNED = ("someday", "paused")
"""The fields that are yes or no."""


def _bindings() -> list[Binding]:
    own = [command for command in COMMANDS.values() if command.key and "entry" in command.places]
    about = [COMMANDS[id] for id in ("move.up", "move.down", "move.next", "move.previous", "undo", "redo")]
    about += [COMMANDS["privacy.names"], COMMANDS["palette"], COMMANDS["quit"]]
    return [Binding(c.key, f"command({c.id!r})", c.title, id=f"drawer.{c.id}", tooltip=c.help) for c in (*own, *about)]


class Drawer(InPlace):
    """The overlay: every field of an entry, its checklist, its history."""

    BINDINGS = [
        *_bindings(),
        ELSEWHERE,
        Binding("escape", "close", "Close", id="drawer.close"),
        Binding("ctrl+r", "code", "A code instead", id="drawer.code", priority=True),
        Binding("enter", "choose", "Open", id="drawer.choose"),
        Binding("pagedown", "page(1)", "A page down", id="drawer.pagedown"),
        Binding("pageup", "page(-1)", "A page up", id="drawer.pageup"),
        Binding("question_mark", "help", "Help", id="drawer.help"),
    ]

    def __init__(self, office: Office, ink: Ink, id: str, editing: bool = False) -> None:
        super().__init__(office, ink, id)
        self._editing = editing

    def compose(self) -> ComposeResult:
        """The page, a field that comes when needed, the keys."""
        with Container(id="drawer"):
            yield Canvas(id="entry")
            yield Lines(self._ink, self._label, 2, id="label", classes="inset")
            yield Field(id="line")
            yield Keys(self._ink, id="keys")

    def on_mount(self) -> None:
        """Show the entry."""
        self._begin()
        self._keys = self.query_one(Keys)
        self._keys.ground = "surface"
        self._keys.right = (COMMANDS["palette"]._replace(hint="more"), COMMANDS["back"]._replace(title="close"))
        self._canvas.show(self._page)
        self._canvas.focus()
        self._show_keys()
        self._stop_listening = self._office.subscribe(self._changed)
        if self._editing:
            self._page.lanes[0].seek("field:text")
            self.call_after_refresh(self._edit, "text")

    def _show_keys(self) -> None:
        kind, _, name = self._key.partition(":")
        comes_back = self._page.entry is not None and self._page.entry.repeat is not None
        on_repeat = comes_back and name in ("repeat", *OF_REPEAT)
        ids = {"check": ON_LINE, "word": ON_WORD}.get(kind, ON_REPEAT if on_repeat else ON_FIELD)
        self._keys.commands = tuple(COMMANDS[id] for id in ids)
        self._keys.redraw()

    def on_unmount(self) -> None:
        """Stop listening."""
        self._stop_listening()

    def _changed(self, change: Change | None) -> None:
        if self._page.entry is None:
            self.call_next(self._gone)
            return
        self._page.dirty = True
        self.call_next(self._show_again)

    def _show_again(self) -> None:
        self._canvas.show(self._page)
        self._show_keys()

    def on_screen_resume(self) -> None:
        """What was taken away while something lay over the drawer closes it now."""
        if self._page.entry is None:
            self._gone()

    def _gone(self) -> None:
        if self.is_current:
            self.dismiss()

    # -- what was typed, when it is locked

    def draft(self) -> Doc:
        """The entry, the row, and the field that is typed in."""
        doc: Doc = {"open": "drawer", "id": self._page.id, "row": self._key}
        return {**doc, "field": self._typing, **self._field.draft()} if self._typing else doc

    def take_up(self, doc: Doc) -> None:
        """Go on there."""
        if self._page.lanes[0].seek(str(doc.get("row", ""))):
            self._show_again()
        if doc.get("field"):
            self._edit(str(doc["field"]))
            self._field.take_up(doc)

    # -- doing

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a field is typed in, only escape and enter mean anything else than letters."""
        return (action != "page" or self.is_mounted) and not (
            self._typing and action in ("command", "choose", "page", "help")
        )

    def action_command(self, id: str) -> None:
        """A key of the drawer; one that is pressed before it stands waits until it does."""
        if not self.is_mounted:
            self.call_later(self.action_command, id)
            return
        with opening(self.app, id):
            self._do(id)

    def _do(self, id: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "undo": lambda: self._turn_back(id),
            "redo": lambda: self._turn_back(id),
            "privacy.names": lambda: self._say(*turn(self, self._office)),
            "quit": lambda: self.app.exit(0),
            "back": self.action_close,
            "help": self.action_help,
            "palette": lambda: by_name(self, self._office, self._ink, "entry", self.action_command),
            "entry.edit": self._change_here,
            "check.edit": self._change_here if self._on_check else lambda: self._say(NO_STEP, care=True),
            "check.add": lambda: self._edit("line"),
            "entry.later": lambda: self._choose(Later(self._office, self._ink, self._to(id, "when"))),
            "entry.move": lambda: self._choose(
                Where(self._office, self._ink, lambda to, kind: self._attempt(id, to=to, kind=kind))
            ),
            "entry.word": self._promise,
            "word.story": lambda: self._lead(self._key.partition(":")[2]),
        }
        if id.startswith("move."):
            self._move(-1 if id in ("move.up", "move.previous") else 1)
        elif id in ways:
            ways[id]()
        elif id == "entry.small" and self._page.entry and self._page.entry.step:
            self._small(id)
        elif COMMANDS[id].asks in ("who", "worst", "small", "next"):
            self._ask(id)
        else:
            self._run(id, self._key)

    @property
    def _on_check(self) -> bool:
        """Whether the cursor is on a line of the checklist."""
        return self._key.startswith("check:")

    def _to(self, id: str, answer: str) -> Callable[[str], str]:
        """What gives a command its one answer."""
        return lambda text: self._attempt(id, **{answer: text})

    def _change_here(self) -> None:
        """Change what is under the cursor; the words of the entry where that is no field."""
        kind, _, name = self._key.partition(":")
        self._change({"check": self._key, "field": name}.get(kind, "text"))

    def _change(self, name: str) -> None:
        """Change a field: turn it, choose from a list, or type in place."""
        from screens.dialogs.picks import pick_for

        entry = self._page.entry
        if entry is None:
            return
        if name in TURNED:
            now = entry.someday if name == "someday" else bool(entry.repeat and entry.repeat.paused)
            self._say_why(self._attempt("entry.edit", fields={name: "no" if now else "yes"}))
            return
        if name == "theme":
            self._run("theme.carry", "")
            return

        def keep(text: str) -> str:
            return self._attempt("entry.edit", fields={name: text})

        source = pick_for(self._office, self._ink, entry, name, keep)
        if source:
            self._choose(source)
        else:
            self._edit(name)

    def _small(self, id: str) -> None:
        """Five minutes on the step there is."""
        from screens.dialogs.small import Small

        self._say_why(self._attempt(id))
        then = partial(self.call_later, self._ask, "entry.step")
        self.app.push_screen(Small(self._office, self._ink, self._page.id, then))

    def _ask(self, id: str) -> None:
        """A command that asks for one line."""
        from screens.dialogs.ask import QUESTIONS, Asked

        answer = {"who": "who", "worst": "text", "small": "step", "next": "next"}[COMMANDS[id].asks]
        question = QUESTIONS[COMMANDS[id].asks]
        self._choose(Asked(self._office, question, self._to(id, answer), id))

    def _promise(self) -> None:
        """Give a word on the entry."""
        from screens.word.giving import on_entry

        if self._page.entry:
            asks = on_entry(self._office, self._ink, self._page.entry, partial(self._attempt, "entry.word"))
            self.app.push_screen(asks)

    def _lead(self, promise: str) -> None:
        """Close, and go to a promise that was given on the entry."""
        from screens.desk import Desk
        from screens.leading import lead

        desk = self.app.screen_stack[0]
        if isinstance(desk, Desk):
            self.dismiss()
            desk.call_later(lead, desk, "word", promise)

    def _choose(self, source: Source) -> None:
        self.app.push_screen(Chooser(self._office, self._ink, source))

    def _run(self, id: str, key: str) -> None:
        answers: dict[str, Any] = {}
        if id in ("check.tick", "check.drop"):
            if not self._on_check:
                self._say(NO_STEP, care=True)
                return
            answers["line"] = int(key.partition(":")[2])
            answers["was"] = self._page.typed(key)
        self._say_why(self._attempt(id, **answers))

    def _say_why(self, why: str) -> None:
        if why:
            self._say(why, care=True)

    def _turn_back(self, id: str) -> None:
        try:
            change = self._office.undo() if id == "undo" else self._office.redo()
        except OrganizerError as error:
            self._say(str(error))
            return
        self._say(sentence(change.label), REDO if id == "undo" else UNDO)

    def _move(self, by: int) -> None:
        before = self._canvas.mark()
        self._page.move(by)
        self._canvas.moved(before)
        self._show_keys()

    def action_page(self, by: int) -> None:
        """A screenful."""
        before = self._canvas.mark()
        self._page.lanes[0].page(by)
        self._canvas.moved(before)
        self._show_keys()

    def action_choose(self) -> None:
        """Enter on a row."""
        if not self.is_mounted:
            self.call_later(self.action_choose)
            return
        meaning = self._page.choose()
        if meaning == "redraw":
            self._canvas.redraw()
        else:
            self.action_command(meaning)

    def action_help(self) -> None:
        """The keys of the drawer."""
        from screens.dialogs.help import Help

        def run(id: str) -> None:
            self.call_later(self.action_command, id)

        self.app.push_screen(Help(self._office, self._ink, "entry", run))

    @on(Canvas.Clicked)
    def _clicked(self, event: Canvas.Clicked) -> None:
        event.stop()
        if self._typing:
            if self._field.value != self._began:  # a click never throws away what was typed
                self._why = "Finish the line first: enter keeps it, esc leaves it as it was."
                self._lines.redraw()
                self._field.focus()
                return
            self._stop_editing()
        self._show_keys()
        key = self._key
        if event.command == "choose" or (event.command == "entry.done" and key.startswith("check:")):
            self.action_choose()
        elif event.command == "entry.small":
            self.action_command(event.command)

    @on(Drawn.Pressed)
    def _pressed(self, event: Drawn.Pressed) -> None:
        event.stop()
        if event.command == "back":
            self.action_close()
        elif not self._typing or self._field.value == self._began:
            self.action_command(event.command)

    def action_close(self) -> None:
        """Out of the field; then out of the drawer."""
        if self._typing:
            self._stop_editing()
        else:
            self.dismiss()
