"""The fields of an entry as the drawer shows them: which, in what order, what each says, and how it is typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from organizer import when
from organizer.ids import short
from organizer.practice import Practice
from organizer.records import Entry, Repeat, Theme
from organizer.repeat import explain, notice, notices_of, remaining, reminders_of, standing_for
from organizer.views.board import STAGE_NAMES
from organizer.words import DREAD_WORDS, minutes
from screens.cards import due_part
from screens.ink import Ink, shown, who

LABELS = {
    "due": "due",
    "reminders": "told",
    "start": "starts",
    "estimate": "takes",
    "repeat": "repeats",
    "happened": "happened",
    "catch_up": "if missed",
    "ends": "ends",
    "paused": "rests",
    "dread": "dread",
    "worst": "worst bit",
    "waiting_for": "waiting on",
    "waiting_since": "since",
    "nudge": "ask again",
    "blocked_by": "after",
    "someday": "some day",
    "signifiers": "marks",
    "tags": "tags",
    "theme": "theme",
    "area": "area",
    "stage": "stage",
    "kind": "kind",
    "notes": "notes",
}
"""The fields of the drawer, in order, and what each is called there."""
ALWAYS = ("due", "estimate", "repeat", "dread")
OF_REPEAT = ("happened", "catch_up", "ends", "paused")
MISSED = {
    "current": "the newest alone stays",
    "every": "each one, in turn",
    "skip": "left out, on to the next",
}
"""What becomes of missed ones, in words."""


def fields_of(entry: Entry, whole: bool) -> tuple[list[str], list[str]]:
    """The fields that are shown, and those that say nothing and are not; all of them when `whole`."""
    fitting = [name for name in LABELS if name not in OF_REPEAT or _fits(entry, name)]
    shown_ = [name for name in fitting if whole or name in ALWAYS or _says(entry, name)]
    return shown_, [name for name in fitting if name not in shown_]


def _fits(entry: Entry, name: str) -> bool:
    """Whether a part of a repeat means something for the kind of it."""
    repeat = entry.repeat
    if repeat is None or name == "paused":
        return repeat is not None
    if name == "happened":
        return bool(repeat.event)
    return not repeat.event and not (name == "catch_up" and repeat.after_completion)


def _says(entry: Entry, name: str) -> bool:
    """Whether a field says more than that there is nothing to say."""
    if name in ("area", "stage"):  # they stand under the title
        return False
    if name in OF_REPEAT:
        return name != "paused" or bool(entry.repeat and entry.repeat.paused)
    if name == "kind":
        return entry.kind != "task"
    if name in ("nudge", "waiting_since"):
        return bool(entry.waiting_for or getattr(entry, name))
    if name == "reminders":
        return bool(reminders_of(entry))
    return bool(getattr(entry, name)) or (name == "worst" and entry.dread >= 2)


HINTS = {"text": "its words", "step": "first step", "line": "a line of the checklist", **LABELS}
"""What the fields are called while they are typed in."""
EXAMPLES = {
    "due": "friday, june 12 4pm, in 3 days, none",
    "start": "a day it is hidden until, or none",
    "estimate": "20m, 1h30, none",
    "area": "an area, or none",
    "stage": "inbox, ready, under way, waiting",
    "dread": "0 to 3",
    "signifiers": "* priority, ! idea, ? look into it",
    "tags": "words",
    "kind": "task, event, note",
    "waiting_for": "payer, ask again friday",
    "waiting_since": "june 2, last monday",
    "worst": "what is dreaded most about it",
}
"""What may be typed there."""


class Value(NamedTuple):
    """What a field shows, a note at its right, and how it is inked."""

    text: str
    note: str = ""
    spec: str = "foreground"


def value_of(practice: Practice, ink: Ink, entry: Entry, name: str, now: datetime) -> Value:
    """A field as it is shown."""
    if name in OF_REPEAT:
        return _of_repeat(entry, entry.repeat or Repeat(), name, now)
    if name == "reminders":
        said = notice.say(reminders_of(entry))
        return Value(said or "not before", _next_notice(entry, now), "foreground" if said else "faint")
    value: Any = getattr(entry, name)
    if name in ("due", "start", "nudge", "waiting_since"):
        return _day(entry, name, value, now)
    if name == "dread":
        words = f"{ink.signs.dread[entry.dread_level]} {DREAD_WORDS[entry.dread_level]}".strip()
        return Value(words, "what is the worst bit?" if value >= 2 else "", "clay" if value else "faint")
    area = practice.areas.get(value) if name == "area" else None
    readers: dict[str, Callable[[], str]] = {
        "waiting_for": lambda: who(value),
        "estimate": lambda: minutes(value) or "not said",
        "someday": lambda: "yes, out of sight" if value else "no",
        "repeat": lambda: explain(_bare(value)) or "yes" if value else "no",
        "area": lambda: area.name if area else value or "none yet",
        "stage": lambda: "Done" if value == "done" else STAGE_NAMES.get(value, value),
        "blocked_by": lambda: "\n".join(_comes_first(practice, id) for id in value),
        "signifiers": lambda: ", ".join(value),
        "tags": lambda: " ".join(f"#{tag}" for tag in value),
        "theme": lambda: _under(practice, value),
    }
    text = readers[name]() if name in readers else str(value)
    return Value(text or ink.signs.dash, "", "foreground" if value else "faint")


def _day(entry: Entry, name: str, value: str | None, now: datetime) -> Value:
    if not value:
        waits = name == "due" and entry.repeat is not None and entry.repeat.event and not entry.repeat.paused
        return Value(f"after {shown(entry.repeat.event)}" if waits and entry.repeat else "no day", "", "faint")
    care = name == "due" and due_part(entry, now)[1] == "clay"
    return Value(when.say(value, now, long=True), when.until(value, now), "clay" if care else "foreground")


def _next_notice(entry: Entry, now: datetime) -> str:
    today = now.date().isoformat()
    ahead = [day[:10] for day in notices_of(entry) if day[:10] >= today]
    return f"next {when.say(ahead[0], now)}" if ahead else ""


def _comes_first(practice: Practice, id: str) -> str:
    other = practice.entry(id)
    return f"{shown(other.text)}{'' if other.open else ', which is done'}" if other else short(id)


def _under(practice: Practice, id: str) -> str:
    """The name of the theme that an entry carries."""
    theme = practice.table("themes").get(id)
    return shown(theme.name) if isinstance(theme, Theme) else ""


def _bare(repeat: Repeat) -> Repeat:
    """A repeat without what rows of their own say."""
    from organizer.repeat.rule import read

    rule = read(repeat.rule)
    text = rule._replace(times=0, until=None).text() if rule and not repeat.dates else ""
    return repeat._replace(rule=text if rule else repeat.rule, leads=(), paused=False, catch_up="current")


def _of_repeat(entry: Entry, repeat: Repeat, name: str, now: datetime) -> Value:
    if name == "catch_up":
        usual = repeat.catch_up == "current"
        return Value(MISSED.get(repeat.catch_up, repeat.catch_up), "", "faint" if usual else "foreground")
    if name == "paused":
        return Value("yes, without a day" if repeat.paused else "no", "", "foreground" if repeat.paused else "faint")
    if name == "happened":
        if not repeat.on:
            return Value("not yet", "", "faint")
        return Value(when.say(repeat.on[:10], now, long=True), when.until(repeat.on[:10], now))
    left, last = remaining(repeat, standing_for(entry))
    if last:
        return Value(f"on {when.say(last, now, long=True)}")
    return (
        Value(f"after this and {left - 1} more" if left > 1 else "with this one")
        if left
        else Value("never", "", "faint")
    )


def typed(entry: Entry, name: str) -> str:
    """A field as one would type it, to begin editing with."""
    value: Any = getattr(entry, name, "")
    if name == "estimate":
        return f"{value}m" if value else ""
    if name in ("due", "start", "nudge", "waiting_since"):
        return str(value or "").replace("T", " ")
    if isinstance(value, tuple):
        return " ".join(value)
    return str(value) if value or name == "dread" else ""
