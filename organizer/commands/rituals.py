"""The lists of the rituals: a question changed, moved, switched off or added; a ritual of one's own; when it comes."""

from __future__ import annotations

from typing import Any

from organizer import when
from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean, read_field
from organizer.errors import Conflict, NotFound, WrongUse
from organizer.manner import keyed
from organizer.practice import Practice
from organizer.records.rituals import Question, Ritual
from organizer.rituals.kinds import KINDS
from organizer.rituals.lists import every, find
from organizer.rituals.rhythm import RHYTHMS, WORDS
from organizer.rituals.shipped import SHIPPED
from organizer.settings.reading import time_of
from organizer.views.office_day import HOURS

HERE = ("rituals",)
LONGEST, LONGEST_NAME = 140, 40
MOST_MINUTES = 240


def line(ask: Ask, name: str, most: int = LONGEST) -> str:
    """An answer as one clean line. Raises `WrongUse` when it is longer than a question may be."""
    text = " ".join(clean(str(ask.answers.get(name) or "")).split())
    if len(text) > most:
        raise WrongUse(f"{most} letters at most; this has {len(text)}. Say it in short.")
    return text


def ritual_of(ask: Ask) -> Ritual:
    """The ritual that is meant by the answer `ritual`."""
    return find(ask.practice, str(ask.answers.get("ritual", "")))


def question_of(ask: Ask, ritual: Ritual) -> int:
    """Where the question stands that is meant by the answer `question`: its id, or its number from 1.
    Raises `NotFound`."""
    given = str(ask.answers.get("question", ""))
    for at, one in enumerate(ritual.questions):
        if given in (one.id, str(at + 1)):
            return at
    raise NotFound(f"{ritual.name} has no question {given!r}; it has {len(ritual.questions)}.")


def kept(ask: Ask, label: str, after: Ritual) -> Change:
    """The change of one ritual."""
    before = ask.practice.table("rituals").get(after.id)
    same = before == after or (before is None and after in SHIPPED)
    return Change(label, () if same else (row("rituals", before, after),))


def add(ask: Ask) -> Change:
    """Answers `name`, `ask` (its first question), `minutes`, `rhythm`, `at`, `after`: a ritual of one's own."""
    name, first = line(ask, "name", LONGEST_NAME), line(ask, "ask")
    if not name:
        raise WrongUse("Give it a name, a word or two.")
    if any(one.name.lower() == name.lower() for one in every(ask.practice)):
        raise Conflict(f"There is a ritual {name} already. Give this one another name.")
    id, uuid = ask.new_id()
    known = every(ask.practice)
    questions = (Question("q1", first or "How is it going?", line(ask, "kindness"), _kind(ask)),)
    made = Ritual(
        id, uuid, name, _minutes(ask, 5), line(ask, "after"), _rhythm(ask, ""), _time(ask, ""), ask.today(), ("q1",),
        questions, max(one.order for one in known) + 1,
    )  # fmt: skip
    return Change(f"A ritual of my own: {name}", (row("rituals", None, made),))


def edit(ask: Ask) -> Change:
    """Answers `ritual`, and what of it is to be otherwise: `name`, `minutes`, `after`, `rhythm`, `at`."""
    before = ritual_of(ask)
    said: dict[str, Any] = {}
    if "name" in ask.answers:
        said["name"] = line(ask, "name", LONGEST_NAME)
        if not said["name"]:
            raise WrongUse("Give it a name, a word or two.")
    if "minutes" in ask.answers:
        said["minutes"] = _minutes(ask, before.minutes)
    if "after" in ask.answers:
        said["after"] = line(ask, "after")
    if "rhythm" in ask.answers:
        said["rhythm"] = _rhythm(ask, before.rhythm)
        said["since"] = ask.today() if said["rhythm"] != before.rhythm else before.since
    if "at" in ask.answers:
        said["at"] = _time(ask, before.at)
    if not said:
        raise WrongUse("Say what to change: name, minutes, after, rhythm or at.")
    after = before._replace(**said)
    return kept(ask, f"Changed: {after.name}", after)


def _minutes(ask: Ask, usual: int) -> int:
    given = str(ask.answers.get("minutes") or "").strip()
    if not given:
        return usual
    found: int | None = read_field(ask, "estimate", given if not given.isdecimal() else f"{given}m")
    if not found or found > MOST_MINUTES:
        raise WrongUse(f"Say how many minutes it takes, 1 to {MOST_MINUTES}.")
    return found


def _rhythm(ask: Ask, usual: str) -> str:
    if "rhythm" not in ask.answers:
        return usual
    given = line(ask, "rhythm").lower()
    if given in WORDS:
        return WORDS[given]
    known = next((name for name, words in RHYTHMS.items() if words == given), None)
    if known is not None:
        return known
    if when.read_repeat(given, ask.now, day_first=ask.practice.day_first) is None:
        raise WrongUse(f"{given!r} does not say how it comes round. Try every office day, month, or every 2nd tuesday.")
    return given


def _time(ask: Ask, usual: str) -> str:
    given = line(ask, "at").lower()
    if "at" not in ask.answers or not given:
        return usual
    return given if given in HOURS else time_of(given, ask.now)


def _kind(ask: Ask, usual: str = "line") -> str:
    given = line(ask, "kind").lower()
    if given and given not in KINDS:
        raise WrongUse(f"There is no kind of question {given!r}. There are: {', '.join(KINDS)}.")
    return given or usual


def rest(ask: Ask) -> Change:
    """Answer `ritual`: it rests, and is offered no more; once more takes it up again."""
    before = ritual_of(ask)
    label = "Taken up again" if before.retired else "Rests for now"
    return kept(ask, f"{label}: {before.name}", before._replace(retired=not before.retired))


def as_it_was(ask: Ask) -> Change:
    """Answer `ritual`: one that an office begins with is as it was then."""
    after = ritual_of(ask)
    found = ask.practice.table("rituals").get(after.id)
    if all(one.id != after.id for one in SHIPPED):
        raise Conflict("This one is your own; there is nothing it was before.")
    return Change(f"As it was: {after.name}", (row("rituals", found, None),) if found else ())


# -- questions


def _with(ask: Ask, label: str, ritual: Ritual, questions: tuple[Question, ...]) -> Change:
    ids = {one.id for one in questions}
    return kept(ask, label, ritual._replace(questions=questions, short=tuple(id for id in ritual.short if id in ids)))


def question_add(ask: Ask) -> Change:
    """Answers `ritual`, `ask`, `kindness`, `kind`: one more question, at the end; before the closing words, if it has
    any."""
    ritual, text = ritual_of(ask), line(ask, "ask")
    if not text:
        raise WrongUse("What is asked? One short question.")
    numbers = (one.id[1:] for one in ritual.questions if one.id[:1] == "q")
    number = max((int(one) for one in numbers if one.isdecimal()), default=0)
    made = Question(f"q{number + 1}", text, line(ask, "kindness"), _kind(ask))
    last = ritual.questions[-1:]
    ends = last if last and last[0].kind == "phrase" else ()
    kept_before = ritual.questions[: len(ritual.questions) - len(ends)]
    return _with(ask, f"A question for {ritual.name}", ritual, (*kept_before, made, *ends))


def question_edit(ask: Ask) -> Change:
    """Answers `ritual`, `question`, and what is to be otherwise: `ask`, `kindness`, `kind`."""
    ritual = ritual_of(ask)
    at = question_of(ask, ritual)
    before = ritual.questions[at]
    said: dict[str, Any] = {name: line(ask, name) for name in ("ask", "kindness") if name in ask.answers}
    if not said.get("ask", "x"):
        raise WrongUse(keyed("What is asked? One short question; {ritual.off} lets it rest."))
    after = before._replace(**said, kind=_kind(ask, before.kind))
    return _with(ask, f"Changed a question of {ritual.name}", ritual, _put(ritual, at, after))


def _put(ritual: Ritual, at: int, question: Question) -> tuple[Question, ...]:
    return (*ritual.questions[:at], question, *ritual.questions[at + 1 :])


def question_off(ask: Ask) -> Change:
    """Answers `ritual`, `question`: it is not asked any more; once more asks it again."""
    ritual = ritual_of(ask)
    at = question_of(ask, ritual)
    before = ritual.questions[at]
    label = "Asked again in" if before.off else "Not asked any more in"
    return _with(ask, f"{label} {ritual.name}", ritual, _put(ritual, at, before._replace(off=not before.off)))


def question_order(ask: Ask) -> Change:
    """Answers `ritual`, `question` and `by`: one place earlier (-1) or later (1)."""
    ritual = ritual_of(ask)
    at, by = question_of(ask, ritual), -1 if str(ask.answers.get("by", "1")) == "-1" else 1
    there = at + by
    if not 0 <= there < len(ritual.questions):
        raise Conflict("It is the last one already." if by > 0 else "It is the first one already.")
    order = list(ritual.questions)
    order[at], order[there] = order[there], order[at]
    return _with(ask, f"Another order in {ritual.name}", ritual, tuple(order))


def question_brief(ask: Ask) -> Change:
    """Answers `ritual`, `question`: it belongs to the sixty seconds, or no longer."""
    ritual = ritual_of(ask)
    id = ritual.questions[question_of(ask, ritual)].id
    inside = id in ritual.short
    short = tuple(one for one in ritual.short if one != id) if inside else (*ritual.short, id)
    label = "Not in the sixty seconds of" if inside else "In the sixty seconds of"
    return kept(ask, f"{label} {ritual.name}", ritual._replace(short=short))


def question_drop(ask: Ask) -> Change:
    """Answers `ritual`, `question`: one of one's own is let go; of the first ones it is not asked any more."""
    ritual = ritual_of(ask)
    at = question_of(ask, ritual)
    shipped = next((one for one in SHIPPED if one.id == ritual.id), None)
    if shipped is not None and any(one.id == ritual.questions[at].id for one in shipped.questions):
        return _with(ask, f"Not asked any more in {ritual.name}", ritual,
                     _put(ritual, at, ritual.questions[at]._replace(off=True)))  # fmt: skip
    return _with(ask, f"Let go a question of {ritual.name}", ritual,
                 (*ritual.questions[:at], *ritual.questions[at + 1 :]))  # fmt: skip


def always(practice: Practice, ids: tuple[str, ...]) -> str:
    """A ritual is named by an answer."""
    return ""


def _here(id: str, title: str, help: str, run: Any, key: str = "", hint: str = "", asks: str = "ritual") -> Command:
    return Command(id, title, help, run, key, hint, HERE, "Here", asks, always, "rituals")


COMMANDS = (
    _here("ritual.start", "Begin the ritual", "From its first question, or where it was left.", None, "enter", "begin",
          ""),
    _here("ritual.quick", "Begin the sixty seconds", "The short version of it, a question or two.", None, "s",
          "60 seconds", ""),
    _here("ritual.questions", "Change the questions", "From its list down to its questions; there, one of them.",
          None, "e", "change", ""),
    _here("ritual.edit", "Times of the ritual", "When it comes round, at which time, and how long it takes.", edit, "t",
          "times", "ritual times"),
    _here("ritual.add", "Add a ritual or a question", "On a ritual one of your own; among questions one more.", add,
          "", "add", "ritual new"),
    _here("ritual.rest", "Let the ritual rest", "It is offered no more; once more takes it up again.", rest, "z"),
    _here("ritual.reset", "As the ritual was", "One that the office began with gets its first questions back.",
          as_it_was),
    _here("ritual.ask", "Add a question", "One more for the ritual that is chosen.", question_add, asks="ritual ask"),
    _here("ritual.reword", "Change a question", "Its words, the kindness below it, its kind.", question_edit,
          asks="ritual reword"),
    _here("ritual.off", "Ask it or not", "A question that is not asked keeps its place.", question_off, "space",
          "ask it"),
    _here("ritual.earlier", "Question up", "One place earlier; down is the other way.", question_order,
          "left_square_bracket", "up", "ritual order"),
    _here("ritual.later", "Question down", "One place later.", None, "right_square_bracket", "", ""),
    _here("ritual.brief", "In the sixty seconds", "Whether a question belongs to the short version.", question_brief,
          "m", "60 s"),
    _here("ritual.drop", "Let a question go", "One of your own goes; one of the first is not asked any more.",
          question_drop, "delete", "let go"),
)  # fmt: skip
