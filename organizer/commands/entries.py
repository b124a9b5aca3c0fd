"""What can be done with an entry: finish it, let it go, change it, move it, put it off, tick its steps."""

from __future__ import annotations

from collections.abc import Mapping

from organizer.change import Change
from organizer.commands.command import Ask, Command, changed, day_row, name_it, with_entry
from organizer.commands.fields import area_of, clean, read_field, stage_of
from organizer.commands.repeating import followed, rebegun
from organizer.commands.rhythm import ON_REPEAT, once_more
from organizer.commands.tending import waiting
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.manner import keyed
from organizer.pages import placed
from organizer.records import Check, Entry
from organizer.repeat.notice import reminded

SOMEDAY = ("someday", "some day")


def done(ask: Ask) -> Change:
    """Finish what is open; take up again what is finished. Answer `again`: True always finishes (the shell)."""
    entries = ask.entries()
    finish = any(entry.open for entry in entries)
    if not finish and ask.answers.get("only_finish"):
        how = "was let go" if entries[0].stage == "let go" else "is done already"
        raise Conflict(f"That {how}; nothing was changed.")
    pairs = [(entry, _closed(ask, entry, "done") if finish else _reopened(entry)) for entry in entries]
    return followed(ask, changed("Done" if finish else "Taken up again", pairs))


def drop(ask: Ask) -> Change:
    """Let go of what is open (kept, struck through); pick up again what was let go."""
    entries = ask.entries()
    let_go = any(entry.stage != "let go" for entry in entries)
    if not let_go and ask.answers.get("only_finish"):
        raise Conflict("That was let go already; nothing was changed.")
    pairs = [(entry, _closed(ask, entry, "let go") if let_go else _reopened(entry)) for entry in entries]
    return changed("Let go" if let_go else "Picked up again", pairs)


def _closed(ask: Ask, entry: Entry, stage: str) -> Entry:
    if entry.stage == stage:
        return entry
    return entry._replace(stage=stage, closed=ask.stamp(), was=entry.stage if entry.open else entry.was)


def _reopened(entry: Entry) -> Entry:
    return entry._replace(stage=entry.was or "next", closed=None, was="")


def edit(ask: Ask) -> Change:
    """Answers: `fields`, a mapping of field names to what was typed (text) or to values."""
    fields = dict(ask.answers.get("fields") or {})
    if not fields:
        raise WrongUse("Say what to change, for example due=friday.")
    pairs = [(entry, _edited(ask, entry, fields)) for entry in ask.entries()]
    change = followed(ask, changed("Changed", pairs))
    more = [row for entry, _ in pairs for row in once_more(ask, entry, str(fields.get("happened") or ""))]
    return change._replace(rows=(*change.rows, *more))


def _edited(ask: Ask, entry: Entry, fields: Mapping[str, object]) -> Entry:
    """The entry with its fields as they were typed; those of its repeat last."""
    read = {name: read_field(ask, name, value) for name, value in fields.items() if name not in ON_REPEAT}
    if isinstance(fields.get("checklist"), str):
        read["checklist"] = _still_ticked(entry.checklist, read["checklist"])
    after = rebegun(ask, entry, entry._replace(**read))
    if "reminders" in read:
        after = reminded(after, read["reminders"])
    if "waiting_for" in read and "stage" not in read:
        after = waiting(ask, after._replace(waiting_for=entry.waiting_for), read["waiting_for"])
    if read.get("waiting_since"):
        after = after._replace(waiting_since=read["waiting_since"])
    if "stage" in read and after.open != entry.open:
        after = after._replace(closed=None if after.open else ask.stamp())
    for name, say in ON_REPEAT.items():
        if name in fields:
            after = say(ask, after, str(fields[name]))
    _check_blocking(ask, after)
    return after


def _still_ticked(before: tuple[Check, ...], after: tuple[Check, ...]) -> tuple[Check, ...]:
    """A checklist typed anew, with the ticks of the lines that are still in it."""
    ticked = {line.text for line in before if line.done}
    return tuple(line._replace(done=line.text in ticked) for line in after)


def _check_blocking(ask: Ask, entry: Entry) -> None:
    """Refuse a circle: what blocks this must not, by any way, wait for this."""
    seen: set[str] = set()
    waiting = list(entry.blocked_by)
    while waiting:
        id = waiting.pop()
        if id == entry.id:
            raise Conflict(_circle(ask, entry))
        if id not in seen:
            seen.add(id)
            other = ask.practice.entry(id)
            waiting.extend(other.blocked_by if other else ())


def _circle(ask: Ask, entry: Entry) -> str:
    if entry.id in entry.blocked_by:
        return "Nothing can come after itself. Nothing was changed."
    return "That would make a circle: each would wait for the other. Nothing was changed."


def move(ask: Ask) -> Change:
    """Answer `to`: an area, a stage, or a day, whose journal page it then stands on as well."""
    to = str(ask.answers.get("to", "")).strip()
    kind = str(ask.answers.get("kind") or _kind_of_place(ask, to))
    entries = ask.entries()
    if kind == "area":
        found = read_field(ask, "area", to)
        return changed("Moved", [(entry, entry._replace(area=found)) for entry in entries])
    if kind == "stage" and to in SOMEDAY:
        return changed("Some day", [(entry, entry._replace(someday=True)) for entry in entries])
    if kind == "stage":
        stage = read_field(ask, "stage", to)
        if stage in ("done", "let go"):
            change = changed("Done" if stage == "done" else "Let go", [(e, _closed(ask, e, stage)) for e in entries])
            return followed(ask, change)
        return changed("Moved", [(entry, entry._replace(stage=stage, closed=None, someday=False)) for entry in entries])
    day = read_field(ask, "due", to)
    if day is None:
        raise WrongUse("Say where to: an area, a stage, or a day.")
    return changed("Moved", [(entry, placed(entry, f"day:{day[:10]}", ask.stamp())) for entry in entries])


def _kind_of_place(ask: Ask, to: str) -> str:
    if stage_of(to) or to in SOMEDAY:
        return "stage"
    if to and area_of(ask.practice.areas_in_order(), to) is not None:
        return "area"
    try:
        read_field(ask, "due", to)
    except OrganizerError:
        raise WrongUse(f"{to!r} is no area, stage or day. Nothing was moved.") from None
    return "day"


def later(ask: Ask) -> Change:
    """Answer `when`: the day (and time) it is due instead."""
    due = read_field(ask, "due", str(ask.answers.get("when", "")))
    entries = ask.entries()
    change = changed("Later" if due else "No day", [(entry, entry._replace(due=due)) for entry in entries])
    day = ask.practice.day(ask.today())
    left = tuple(id for id in day.three if id not in {entry.id for entry in entries})
    if change.rows and due and due[:10] > day.id and left != day.three:  # what is for later makes room among the three
        return change._replace(rows=(*change.rows, day_row(ask.practice, day._replace(three=left))))
    return change


def dread(ask: Ask) -> Change:
    """A little more dread, and from the most back to none; or the answer `level`."""
    given = ask.answers.get("level")
    pairs = []
    for entry in ask.entries():
        level = (entry.dread + 1) % 4 if given is None else read_field(ask, "dread", str(given))
        pairs.append((entry, entry._replace(dread=level)))
    return changed("Dread", pairs)


def _one(ask: Ask) -> Entry:
    entries = ask.entries()
    if len(entries) != 1:
        raise WrongUse("Choose one entry.")
    return entries[0]


def _with_checklist(ask: Ask, label: str, entry: Entry, checklist: tuple[Check, ...]) -> Change:
    return changed(label, [(entry, entry._replace(checklist=checklist))])


def _line(ask: Ask, entry: Entry) -> int:
    index = int(ask.answers.get("line", -1))
    was = ask.answers.get("was")
    if not 0 <= index < len(entry.checklist) or (was is not None and entry.checklist[index].text != was):
        raise Conflict("That line of the checklist has changed meanwhile, so it was left as it is. Look again.")
    return index


def tick(ask: Ask) -> Change:
    """Answers `line`: the checklist line to tick, or to clear; `was`: what it said, to be sure of it."""
    entry = _one(ask)
    index = _line(ask, entry)
    lines = list(entry.checklist)
    lines[index] = lines[index]._replace(done=not lines[index].done)
    return _with_checklist(ask, "Ticked a line of" if lines[index].done else "Cleared a line of", entry, tuple(lines))


def check_add(ask: Ask) -> Change:
    """Answer `text`: one more line of the checklist, or several, a line each."""
    entry = _one(ask)
    new = tuple(Check(clean(line).strip()) for line in str(ask.answers.get("text", "")).split("\n") if line.strip())
    if not new:
        raise WrongUse("Type what the line should say.")
    return _with_checklist(ask, "Added a line to", entry, entry.checklist + new)


def check_edit(ask: Ask) -> Change:
    """Answers `line`, `was` (what the line said) and `text` (what it shall say)."""
    entry = _one(ask)
    index = _line(ask, entry)
    text = clean(str(ask.answers.get("text", ""))).strip()
    if not text:
        raise WrongUse(keyed("Type what the line should say. {check.drop} takes it off."))
    lines = list(entry.checklist)
    lines[index] = lines[index]._replace(text=text)
    return _with_checklist(ask, "Changed a line of", entry, tuple(lines))


def check_drop(ask: Ask) -> Change:
    """Answers `line`: the checklist line to take off; `was`: what it said, to be sure of it."""
    entry = _one(ask)
    index = _line(ask, entry)
    return _with_checklist(ask, "Took a line off", entry, entry.checklist[:index] + entry.checklist[index + 1 :])


def pick(ask: Ask) -> Change:
    """Choose an entry as one of today's three, or put it back. Answer `day`: of that ISO date instead."""
    entry = _one(ask)
    day = ask.practice.day(str(ask.answers.get("day") or ask.today()))
    if entry.id in day.three:
        three = tuple(id for id in day.three if id != entry.id)
        return Change(name_it("Put back", [entry]), (day_row(ask.practice, day._replace(three=three)),))
    known = tuple(id for id in day.three if ask.practice.entry(id))
    if len(known) >= 3:
        raise Conflict("Three is enough for one day. Put one back first.")
    label = "Picked for today" if day.id == ask.today() else "Picked for the next day"
    return Change(name_it(label, [entry]), (day_row(ask.practice, day._replace(three=(*known, entry.id))),))


ENTRY_PLACES = ("today", "board", "journal", "entry")

COMMANDS = (
    Command(
        "entry.open",
        "Open",
        "Everything about it: fields, checklist, history.",
        None,
        "enter",
        "open",
        ("today", "board", "journal"),
        allowed=with_entry,
    ),
    Command(
        "entry.done",
        "Done",
        "Finish it; once more takes it up again.",
        done,
        "space",
        "done",
        ("today", "board", "journal"),
        allowed=with_entry,
    ),
    Command(
        "entry.edit",
        "Edit",
        "Change any part of it.",
        edit,
        "e",
        "edit",
        ENTRY_PLACES,
        asks="fields",
        allowed=with_entry,
    ),
    Command(
        "entry.later",
        "Later",
        "Pick another day for it.",
        later,
        "l",
        "later",
        ENTRY_PLACES,
        "Here",
        "when",
        with_entry,
    ),
    Command(
        "entry.move",
        "Move",
        "To another area, stage or day.",
        move,
        "m",
        "move",
        ENTRY_PLACES,
        "Here",
        "where",
        with_entry,
    ),
    Command(
        "entry.pick",
        "Pick for today",
        "One of the three that today is for; once more puts it back.",
        pick,
        "p",
        "pick",
        ("today", "board", "journal"),
        "Here",
        allowed=with_entry,
    ),
    Command(
        "entry.dread",
        "Dread",
        "How much it is put off: a little more each time, then none.",
        dread,
        "d",
        "",
        ENTRY_PLACES,
        "Here",
        allowed=with_entry,
    ),
    Command(
        "entry.drop",
        "Let go",
        "It stays safe, struck through; once more picks it up again.",
        drop,
        "delete",
        "",
        ENTRY_PLACES,
        "Do",
        allowed=with_entry,
    ),
    Command(
        "check.tick",
        "Tick",
        "Tick a line of the checklist, or clear it.",
        tick,
        "space",
        "tick",
        ("entry",),
        "Here",
        "line",
        with_entry,
    ),
    Command(
        "check.add",
        "Add a line",
        "One more line of the checklist.",
        check_add,
        "a",
        "line",
        ("entry",),
        "Here",
        "text",
        with_entry,
    ),
    Command(
        "check.edit",
        "Change a line",
        "Say it in other words.",
        check_edit,
        places=("entry",),
        group="Here",
        asks="line",
        allowed=with_entry,
    ),
    Command(
        "check.drop",
        "Take a line off",
        "Remove a line of the checklist.",
        check_drop,
        "x",
        "",
        ("entry",),
        "Here",
        "line",
        with_entry,
    ),
)
