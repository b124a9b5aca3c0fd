"""Going through a ritual, question by question: the same for the terminal and the full screen, so that both store the
same. It holds no truth of its own: all of it is in the vault, and is read there after every step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from organizer.elsewhere import why
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.records.rituals import Question, Ritual, Run
from organizer.rituals import days
from organizer.rituals.kinds import kind_of
from organizer.rituals.lists import answers, by_id, find
from organizer.rituals.places import at_of, left_off, questions_of
from organizer.rituals.shape import ROWS, Act, Row, Scene, Shown, Way
from organizer.rituals.standing import day_that_is_open, standing
from organizer.words import count

CLOSING, OPENING = "close", "open"
AWAY = 2
"""From so many office days without the office on, one is welcomed back."""


def begin(office: Office, given: str, brief: bool = False) -> Running:
    """A ritual where it was left off, else from its first question. Opening the office opens its door at once.

    Raises `NotFound`, `Ambiguous`, `WrongUse`, and what the vault refuses with.
    """
    ritual = find(office.practice, given)
    run = left_off(office.practice, ritual, office.clock.now())
    if run is None:
        welcome = days.away(office.practice, office.clock.now()) >= AWAY
        running = Running(office, office.run("ritual.begin", (), ritual=ritual.id, brief=brief).rows[0].id, welcome)
    else:
        running = Running(office, run.id)
    if ritual.id == OPENING and not standing(office.practice, office.clock.now()).is_open:
        office.run("office.open")
    if brief and not running.run.brief:
        running.be_brief()
    return running


class Running:
    """One run. What is done says "" when it was done, else the sentence that says why not."""

    def __init__(self, office: Office, run: str, welcome: bool = False) -> None:
        self.office, self.id, self.welcome = office, run, welcome
        self._seen: Run | None = None

    # -- where it is

    @property
    def run(self) -> Run:
        """The run as it is kept; one that was removed elsewhere as it was seen last."""
        found = self.office.practice.look("runs", self.id)
        if isinstance(found, Run):
            self._seen = found
        assert self._seen is not None
        return self._seen

    @property
    def gone(self) -> bool:
        """Whether it is kept no more: the vault was exchanged for another."""
        return self.office.practice.look("runs", self.id) is None

    @property
    def ritual(self) -> Ritual:
        """The ritual as it is now; one that was let go since has no questions."""
        return by_id(self.office.practice, self.run.ritual) or Ritual(self.run.ritual, name="A ritual")

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of this run: in the short version those alone, and those that are behind."""
        return questions_of(self.ritual, self.run)

    @property
    def at(self) -> int:
        """Which question is open; as many as there are when it is done."""
        return at_of(self.ritual, self.run)

    @property
    def question(self) -> Question | None:
        """The question that is open; None once all are behind."""
        at, questions = self.at, self.questions
        return questions[at] if at < len(questions) else None

    @property
    def scene(self) -> Scene:
        """What the open question may look at."""
        question = self.question
        assert question is not None
        found = tuple(answers(self.office.practice, self.id, question.id))
        clock = self.office.clock
        return Scene(self.office.practice, clock.now(), clock.zone(), self.run, question, found)

    def shown(self) -> Shown:
        """What the open question shows."""
        scene = self.scene
        return kind_of(scene.question.kind).show(scene)

    def rows(self, shown: Shown) -> tuple[Row, ...]:
        """The rows that are shown at a time."""
        return shown.rows[:ROWS]

    @property
    def written(self) -> list[str]:
        """What was done in answer to the open question, by name, the last one last."""
        return [one.what for one in self.scene.answers]

    def minutes_left(self) -> str:
        """About how long it still takes."""
        ritual, questions = self.ritual, self.questions
        if self.run.brief:
            return "under a minute"
        left = ritual.minutes * (len(questions) - self.at) / max(1, len(questions))
        return "about a minute left" if left < 1.5 else f"about {round(left)} minutes left"

    @property
    def draft(self) -> tuple[str, str, str]:
        """What was typed and not entered, and the row and way it is for; nothing when it was entered since."""
        run, question = self.run, self.question
        if question is None or run.at != question.id or run.nth != self._nth():
            return "", "", ""
        return run.draft, run.row, run.way

    def _nth(self) -> int:
        return len(self.scene.answers)

    # -- what is done

    def keep_draft(self, text: str, row: str = "", way: str = "") -> str:
        """Keep what is typed, as it stands in the vault: sealed where that is."""
        if self.question is None or (text, row, way) == self.draft:
            return ""
        return self._run("ritual.draft", run=self.id, draft=text, row=row, way=way, nth=self._nth())

    def take(self, row: Row, way: Way, text: str = "") -> str:
        """Do with a row what one of its ways says; `text` is what it needs."""
        scene = self.scene
        return self._act(lambda: kind_of(scene.question.kind).take(scene, row, way.name, text))

    def write(self, text: str) -> str:
        """Enter what was written on the line."""
        scene = self.scene
        return self._act(lambda: kind_of(scene.question.kind).write(scene, text))

    def _act(self, wanted: Callable[[], Act | None]) -> str:
        try:
            act = wanted()
        except OrganizerError as error:  # what the row was about is gone meanwhile
            return why(error)
        if act is None:
            return ""
        for command in act.before:
            said = self._run(command)
            if said:
                return said
        said = self._say(act.command, act.ids, act.answers)
        then, more = act.then
        if said or not then:
            return said
        made = self.scene.answers[-1].about[:1]
        return self._say(then, made, more)

    def _say(self, command: str, ids: tuple[str, ...], more: Any) -> str:
        question = self.question
        assert question is not None
        return self._run("ritual.say", run=self.id, question=question.id, does=command, on=ids, given=dict(more))

    def next(self) -> str:
        """On to the next question; what going on does by itself is done first."""
        scene = self.scene
        said = self._act(lambda: kind_of(scene.question.kind).leave(scene))
        return said or self._pass(skipped=False)

    def skip(self) -> str:
        """Leave this question out."""
        return self._pass(skipped=True)

    def _pass(self, skipped: bool) -> str:
        run, question, at = self.run, self.question, self.at
        assert question is not None
        passed = tuple(dict.fromkeys((*run.passed, question.id)))
        left_out = tuple(id for id in run.skipped if id != question.id) + ((question.id,) if skipped else ())
        questions = self.questions
        if at + 1 < len(questions):
            return self._go(at=questions[at + 1].id, passed=passed, skipped=left_out)
        said = self._close_without_words()
        return said or self._go(passed=passed, skipped=left_out, done=True)

    def _close_without_words(self) -> str:
        """The closing of the office closes it, also where its words are not asked for."""
        asked = {one.kind for one in self.questions}
        if self.ritual.id != CLOSING or "phrase" in asked:
            return ""
        open_day = day_that_is_open(self.office.practice, self.office.clock.now())
        return self._say("office.close", (), {}) if open_day else ""

    def back(self) -> str:
        """To the question before."""
        at, questions = self.at, self.questions
        return self._go(at=questions[at - 1].id) if at else ""

    def be_brief(self) -> str:
        """The sixty seconds from here on."""
        said = self._go(brief=True)
        question = next((one for one in self.questions if one.id not in self.run.passed), None)
        if said or question:
            return said or self._go(at=question.id if question else "")
        return self._close_without_words() or self._go(done=True)

    def _go(self, **place: Any) -> str:
        return self._run("ritual.go", run=self.id, **place)

    def _run(self, command: str, **given: Any) -> str:
        try:
            self.office.run(command, (), **given)
        except OrganizerError as error:
            return why(error)
        return ""

    def done(self) -> str:
        """What is said at the end: a fact, and a kindness."""
        found = answers(self.office.practice, self.id)
        is_open = standing(self.office.practice, self.office.clock.now()).is_open
        if self.ritual.id == CLOSING and not is_open:
            return "The office is closed. Good night."
        if self.ritual.id == OPENING and is_open:
            return "The office is open. Have a good day."
        return f"{self.ritual.name}: {count(len(found), 'answer')} kept." if found else f"{self.ritual.name}: done."
