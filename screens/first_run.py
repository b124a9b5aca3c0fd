"""The first steps: signs, areas, office days, a line to oneself. Each answer is kept as it is given."""

from __future__ import annotations

from collections.abc import Callable

from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.keeper import Keeper
from organizer.office import Office
from screens.first_steps import StepsPage
from screens.ink import Ink
from screens.sheet import Sheet, keys_of
from screens.widgets.keybar import Quiet

KEYS = {
    "hello": ("first.next", "first.later"),
    "areas": ("first.tick", "first.add", "first.edit", "first.next", "first.back", "first.later", "first.about"),
    "office": ("first.tick", "first.edit", "first.next", "first.back", "first.later"),
    "passphrase": ("first.next", "first.back", "first.later"),
    "note": ("first.next", "first.edit", "first.back", "first.later"),
}
WHAT = "what belongs to it, in a few words"
HOUR_HINTS = {"opens": "8:30", "pause": "1pm, or none", "closes": "5:30"}
HINTS = {"areas": {"first.edit": "rename"}, "note": {"first.edit": "write"}}


class FirstRun(Sheet):
    """The full screen of the first steps. `leave_to(place)` is told where to go on, "" when it is put off."""

    BINDINGS = [*keys_of("first")]
    box = "first"
    place = "first"
    opens = "first.run"
    ground = "background"

    def __init__(
        self, office: Office, ink: Ink, step: str, leave_to: Callable[[str], object], keeper: Keeper | None = None
    ) -> None:
        self._steps = StepsPage(office, ink, step, keeper)
        self._leave_to = leave_to
        super().__init__(office, ink, self._steps)

    def begin(self) -> None:
        """Where it was left."""
        self._invite()

    def keys_here(self) -> tuple[tuple[Command, ...], tuple[Command, ...]]:
        """The keys of the step."""
        step = self._steps.step
        hints = HINTS.get(step, {}) | ({"first.next": "write"} if self.key in ("add", "note") else {})
        left = [COMMANDS[id]._replace(hint=hints.get(id, COMMANDS[id].hint)) for id in KEYS[step]]
        return tuple(left), (COMMANDS["help"],)

    # -- from step to step

    def _go(self, step: str) -> None:
        if self._office.practice.setting("first_run") != "done":
            self.attempt("first.reach", tell=False, step=step)
        self._steps.go(step)
        self._canvas.say(Quiet())
        self.again()
        self._invite()

    def _invite(self) -> None:
        """Where there is one line to write and none is written, the field is open at once."""
        if self._steps.step == "note" and self._steps.note is None:
            self._write("")

    def aim(self, target: str) -> None:
        """A click on a stop of the path."""
        self._go(target.partition(":")[2])

    def _on(self) -> None:
        number = self._steps.number
        if number + 1 < len(self._steps.steps):
            self._go(self._steps.steps[number + 1])

    def _back(self) -> None:
        if self._steps.number:
            self._go(self._steps.steps[self._steps.number - 1])

    def _finish(self, place: str) -> None:
        why = self.attempt("first.reach", tell=False, step="done")
        if why:
            self.say(why, care=True)
            return
        self.dismiss()
        self._leave_to(place)

    def leave(self) -> None:
        """Later: what was said so far is kept."""
        self.dismiss()
        self._leave_to("")

    def type_again(self) -> None:
        """A new area, another name, a time, or the line."""
        self._add() if self.key == "add" else self._edit()

    # -- the rows

    def do(self, id: str) -> None:
        """A key of the first steps."""
        ways: dict[str, Callable[[], object]] = {
            "first.next": self.enter,
            "first.later": self.leave,
            "first.back": self._back,
            "first.tick": self.tick,
            "first.add": self._add,
            "first.edit": self._edit,
            "first.about": self._about,
        }
        if id in ways:
            ways[id]()

    def enter(self) -> None:
        """Take what is chosen, and on; a row to write on is written on."""
        key = self.key
        if self._steps.step == "hello":
            why = self.attempt("look.signs", tell=False, name="signs", value=key)
            if why:
                self.say(why, care=True)
                return
            self._on()
        elif key == "set":
            self._seal()
        elif self._steps.step == "note":
            self._edit() if key == "note" else self._finish(key)
        elif key == "add":
            self._add()
        else:
            self._on()

    def _seal(self) -> None:
        """Set a passphrase, and on."""
        from screens.dialogs.passphrase import Passphrase

        def done(said: str) -> None:
            self._on()
            self.say(said)

        if self._steps.keeper:
            self.app.push_screen(Passphrase(self._office, self._ink, self._steps.keeper, "set", done))

    def chosen(self) -> None:
        """A click: the rows that say what comes next are taken, times chosen, the others ticked or written on."""
        kind, _, name = self.key.partition(":")
        if self._steps.step in ("hello", "passphrase", "note"):
            self.enter()
        elif kind == "hour":
            from organizer.settings import find
            from screens.dialogs.chooser import Chooser
            from screens.dialogs.offers import offered

            known = find(f"office_{name}")
            times = offered(self._office, known, lambda text: self.attempt("office.hour", hour=name, time=text))
            self.app.push_screen(Chooser(self._office, self._ink, times))
        else:
            self.tick()

    def tick(self) -> None:
        """Tick the row, take the tick off, or turn to the next answer."""
        key = self.key
        kind, _, name = key.partition(":")
        if self._steps.step == "hello":
            self.run("look.signs", name="signs", value=key)
        elif self._steps.step == "areas":
            self._add() if key == "add" else self.run("area.retire", area=key)
        elif self._steps.step == "passphrase":
            self.enter()
        elif kind == "day":
            self.run("office.day", day=name)
        elif kind == "answer":
            self.run("office.answer", name="answer_within")
        else:
            self._edit()

    def _edit(self) -> None:
        key = self.key
        kind, _, name = key.partition(":")
        if self._steps.step == "areas" and key in self._office.practice.areas:
            named = self._office.practice.areas[key].name
            self.type_in(key, named, lambda typed: self.attempt("area.rename", area=key, name=typed))
        elif kind == "hour":
            self.type_in(key, "", lambda typed: self.attempt("office.hour", hour=name, time=typed), HOUR_HINTS[name])
        elif key == "note":
            note = self._steps.note
            self._write(note.text if note else "")
        elif self._steps.step == "note":
            self._finish(key)
        elif key:
            self.tick()

    def _about(self) -> None:
        """What belongs to an area, behind its name."""
        area = self._office.practice.areas.get(self.key)
        if self._steps.step == "areas" and area:
            self.type_in(
                area.id,
                area.about,
                lambda typed: self.attempt("area.about", area=area.id, about=typed),
                WHAT,
                behind=True,
            )

    def _write(self, text: str) -> None:
        def keep(typed: str) -> str:
            why = self.attempt("first.write", text=typed, tell=bool(typed.strip()))
            if not why:
                self._canvas.show(self._steps)
                self._steps.select("today")
                self._canvas.redraw()
            return why

        self.type_in("note", text, keep, "what should be true by then?")

    def _add(self) -> None:
        if self._steps.step != "areas":
            return

        def keep(typed: str) -> str:
            if not typed.strip():
                self._steps.move(-1)  # enter goes on from there
                return ""
            before = set(self._office.practice.areas)
            why = self.attempt("area.add", name=typed)
            if not why:
                self._canvas.show(self._steps)
                self._steps.select(next(iter(set(self._office.practice.areas) - before), ""))
                self._canvas.redraw()
            return why

        self.type_in("add", "", keep, "its name")
