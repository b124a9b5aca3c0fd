"""Going through a ritual in the full screen. What is typed is in the vault within a second, sealed where that is."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.timer import Timer
from textual.widgets import Input

from organizer.clock import uptime
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.rituals.shape import Row, Way
from organizer.running import Running
from screens.ink import Ink
from screens.rituals.asked import WRITE, AskedPage
from screens.sheet import Sheet, keys_of
from screens.widgets.field import Doc
from screens.widgets.keybar import UNDO, Quiet

IDLE, LATEST = 0.4, 1.0
"""Seconds without a key after which what is typed is kept, and at most while one types on."""
WAYS = {"tick": "run.tick", "on": "run.onward", "later": "run.later", "drop": "run.drop", "reply": "run.reply",
        "ask": "run.ask"}  # fmt: skip
"""The key of each way of a row."""
WHILE_TYPING = ("move.up", "move.previous", "quit")
Told = Callable[[str], object]


class Runner(Sheet):
    """The full screen of a ritual. `tell` is given what is to be said when it is left."""

    BINDINGS = [*keys_of("run")]
    box = "first"
    place = "run"
    ground = "background"

    def __init__(self, office: Office, ink: Ink, running: Running, tell: Told) -> None:
        self._through, self._tell = running, tell
        self._asked = AskedPage(office, ink, running)
        self._way: tuple[Row, Way] | None = None
        self._saving: Timer | None = None
        self._since = 0.0
        super().__init__(office, ink, self._asked)

    def begin(self) -> None:
        """Where it was left, with what was typed."""
        self._invite()

    # -- the open question

    def again(self) -> None:
        """Draw it again; what was let go meanwhile is over."""
        if self._through.gone:
            self.dismiss()
            return
        super().again()

    def _invite(self) -> None:
        """What was typed before stands in its line; where there is a line and nothing else, it is open at once."""
        if self._through.question is None:
            return
        text, row, way = self._through.draft
        if way:
            found = next((one for one in self._asked.shown.rows if one.key == row), None)
            meant = next((one for one in found.ways if one.name == way), None) if found else None
            if found and meant:
                self._ask_for(found, meant, text)
                return
        seen = self._asked.shown
        only = bool(seen.writes) and not seen.rows and not seen.asked
        if text or only:
            self._write(text)

    def _over(self) -> bool:
        """Whether it ended meanwhile: elsewhere, by what was done again, or by the key before this one."""
        if not self._through.gone and self._through.question is not None:
            return False
        if self.is_current:
            self.dismiss()
        return True

    def _turned(self, why: str) -> None:
        """After a step: the next question, or the end."""
        if why:
            self.say(why, care=True)
            return
        if self._through.question is None:
            self.dismiss()
            self._tell(self._through.done())
            return
        self._asked.lanes = []
        self._canvas.say(Quiet())
        self.again()
        self._invite()

    def _on(self) -> None:
        self._turned(self._through.next())

    def aim(self, target: str) -> None:
        """A click on a stop that is behind goes back to it; it may be the open one by now."""
        wanted, why = int(target.partition(":")[2] or 0), ""
        while not why and self._through.at > wanted:
            why = self._through.back()
        self._turned(why)

    # -- keys

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The ways of the row first, then those of the question."""
        row = self._asked.row
        ways = [COMMANDS[WAYS[way.name]]._replace(hint=way.word[:12]) for way in row.ways] if row else []
        on = COMMANDS["run.on"]
        if row and self._asked.shown.one:
            ways, on = [], on._replace(hint="this one")
        stop = "stop, keep my place" if len(ways) < 3 and self.app.size.width >= 80 else "stop"
        leave = COMMANDS["run.leave"]._replace(hint=stop)
        rest = [COMMANDS["run.skip"], COMMANDS["run.back"], leave][:: 1 if len(ways) < 4 else -1]
        write = [COMMANDS["run.write"]] if self._asked.shown.writes and len(ways) < 2 else []
        tight = self.app.size.width < 100
        right = (COMMANDS["help"],) if tight else (COMMANDS["run.brief"], COMMANDS["help"])
        return (*ways, on, *write, *rest), right

    def frame(self) -> None:
        """The keys as they are now; while something is typed, those of the line."""
        super().frame()
        if self._typing:
            on = COMMANDS["run.on"]._replace(hint="keep it" if self._field.value.strip() else "next")
            up = COMMANDS["move.up"]._replace(hint="the rows" if self._way or self._asked.shown.rows else "back")
            leave = COMMANDS["run.leave"]._replace(hint="never mind" if self._way else "stop, keep my place")
            self._keys.commands, self._keys.right = (on, up, leave), ()
            self._keys.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, up leads out of the line."""
        if self.ready and self._typing and action == "command" and parameters and parameters[0] in WHILE_TYPING:
            return True
        return super().check_action(action, parameters)

    def action_command(self, id: str) -> None:
        """A key, or a click on one. Onto the line one writes at once; up leads out of it."""
        if id != "quit" and self._over():
            return
        if id in ("move.up", "move.previous") and self._typing:
            self._out_of_the_line()
            return
        super().action_command(id)
        if id in ("move.down", "move.next") and self.key == WRITE and not self._typing:
            self._write("")

    def _out_of_the_line(self) -> None:
        self._save()
        rows = [item.key for item in self._page.rows.items if item.kind == "row"]
        if rows:
            where = self._way[0].key if self._way else rows[-1]
            self.stop_typing()
            self._page.select(where)
            self._canvas.redraw()
            self.frame()
        elif self._through.at:
            self.stop_typing()
            self._turned(self._through.back())

    def do(self, id: str) -> None:
        """A key of the runner."""
        name = id.partition(".")[2]
        ways: dict[str, Callable[[], object]] = {
            "on": self.action_enter,
            "skip": lambda: self._turned(self._through.skip()),
            "back": lambda: self._turned(self._through.back()),
            "leave": self.action_leave,
            "write": lambda: self._write("") if self._asked.shown.writes else None,
            "brief": lambda: self._turned(self._through.be_brief()),
            "door": self._door,
        }
        if name in ways:
            ways[name]()
        else:
            self._take(next((way for way, command in WAYS.items() if command == id), ""))

    def _door(self) -> None:
        """Only the door: what is asked keeps its place."""
        why = self._only_the_door()
        if why:
            self.say(why, care=True)

    def _only_the_door(self) -> str:
        closing = self._through.ritual.id == "close"
        why = self.attempt("office.close" if closing else "office.open", tell=False)
        if not why:
            self.dismiss()
            self._tell("The office is closed. Good night." if closing else "The office is open.")
        return why

    def enter(self) -> None:
        """Choose the one, where one is to be chosen; else on to the next question."""
        if self._asked.row and self._asked.shown.one:
            self._take("tick")
        else:
            self._on()

    def action_enter(self) -> None:
        """Keep what was typed, choose, or go on."""
        if not self._over():
            super().action_enter()

    def chosen(self) -> None:
        """A click on the row that is selected: choose it, or write."""
        if self._over():
            return
        self._write("") if self.key == WRITE else self._take("tick")

    def tick(self) -> None:
        """A click on the sign of a row."""
        self.chosen()

    # -- rows

    def _take(self, name: str) -> None:
        row = self._asked.row
        way = next((one for one in row.ways if one.name == name), None) if row else None
        if row is None or way is None:
            self.say("That is not for this row." if row else "Choose a row first: the arrows move.", care=True)
        elif way.needs:
            self._ask_for(row, way)
        else:
            self._taken(row, way, "")

    def _taken(self, row: Row, way: Way, text: str) -> str:
        before = len(self._office.practice.table("answers"))
        why = self._through.take(row, way, text)
        if why:
            self.say(why, care=True)
            return why
        if self._asked.shown.one:
            self._on()
            return ""
        self.again()
        if len(self._office.practice.table("answers")) > before:
            self.say(f"{self._through.written[-1]}.", UNDO)
        return ""

    # -- typing

    def _submit(self) -> None:
        """Enter what is typed; each answer says itself what comes then."""
        why = self._keep(self._field.value)
        if why:
            self.say(why, care=True)

    def _write(self, text: str) -> None:
        self._way, self._asked.asking = None, ""
        self.type_in(WRITE, text, self._written, self._asked.shown.writes)

    def _written(self, text: str) -> str:
        if not text.strip():
            self.stop_typing()
            self._on()
            return ""
        many = self._asked.shown.many
        why = self._through.write(text)
        if why:
            return why
        self.stop_typing()
        if not many:
            self._on()
        elif self._asked.shown.rows or self._through.shown().rows:
            self.again()
            self._page.select(self._through.shown().rows[0].key)
            self._canvas.redraw()
        else:
            self.again()
            self._write("")
        return ""

    def _ask_for(self, row: Row, way: Way, text: str = "") -> None:
        """Ask in the line for what a way needs."""
        self._way, self._asked.asking = (row, way), way.needs
        self._asked.dirty = True
        self._canvas.show(self._asked)

        def keep(typed: str) -> str:
            if not typed.strip():
                self.stop_typing()
                return ""
            one = self._asked.shown.one
            why = self._through.take(row, way, typed)
            if not why:
                self.stop_typing()
                self._on() if one else self.again()
            return why

        self.type_in(WRITE, text, keep)

    def stop_typing(self) -> None:
        """Out of the line, which stays in the vault as it is."""
        self._way, self._asked.asking = None, ""
        self._asked.dirty = True
        super().stop_typing()
        self._canvas.show(self._asked)

    @on(Input.Changed)
    def _kept_soon(self, event: Input.Changed) -> None:
        """Keep what is typed, soon."""
        if not self._typing or not self._field.display:
            return
        self.frame()
        now = uptime()
        if self._saving is not None:
            self._saving.stop()
        else:
            self._since = now
        self._saving = self.set_timer(max(0.01, min(IDLE, self._since + LATEST - now)), self._save)

    def _save(self) -> None:
        if self._saving is not None:
            self._saving.stop()
            self._saving = None
        if self._typing and not self._through.gone and self._through.question is not None:
            row, way = (self._way[0].key, self._way[1].name) if self._way else ("", "")
            why = self._through.keep_draft(self._field.value, row, way)
            if why:
                self.say(why, care=True)

    # -- leaving

    def action_leave(self) -> None:
        """Out of what a way asks for; else out of the ritual, which keeps its place."""
        if self._typing and self._way:
            where = self._way[0].key
            self._through.keep_draft("")
            self.stop_typing()
            self._page.select(where)
            self._canvas.redraw()
            self.frame()
            return
        self.leave()

    def leave(self) -> None:
        """Enough for now: the place is kept."""
        self._save()
        self.dismiss()
        self._tell("The place is kept. 8, then enter, goes on from there.")

    def draft(self) -> Doc:
        """What was typed is in the vault; here is which ritual it was."""
        self._save()
        if self._through.gone or self._through.question is None:
            return {}
        return {"open": "ritual", "ritual": self._through.ritual.id}

    def take_up(self, doc: Doc) -> None:
        """It begins where it was left, by itself."""
