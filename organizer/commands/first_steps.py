"""The first steps of a new practice: the place one has reached, and a line to oneself a year from now."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.command import Ask, Command
from organizer.commands.fields import clean
from organizer.commands.setting import keep as setting
from organizer.errors import WrongUse
from organizer.views.first_steps import NOTE, STEPS

NOTE_AT_MOST = 140
"""Letters of the line to oneself."""


def reach(ask: Ask) -> Change:
    """Answer `step`: the one that comes next, or done. A place is no act: undo passes over it."""
    step = str(ask.answers.get("step", ""))
    if step not in (*STEPS, "done"):
        raise WrongUse(f"There is no step {step!r}. They are: {', '.join(STEPS)}, done.")
    return setting(ask, f"First steps: {step}", "first_run", step)._replace(undoes=-1)


def write(ask: Ask) -> Change:
    """Answer `text`: the line of this year; an empty one takes it back."""
    text = " ".join(clean(str(ask.answers.get("text", ""))).split())
    if len(text) > NOTE_AT_MOST:
        raise WrongUse(f"One line of {NOTE_AT_MOST} letters at most; this has {len(text)}. Say it in short.")
    name = f"{NOTE}{ask.today()[:4]}"
    if not text and not ask.practice.setting(name):
        return Change("No line to myself")
    label = "Wrote a line to myself" if text else "Took back the line to myself"
    value = {"text": text, "written": ask.today()} if text else None
    return setting(ask, label, name, value)


HERE = ("first",)

COMMANDS = (
    Command("first.run", "First steps, once more", "Signs, areas, office days, a line to yourself."),
    Command("first.next", "Next", "Take what is chosen, and on to the next step.", key="enter", hint="next",
            places=HERE, group="Move"),
    Command("first.back", "Back a step", "The step before.", key="b", hint="back", places=HERE, group="Move"),
    Command("first.later", "Later", "Go on here another time; all that was said is kept.", key="escape", hint="later",
            places=HERE, group="Move"),
    Command("first.tick", "Tick", "Tick what is yours, or take the tick off.", key="space", hint="tick", places=HERE,
            group="Here"),
    Command("first.add", "Add my own", "An area by your own name.", key="a", hint="add my own", places=HERE,
            group="Here"),
    Command("first.about", "What is in it", "A few words for what belongs to an area.", key="w", hint="about it",
            places=HERE, group="Here"),
    Command("first.edit", "Change", "Another name, time or line.", key="e", hint="change", places=HERE, group="Here"),
    Command("first.reach", "A place in the first steps", "The step that comes next.", reach, places=HERE, asks="step"),
    Command("first.write", "A line to myself", "It comes back a year later, on Today.", write, places=HERE,
            asks="line"),
)  # fmt: skip
