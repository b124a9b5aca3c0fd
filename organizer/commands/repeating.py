"""What comes back: skip one, pause, say how it repeats; and what follows when one is done, or time has passed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol

from organizer import repeat as repeats
from organizer.archiving import horizon
from organizer.change import Change, Row
from organizer.clock import Clock
from organizer.commands.command import Ask, Command, changed, name_it, row, with_entry
from organizer.commands.fields import read_field
from organizer.errors import OrganizerError, WrongUse
from organizer.practice import Practice
from organizer.records import Entry

PLACES = ("today", "board", "entry")


def with_repeat(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when all that is selected comes back and is open; else the reason."""
    why = with_entry(practice, ids)
    if not why and any(practice.find(id).repeat is None for id in ids):
        why = "That does not come back. Say how it repeats first."
    if not why and not all(practice.find(id).open for id in ids):
        why = "That one is finished. The next one is there, or it has ended."
    return why


def skip(ask: Ask) -> Change:
    """Leave this one out: it moves to its next occurrence, nothing is marked done."""
    pairs = []
    for entry in ask.entries():
        after = repeats.skipped(entry, ask.now)
        if after is None:
            raise WrongUse("It does not come again after this one. Finish it, or let it go.")
        pairs.append((entry, after))
    return changed("Skipped", pairs)


def pause(ask: Ask) -> Change:
    """Let it rest without a date; once more and it goes on from the next one. Answer `paused` says which."""
    entries = ask.entries()
    rest = not all(entry.repeat and entry.repeat.paused for entry in entries)
    rest = bool(ask.answers.get("paused", rest))
    pairs = [(entry, _rested(entry, rest, ask.now)) for entry in entries]
    return changed("Paused" if rest else "Goes on", pairs)


def _rested(entry: Entry, rest: bool, now: datetime) -> Entry:
    if entry.repeat is None or entry.repeat.paused == rest:
        return entry
    return repeats.paused(entry) if rest else repeats.resumed(entry, now)


def say(ask: Ask) -> Change:
    """Answer `text`: how it comes back ("every friday 4pm"), or "none"; `catch_up`: current, every or skip."""
    pairs = []
    for entry in ask.entries():
        given = ask.answers.get("text")
        after = entry if given is None else entry._replace(repeat=read_field(ask, "repeat", str(given)))
        after = rebegun(ask, entry, after)
        catch_up = ask.answers.get("catch_up")
        if catch_up is not None:
            if after.repeat is None or catch_up not in ("current", "every", "skip"):
                raise WrongUse("What was missed can be: current, every or skip.")
            after = after._replace(repeat=after.repeat._replace(catch_up=catch_up))
        pairs.append((entry, after))
    if ask.answers.get("text") is None and ask.answers.get("catch_up") is None:
        raise WrongUse("Say how it comes back, for example every friday, or every 90 days after done.")
    return changed("Repeats" if all(after.repeat for _, after in pairs) else "Does not repeat", pairs)


def rebegun(ask: Ask, before: Entry, after: Entry) -> Entry:
    """The entry due as its new rule says, where it was given one; what it had said beside the rule stays."""
    if after.repeat == before.repeat:
        return after
    if after.repeat is None or before.repeat is None:
        after = repeats.reminded(after, repeats.reminders_of(before))
    if after.repeat is None:
        return after
    if before.repeat is not None:
        kept = {name: getattr(before.repeat, name) for name in ("catch_up", "leads", "series", "extra")}
        if after.repeat.catch_up != "current":
            del kept["catch_up"]
        after = after._replace(repeat=after.repeat._replace(**kept))
    begun = repeats.begun(after, ask.now)
    return repeats.paused(begun) if after.repeat and after.repeat.paused else begun


def followed(ask: Ask, change: Change) -> Change:
    """A change with what comes of it: the next occurrence of each that was done, and of one that is taken up again
    the next one taken away, where nothing was done with it yet."""
    rows: list[Row] = []
    for one in change.rows:
        before, after = one.before, one.after
        if not isinstance(before, Entry) or not isinstance(after, Entry) or before.repeat is None:
            continue
        if before.open and after.stage == "done":
            rows += _next(ask, before)
        elif before.stage == "done" and after.open:
            rows += _without_next(ask, before)
    return change._replace(rows=change.rows + tuple(rows))


def _others(practice: Practice, entry: Entry) -> list[Entry]:
    """The other occurrences of a series."""
    series = repeats.series_of(entry)
    found = (other for other in practice.entries.values() if other.repeat is not None and other.id != entry.id)
    return [other for other in found if repeats.series_of(other) == series]


def _long_past(practice: Practice, entry: Entry) -> list[Entry]:
    """Those in the archive: only an occurrence that is as old as they are asks for them."""
    series = repeats.series_of(entry)
    old = (other for part in practice.everything("entries") for other in part if isinstance(other, Entry))
    return [other for other in old if other.repeat and other.id != entry.id and repeats.series_of(other) == series]


def _next(ask: Ask, entry: Entry) -> list[Row]:
    """The next occurrence, unless the series has gone on already: there is one open one, and none twice."""
    on = repeats.standing_for(entry)
    waits = bool(entry.repeat and entry.repeat.event)  # events come in no order
    others = _others(ask.practice, entry)
    if on[:10] < horizon(ask.stamp()):
        others += _long_past(ask.practice, entry)
    if any(other.open or (not waits and repeats.standing_for(other) > on) for other in others):
        return []
    if repeats.following(entry, ask.now, "", "") is None:
        return []
    new = repeats.following(entry, ask.now, *ask.new_id())
    return [row("entries", None, new)] if new else []


def _without_next(ask: Ask, entry: Entry) -> list[Row]:
    try:
        closed = datetime.fromisoformat(entry.closed or "")
    except ValueError:
        return []
    for other in _others(ask.practice, entry):
        new = repeats.following(entry._replace(stage="next"), closed, other.id, other.uuid)
        if new is not None and other.stage in ("inbox", "next") and _same(new, other):
            return [row("entries", other, None)]
    return []


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries say the same, but for where they stand."""
    names = ("text", "due", "start", "repeat", "step", "checklist", "notes", "placements", "waiting_for", "created")
    return all(getattr(one, name) == getattr(other, name) for name in names)


# -- time


def to_roll(practice: Practice, now: datetime) -> list[tuple[Entry, Entry]]:
    """The entries whose next occurrence has come, as they are and as they should be."""
    found = []
    for entry in practice.unfinished():
        if entry.repeat is not None:
            after = repeats.roll(entry, now)
            if after is not entry:
                found.append((entry, after))
    return found


def roll(ask: Ask) -> Change:
    """Bring what comes back to the occurrence that has come. Undo stops before it: time did it, nobody else."""
    pairs = to_roll(ask.practice, ask.now)
    entries = [after for _, after in pairs]
    return Change(name_it("Came round", entries), tuple(row("entries", *pair) for pair in pairs), undoes=-1)


class Rolling(Protocol):
    """What `roll_over` asks of the office."""

    clock: Clock
    practice: Practice

    @property
    def readonly(self) -> str:
        """Why nothing can be written, or ""."""

    def run(self, command: str, ids: tuple[str, ...] = (), **answers: Any) -> Change:
        """Run a command."""


def roll_over(office: Rolling) -> bool:
    """Run `repeat.roll` and `word.roll` when something has to be moved; whether it did. To be called at start, every
    minute, and before a day is told. Cheap when there is nothing; quiet when nothing can be written."""
    if office.readonly:
        return False
    try:
        rolled = bool(to_roll(office.practice, office.clock.now()) and office.run("repeat.roll").rows)
        return bool(_word_to_roll(office) and office.run("word.roll").rows) or rolled
    except OrganizerError:
        return False


def _word_to_roll(office: Rolling) -> bool:
    """Whether a promise that comes back has slipped; its rules are not asked for where nothing is promised."""
    if not office.practice.commitments:
        return False
    from organizer.commands.word import something_to_roll

    return something_to_roll(office.practice, office.clock.now(), office.clock.zone())


COMMANDS = (
    Command(
        "entry.skip",
        "Skip this one",
        "Leave it out this time: it moves to its next day, nothing is marked done.",
        skip,
        "k",
        "skip",
        PLACES,
        "Here",
        allowed=with_repeat,
    ),
    Command(
        "repeat.pause",
        "Pause, go on",
        "What comes back rests without a date; once more and it goes on from the next one.",
        pause,
        "z",
        "pause",
        PLACES,
        "Here",
        allowed=with_repeat,
    ),
    Command(
        "repeat.set",
        "Repeat",
        "Say how it comes back, for example every friday, or every 90 days after done.",
        say,
        places=PLACES[:2],
        group="Here",
        asks="fields",
        allowed=with_entry,
    ),
    Command(
        "repeat.roll",
        "Bring up to date",
        "What comes back moves to the day that has come. The app does it by itself.",
        roll,
    ),
)
