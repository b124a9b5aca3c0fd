"""My word: giving it, keeping it, changing it in time. Every edge of `organizer.word.states` has its command; those of
putting right are in `repairing`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import been, clean, read_field
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.practice import Practice
from organizer.records.word import Commitment, Step
from organizer.word import again, states
from organizer.word.due import passed
from organizer.word.finding import find

HERE = ("word",)
DATED = ("promise", "again", "renegotiate", "answer by", "plan")
"""The steps that say by when."""
STOPPING = ("decline", "release", "revoke")
"""The steps after which a promise comes back no more."""
LABELS = {
    "decline": "Declined",
    "counter": "Offered something else",
    "answer by": "An answer promised",
    "promise": "Promised",
    "keep": "Kept",
    "accept": "Kept, and they accept it",
    "again": "Promised again",
    "renegotiate": "A new time, told",
    "release": "Released",
    "revoke": "Taken back, told",
    "say": "Said so",
    "apologize": "Said sorry",
    "plan": "A plan to put it right",
    "repair": "Put right",
    "close": "Closed",
    "give up": "Closed as not repairable",
}
"""What each step is called when it was taken."""


def with_word(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is a promise; else the reason."""
    try:
        return "" if ids and all(find(practice, id) for id in ids) else "Choose a promise first."
    except OrganizerError as error:
        return str(error)


def selected(ask: Ask) -> Commitment:
    """The one promise that is meant. Raises `WrongUse`, `NotFound`, `Ambiguous`."""
    if len(ask.ids) != 1:
        raise WrongUse("One promise at a time: each has its own way.")
    return find(ask.practice, ask.ids[0])


def line(ask: Ask, name: str) -> str:
    """An answer as one line."""
    return " ".join(clean(str(ask.answers.get(name) or "")).split())


def yes(ask: Ask, name: str, usual: bool = False) -> bool:
    """An answer that is yes or no."""
    given = ask.answers.get(name, usual)
    return bool(read_field(ask, "someday", given) if isinstance(given, str) else given)


def named(label: str, text: str, rows: list[Row]) -> Change:
    """A change under what was done, and to which promise."""
    said = " ".join(text.split())
    return Change(f"{label}: {said if len(said) <= 60 else said[:59] + '…'}", tuple(rows))


def fresh(ask: Ask) -> tuple[str, str]:
    """An id that no promise begins like."""
    while True:
        id, uuid = ask.new_id()
        if not any(other.startswith(id[:5]) for other in ask.practice.commitments):
            return id, uuid


def by_when(ask: Ask, name: str = "when") -> str | None:
    """The answer `when` as a time still ahead; None where nothing was said. Raises `WrongUse` for a time past."""
    due: str | None = read_field(ask, "due", str(ask.answers.get(name) or ""))
    if due and passed(due, ask.zone, ask.now, ask.zone):
        raise WrongUse("That time is past already. A promise is for a time still ahead.")
    return due


def step_of(ask: Ask, kind: str) -> Step:
    """The step that the answers say: `when`, `how`, `note`, `told`, `owed`, and `on`, when it was."""
    due = by_when(ask) if kind in DATED else None
    at, zone = ask.stamp(), ask.zone if due else ""
    return Step(kind, _been(ask) or at, due, zone, line(ask, "how"), line(ask, "note"), yes(ask, "told"), _owed(ask))


def _owed(ask: Ask) -> bool:
    return yes(ask, "owed", usual=True)


def _been(ask: Ask) -> str:
    """The answer `on`: when it was, if that was before now."""
    typed = line(ask, "on")
    read = read_field(ask, "due", typed) if typed else None
    if not read:
        return ""
    found = f"{been(ask, typed)}{read[10:]}"
    moment = datetime.fromisoformat(found if len(found) > 10 else f"{found}T23:59:59")
    if found[:10] == ask.today():
        moment = min(moment, ask.now)
    if moment > ask.now:
        raise WrongUse("That is still to come. Say when it was.")
    return moment.isoformat(timespec="seconds")


def stepped(ask: Ask, before: Commitment, step: Step) -> Commitment:
    """The promise a step further. Raises `Conflict` with what can be done instead, `WrongUse` for what is missing."""
    at = datetime.fromisoformat(step.at)
    if before.steps and step.at < before.steps[-1].at:
        raise WrongUse("That was before what happened to it last.")
    why = states.why_not(before, step, at, ask.zone)
    if why:
        allowed = states.state(before, at, ask.zone) in states.STEPS[step.kind].frm
        raise WrongUse(why) if allowed else Conflict(why)
    return before._replace(steps=(*before.steps, step))


def rows_of(ask: Ask, before: Commitment, after: Commitment) -> list[Row]:
    """The change of one promise, with the next one of what comes back."""
    last = after.steps[-1].kind
    if before.repeat is not None and last in STOPPING:
        after = after._replace(repeat=None)
    if before.repeat is None or last != "keep":
        return [row("commitments", before, after)]
    return _handed_on(ask, before, after)


def _handed_on(ask: Ask, before: Commitment, after: Commitment) -> list[Row]:
    """A promise that comes back, and the next one, which has the rule from now on."""
    new = again.following(after, ask.now, ask.zone, *fresh(ask))
    rows = [row("commitments", before, after._replace(repeat=None))]
    return [*rows, row("commitments", None, new)] if new else rows


def _edge(kind: str) -> Callable[[Ask], Change]:
    """The command of one step."""

    def run(ask: Ask) -> Change:
        before = selected(ask)
        after = stepped(ask, before, step_of(ask, kind))
        return named(LABELS[kind], after.text, rows_of(ask, before, after))

    run.__doc__ = f"{LABELS[kind]}. Answers: `how`, `note`, and what the step needs (`organizer.word.states`)."
    return run


def keep(ask: Ask) -> Change:
    """Kept. What puts another promise right takes that one's step as well. Answer `on`: when, if it was before now."""
    before = selected(ask)
    after = stepped(ask, before, step_of(ask, "keep"))
    rows = rows_of(ask, before, after)
    broken = ask.practice.look("commitments", before.repairs) if before.repairs else None
    if isinstance(broken, Commitment) and states.state(broken, ask.now, ask.zone) == "planned":
        whole = stepped(ask, broken, Step("repair", ask.stamp(), how=line(ask, "how"), note=line(ask, "note")))
        return named(LABELS["repair"], broken.text, [*rows, row("commitments", broken, whole)])
    return named(LABELS["keep"], after.text, rows)


def _to_roll(practice: Practice, now: datetime, zone: str) -> list[Commitment]:
    """What comes back and has slipped: the next one is to be promised."""
    return [
        one
        for one in practice.commitments.values()
        if one.repeat is not None and states.state(one, now, zone) not in states.OPEN
    ]


def roll(ask: Ask) -> Change:
    """Promise the next one of what comes back and has slipped. Undo stops before it: time did it, nobody else."""
    found = _to_roll(ask.practice, ask.now, ask.zone)
    rows = [one for before in found for one in _handed_on(ask, before, before)]
    if len(found) == 1:
        return named("Promised once more", found[0].text, rows)._replace(undoes=-1)
    return Change(f"Promised once more: {len(found)} promises", tuple(rows), undoes=-1)


def something_to_roll(practice: Practice, now: datetime, zone: str) -> bool:
    """Whether `roll` has anything to do."""
    return any(_to_roll(practice, now, zone))


def step_command(kind: str, title: str, help: str, run: Callable[[Ask], Change] | None = None, key: str = "",
                 hint: str = "", asks: str = "word step") -> Command:  # fmt: skip
    """The command of a step."""
    id = f"word.{kind.replace(' ', '_')}"
    return Command(id, title, help, run or _edge(kind), key, hint, HERE, "Here", asks, with_word, "commitments")


COMMANDS = (
    step_command("decline", "Decline it", "A clear no is a service too; nothing is promised."),
    step_command("counter", "Offer something else", "What can be promised instead, in a line."),
    step_command("answer by", "Say by when to answer", "A word about the answer, not yet about the thing."),
    step_command("promise", "Promise it", "What was asked is promised now, by when."),
    step_command("keep", "Kept", "Done as it was promised; what comes back is promised once more.", keep,
                 "space", "kept", ""),
    step_command("accept", "They accept it", "Those it was promised to say it is what they needed.", asks=""),
    step_command("again", "Promise it again", "It was done and is not what they needed: a new time."),
    step_command("renegotiate", "A new time, told", "Before it is due, and told to them: a new promise, no slip.",
                 key="l", hint="new date"),
    step_command("release", "They release me", "They need it no more. What comes back stops with it."),
    step_command("revoke", "Take it back, told", "Before it is due, told, and what it means for them said."),
    Command("word.story", "The whole story", "All that was promised, and what became of it.", None, "enter",
            "story", HERE, "Here"),
    Command("word.next", "Next step of putting it right", "Said, sorry, a plan, done, and what changes.", None, "r",
            "repair step", HERE, "Here"),
    Command("word.words", "Words to start from", "Questions to write from; the words are your own.", None, "w", "words",
            HERE, "Here"),
    Command("word.more", "What else happened", "Every step that can be taken with this one now.", None, "m", "more",
            HERE, "Here"),
    Command("word.view", "The figures", "What is counted, over 90 days and a year; once more and they go.", None, "v",
            "figures", HERE, "Here"),
    Command("word.roll", "Promise once more", "What comes back and has slipped is promised for its next time. "
            "The app does it by itself.", roll),
)  # fmt: skip
