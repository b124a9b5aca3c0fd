"""Tending a task: waiting on someone, starting small, some day."""

from __future__ import annotations

from organizer import when
from organizer.change import Change
from organizer.commands.command import Ask, Command, changed, with_entry
from organizer.commands.fields import clean, read_field
from organizer.errors import WrongUse
from organizer.records import Entry


def wait(ask: Ask) -> Change:
    """Answer `who`: a code or a role, and when to ask again if that is said ("payer friday"); "" when nobody."""
    typed = clean(str(ask.answers.get("who", ""))).strip()
    if not typed and not any(entry.waiting_for for entry in ask.entries()):
        raise WrongUse("Say who it waits for: a code or a role, and a day to ask again if you like.")
    return changed("Waiting" if typed else "Waiting no more", [(e, waiting(ask, e, typed)) for e in ask.entries()])


def waiting(ask: Ask, entry: Entry, typed: str) -> Entry:
    """The entry as it waits for whom was typed, since today, to be asked again on the day that was typed with it."""
    if typed in ("", "none", "-"):
        stage = "next" if entry.stage == "waiting" else entry.stage
        return entry._replace(waiting_for="", waiting_since="", nudge=None, stage=stage)
    found = when.find(typed, ask.now, day_first=ask.practice.day_first)
    who = typed
    nudge = entry.nudge
    if found and (found.start > 0 or found.end < len(typed)):
        who = " ".join((typed[: found.start] + " " + typed[found.end :]).split()).strip(" ,")
        who = who.removesuffix("ask again").removesuffix("ask").rstrip(" ,")
        nudge = found.due
    since = entry.waiting_since if entry.waiting_for == who else ask.today()
    return entry._replace(
        waiting_for=who or typed, waiting_since=since, nudge=nudge, stage="waiting" if entry.open else entry.stage
    )


def small(ask: Ask) -> Change:
    """Start small: the task is under way. Answer `step`: what could be done in five minutes, where none was said."""
    step = clean(str(ask.answers.get("step") or "")).strip()
    pairs = []
    for entry in ask.entries():
        after = entry._replace(step=step or entry.step)
        if after.stage in ("inbox", "next") and after.kind == "task":
            after = after._replace(stage="doing", someday=False)
        pairs.append((entry, after))
    return changed("Started small", pairs)


def step_done(ask: Ask) -> Change:
    """The smallest step is done. Answer `next`: the one after it, or none."""
    following = clean(str(ask.answers.get("next") or "")).strip()
    return changed("A step done in", [(entry, entry._replace(step=following)) for entry in ask.entries()])


def someday(ask: Ask) -> Change:
    """Put it off to some day, out of sight but not lost; once more brings it back."""
    entries = ask.entries()
    away = any(not entry.someday for entry in entries)
    return changed("Some day" if away else "Back from some day", [(e, e._replace(someday=away)) for e in entries])


def worst(ask: Ask) -> Change:
    """Answer `text`: what the worst bit of it is."""
    text = read_field(ask, "worst", str(ask.answers.get("text", "")))
    return changed("The worst bit of", [(entry, entry._replace(worst=text)) for entry in ask.entries()])


PLACES = ("today", "board", "journal", "entry")
COMMANDS = (
    Command(
        id="entry.small",
        title="Start small",
        help="Five minutes on the smallest next step; then enough, or five more.",
        run=small,
        key="s",
        hint="start small",
        places=PLACES,
        group="Here",
        asks="small",
        allowed=with_entry,
    ),
    Command(
        id="entry.wait",
        title="Waiting on someone",
        help="Who it waits for, and the day to ask again.",
        run=wait,
        key="t",
        places=PLACES,
        group="Here",
        asks="who",
        allowed=with_entry,
    ),
    Command(
        id="entry.someday",
        title="Some day",
        help="Out of sight, not lost: the Board by stage shows it. Once more brings it back.",
        run=someday,
        key="y",
        places=PLACES,
        group="Here",
        allowed=with_entry,
    ),
    Command(
        id="entry.step",
        title="Step done",
        help="The smallest step is done; say the one after it, or none.",
        run=step_done,
        places=PLACES,
        asks="next",
        allowed=with_entry,
    ),
    Command(
        id="entry.worst",
        title="What is the worst bit?",
        help="Naming what is dreaded most makes it smaller.",
        run=worst,
        places=PLACES,
        asks="worst",
        allowed=with_entry,
    ),
)
