"""Putting right what has slipped: said, sorry, a plan that is a promise itself, done, and what changes for good."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.change import Change, Row
from organizer.commands.catch import draft_of, entry_of
from organizer.commands.command import Ask, row
from organizer.commands.fields import clean
from organizer.commands.word import LABELS, fresh, named, rows_of, selected, step_command, step_of, stepped
from organizer.records import Entry
from organizer.records.word import Commitment, Step
from organizer.word import states


def plan(ask: Ask) -> Change:
    """Answers: `note` what will be done, `when` by when, `steps` lines that become tasks; or `owed` no and a `note`.

    The plan is a promise of its own to the same person, and its tasks stand on the Board.
    """
    before = selected(ask)
    step = step_of(ask, "plan")
    after = stepped(ask, before, step)
    if not step.owed:
        return named(LABELS["plan"], before.text, [row("commitments", before, after)])
    id, uuid = fresh(ask)
    tasks = _tasks(ask, _lines(ask), before, step.due)
    ids = tuple(task.id for task in tasks)
    promise = Commitment(
        id=id,
        uuid=uuid,
        text=step.note or f"put right: {before.text}",
        who=before.who,
        whom=before.whom,
        steps=(Step("promise", step.at, step.due, step.zone, step.how, told=True),),
        area=before.area,
        theme=before.theme,
        tasks=ids,
        repairs=before.id,
        created=step.at,
    )
    after = after._replace(tasks=(*before.tasks, *ids))
    rows = [row("commitments", before, after), row("commitments", None, promise)]
    return named(LABELS["plan"], before.text, [*rows, *(row("entries", None, task) for task in tasks)])


def _lines(ask: Ask) -> list[str]:
    """The answer `steps`: a list, or a text with one on each line or between semicolons."""
    given = ask.answers.get("steps") or ()
    found: Iterable[object] = given.replace(";", "\n").split("\n") if isinstance(given, str) else given
    return [clean(str(one)).strip() for one in found if str(one).strip()]


def _tasks(ask: Ask, lines: list[str], commitment: Commitment, due: str | None) -> list[Entry]:
    """Lines as tasks that are ready, in the area of the promise; those that are due with its repair may say their own
    day."""
    around = {"stage": "next", "area": commitment.area, "due": due, "dates": due is not None}
    within = ask._replace(answers=around)
    drafts = [(draft_of(within, one), one) for one in lines]
    return [entry_of(within, draft._replace(text=draft.text or one)) for draft, one in drafts]


def repair(ask: Ask) -> Change:
    """It is put right; the promise to do so is kept with it, where its time has not passed."""
    before = selected(ask)
    after = stepped(ask, before, step_of(ask, "repair"))
    return named(LABELS["repair"], before.text, [row("commitments", before, after), *_with_plan(ask, before)])


def _with_plan(ask: Ask, broken: Commitment) -> list[Row]:
    """The promises to put it right that still stand: they are kept."""
    return [
        one
        for promise in ask.practice.commitments.values()
        if promise.repairs == broken.id and states.state(promise, ask.now, ask.zone) == "promised"
        for one in rows_of(ask, promise, stepped(ask, promise, Step("keep", ask.stamp())))
    ]


def close(ask: Ask) -> Change:
    """Answer `note`: what in the system changes, which becomes a task; nothing, where nothing does."""
    before = selected(ask)
    step = step_of(ask, "close")
    after = stepped(ask, before, step)
    tasks = _tasks(ask, [step.note] if step.note else [], before, None)
    after = after._replace(tasks=(*before.tasks, *(task.id for task in tasks)))
    rows = [row("commitments", before, after), *(row("entries", None, task) for task in tasks)]
    return named(LABELS["close"], before.text, rows)


def give_up(ask: Ask) -> Change:
    """Answer `note`: why it cannot be put right."""
    before = selected(ask)
    after = stepped(ask, before, step_of(ask, "give up"))
    return named(LABELS["give up"], before.text, [row("commitments", before, after)])


COMMANDS = (
    step_command("say", "I said so", "That it has slipped, said to those it was promised to."),
    step_command("apologize", "Say sorry", "What happened, that it mattered, and nothing to excuse it."),
    step_command("plan", "Make a plan", "What will be done and by when: a promise itself, with tasks on the Board.",
                 plan),
    step_command("repair", "Put right", "What was planned is done. Repair counts as much as keeping.", repair),
    step_command("close", "Close it", "What in the system changes? The answer becomes a task.", close),
    step_command("give up", "Not repairable", "Closed as it is, with a line why.", give_up),
)  # fmt: skip
