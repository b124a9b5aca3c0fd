"""What is to be said of something, asked in a few short questions. Nothing is kept before the last one is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.strip import Strip
from textual.widgets import Input

from organizer import when
from organizer.door.past import past
from organizer.elsewhere import Unkept
from organizer.office import Office
from screens.dialogs.overlay import ELSEWHERE, WAY, Saved, Typing
from screens.ink import Ink, Part, shown, wrap
from screens.remark import remark, ways
from screens.widgets.field import Doc, Field
from screens.widgets.lines import Lines, Way, Ways


class Question(NamedTuple):
    """One question: the name of its answer, what is asked, an example, a sentence of help, whether it may stay empty,
    whether a day is read in it, what the answer is called in short, where that is not its name, and whether the day is
    one that has been."""

    name: str
    title: str
    example: str = ""
    help: str = ""
    may_be_empty: bool = True
    dated: bool = False
    short: str = ""
    past: bool = False

    @property
    def label(self) -> str:
        """What its answer is called above the next question."""
        return self.short or LABELS.get(self.name, self.name)


LABELS = {"text": "what", "who": "to", "when": "by", "how": "way", "note": "words"}
AROUND = 12
"""Rows of the dialog besides those above its field."""
Keep = Callable[[dict[str, str]], str]
"""The answers by name -> "" when kept, else the sentence that says why not."""


class Asks(Typing):
    """The overlay: the answers so far, a question, the line. What cannot be kept stays, with the reason under it."""

    again: Doc = {}
    """What it takes to open it again, where its command alone would not."""
    BINDINGS = [
        ELSEWHERE,
        Binding("escape", "never_mind", "Never mind", id="asks.close", priority=True),
        Binding("shift+tab,up", "back", "The question before", id="asks.back", priority=True),
        Binding("ctrl+r", "code", "A code instead", id="asks.code", priority=True),
    ]

    def __init__(
        self, office: Office, ink: Ink, title: str, questions: Sequence[Question], keep: Keep, command: str = "",
        begun: dict[str, str] | None = None, at_first: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._office, self._ink, self._keep, self._command = office, ink, keep, command
        self._heading, self._questions = title, tuple(questions)
        self._answers: dict[str, str] = dict(begun or {})
        open_ = (n for n, one in enumerate(self._questions) if not self._answers.get(one.name))
        self._at = 0 if at_first else next(open_, 0)
        self._why = ""

    def compose(self) -> ComposeResult:
        """The title and the answers, the question, the field, the keys."""
        with Container(id="catch"):
            yield Lines(self._ink, self._about, self._tall, id="about", classes="inset")
            yield Field(id="line", placeholder=self.question.example)
            yield Lines(self._ink, self._keys, 3, id="how", classes="inset")

    def begin(self) -> None:
        """The first question."""
        self._ask()

    @property
    def _tall(self) -> int:
        """Rows above the field, so many that the keys below it stay in sight."""
        height = self.app.size.height
        return max(3, min(len(self._questions) + 4, height - (AROUND if height >= 20 else AROUND - 4)))

    def on_resize(self, event: events.Resize) -> None:
        """As many rows as there is room for."""
        self.query_one("#about", Lines).styles.height = self._tall

    @property
    def question(self) -> Question:
        """The one that is asked now."""
        return self._questions[self._at]

    # -- drawing

    def _about(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        many = len(self._questions)
        count = f"{self._at + 1} of {many}" if many > 1 else ""
        rows = [ink.row(width, [(self._heading, "foreground b")], [(count, "faint")], "surface")]
        label = max(len(one.label) for one in self._questions) + 2
        for one in self._questions[: self._at]:
            value = self._answers.get(one.name, "")
            if value:
                parts: list[Part] = [(f"{one.label:{label}}", "faint"), (shown(value), "foreground")]
                rows.append(ink.row(width, parts, (), "surface"))
        room = self._tall - 1
        help = wrap(self.question.help, width, most=max(1, min(room - 2, max(2, many + 1 - self._at))))
        asked = [ink.row(width, [(self.question.title, "foreground b")], (), "surface")]
        asked += [ink.row(width, [(line, "muted")], (), "surface") for line in help]
        said, left = rows[1:], max(0, room - len(asked))  # the answers given last, and a blank where there is room
        shown_ = said[max(0, len(said) - max(0, left - 1)) :] if left > 1 else []
        return [rows[0], *shown_, *([ink.blank(width, "surface")] if left else []), *asked]

    def _keys(self, width: int) -> Sequence[Strip | Ways]:
        ink = self._ink
        if self._why:
            spec = "foreground" if isinstance(self._why, Saved) else "clay"
            rows = [ink.row(width, [(line, spec)], (), "surface") for line in wrap(self._why, width, most=3)]
            return [*rows, Ways((WAY,))] if isinstance(self._why, Unkept) else rows
        last = self._at == len(self._questions) - 1
        back = (Way("up" if ink.signs.enter == "enter" else "↑", "back", "back"),) if self._at else ()
        keys = Ways(
            (Way(ink.signs.enter, "keep it" if last else "next", "next"), *back, Way("esc", "never mind", "never_mind"))
        )
        found = remark(self._office, self._field.value) if hasattr(self, "_field") else None
        return [ways(found) if found else self._read(width), ink.blank(width, "surface"), keys]

    def _read(self, width: int) -> Strip:
        """The day that is read in what is typed."""
        ink, text = self._ink, self._field.value if hasattr(self, "_field") else ""
        found = None
        if self.question.dated and text.strip():
            read = past if self.question.past else when.read_all
            found = read(text, self._office.clock.now(), day_first=self._office.practice.day_first)
        said = when.say(found, self._office.clock.now(), long=True) if found else ""
        return ink.row(width, [(said, "accent")], (), "surface")

    # -- doing

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._why = ""
        self._redraw()

    def _redraw(self) -> None:
        self.query_one("#about", Lines).redraw()
        self.tell_why(self.query_one("#how", Lines), self._why)
        self.query_one("#how", Lines).styles.height = 4 if self._why else 3

    def _ask(self) -> None:
        """Put the question; what was answered before stands in the field."""
        self._why = ""
        self._field.placeholder = self.question.example
        self._field.value = self._answers.get(self.question.name, "")
        self._field.cursor_position = len(self._field.value)
        self._redraw()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """Take the answer, and ask the next; after the last, keep them all."""
        text = self._field.value.strip()
        if not text and not self.question.may_be_empty:
            self._why = "A word or two will do. esc leaves it as it is."
            self._redraw()
            return
        self._answers[self.question.name] = text
        if self._at < len(self._questions) - 1:
            self._at += 1
            self._ask()
            return
        self._why = self._keep(dict(self._answers))
        if self._why:
            self._redraw()
        else:
            self.dismiss()

    def action_back(self) -> None:
        """The question before, with what was answered."""
        if self._at:
            self._answers[self.question.name] = self._field.value.strip()
            self._at -= 1
            self._ask()

    def action_never_mind(self) -> None:
        """Close; nothing is kept."""
        self.dismiss()

    # -- what was typed, when it is locked or cannot be kept

    @property
    def typed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return super().typed or any(self._answers.values())

    def written(self) -> list[str]:
        """Every answer so far."""
        said = [*self._answers.values(), self._field.value]
        return list(dict.fromkeys(text for text in said if text.strip()))

    def saved(self, path: str) -> None:
        """It stays here as well."""
        self._why = Saved(path)
        self._redraw()

    def draft(self) -> Doc:
        """The answers, and the question that is open."""
        return {
            "open": "command",
            "command": self._command,
            **self.again,
            "answers": self._answers,
            "at": self._at,
            **self._field.draft(),
        }

    def take_up(self, doc: Doc) -> None:
        """Go on there."""
        answers: Any = doc.get("answers")
        self._answers = {str(name): str(text) for name, text in answers.items()} if isinstance(answers, dict) else {}
        self._at = min(int(doc.get("at", 0)), len(self._questions) - 1)
        self._ask()
        self._field.take_up(doc)
