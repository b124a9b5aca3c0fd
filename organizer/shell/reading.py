"""`list`, `show` and `history`: what is kept, as it is."""

from __future__ import annotations

from collections.abc import Iterable

from organizer import when
from organizer.change import Change
from organizer.errors import WrongUse
from organizer.ids import short
from organizer.office import Event
from organizer.records import Check, Entry, Placement, Record, Repeat, Theme, plain
from organizer.repeat import days_after, explain, notice, reminders_of
from organizer.shell.lines import area_name, columns, flat, stamp
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import DREAD_WORDS, count, minutes


def _print(shell: Shell, given: Given, entries: list[Entry], none: str) -> int:
    if given.json:
        shell.show_entries(entries, True)
        return 0
    now = shell.clock.now()
    rows = [columns(shell.practice, entry, now, shell.terminal.ascii) for entry in entries]
    shell.terminal.table(rows, stretch=2)
    shell.terminal.tell(f"{count(len(rows), 'entry', 'entries')}." if rows else none)
    return 0


def list_(shell: Shell, given: Given) -> int:
    """Entries as the options ask for them."""
    from organizer.commands.fields import stage_of
    from organizer.commands.repeating import roll_over
    from organizer.finding.query import quoted
    from organizer.views.listing import listing

    roll_over(shell.office)
    options = given.options
    stage = stage_of(options["stage"]) if "stage" in options else ""
    if stage is None:
        raise WrongUse(f"There is no stage {options['stage']!r}. They are: inbox, next, doing, waiting, done, dropped.")
    entries = listing(
        shell.practice,
        shell.clock.now(),
        area=shell.area_id(options["area"]) if "area" in options else None,
        stage=stage,
        due=options.get("due", ""),
        words=" ".join([options.get("search", ""), *map(quoted, given.words)]).strip(),
        everything="all" in options,
        parts=_parts(shell, given),
    )
    return _print(shell, given, entries, "Nothing here. Enjoy it, or organizer add to catch one thing.")


def _parts(shell: Shell, given: Given) -> list[list[Record]]:
    """All entries where `--all` asks for it; else thirteen months of them, and a word of how many there are more."""
    practice = shell.practice
    if "all" in given.options:
        return [*practice.everything("entries")]
    parts = [*practice.recent("entries", shell.clock.now().isoformat())]
    older = practice.older("entries") - sum(map(len, parts[1:]))
    if older > 0:
        words = count(older, "older entry is", "older entries are")
        shell.terminal.tell(f"{words} in the archive: --all looks there too.")
    return parts


def show(shell: Shell, given: Given) -> int:
    """Every field of an entry that says something, its checklist, and what happened to it."""
    from organizer.commands.repeating import roll_over

    roll_over(shell.office)
    entry = shell.practice.find(given.words[0])
    if given.json:
        from organizer.views.shape import entry_json

        shell.terminal.json(entry_json(entry))
        return 0
    shell.terminal.heading(flat(entry.text))
    shell.terminal.facts([(label, value) for label, value in _facts(shell, entry) if value])
    for heading, lines in (("Checklist", _checklist(shell, entry)), ("Notes", entry.notes.splitlines())):
        if lines:
            shell.terminal.out("", heading, *(f"  {line}" for line in lines))
    events = shell.office.history(entry.id)
    if events:
        now = shell.clock.now()
        shell.terminal.out("", "History", *(f"  {stamp(event.at, now)}  {_act(event)}" for event in events))
    return 0


def _act(event: Event) -> str:
    """What was done, without the text that stands above already: "Done", "Changed due"."""
    act = flat(event.label.partition(": ")[0])
    names = ", ".join(name.replace("_", " ") for name, _, _ in event.fields)
    return f"{act} {names}" if act == "Changed" and names else act


def _checklist(shell: Shell, entry: Entry) -> list[str]:
    ticked, empty = ("x", ".") if shell.terminal.ascii else ("✓", "○")
    return [f"{ticked if check.done else empty} {flat(check.text)}" for check in entry.checklist]


def _facts(shell: Shell, entry: Entry) -> Iterable[tuple[str, str]]:
    now = shell.clock.now()
    yield "Id", short(entry.id)
    yield "Kind", entry.kind
    yield "Area", area_name(shell.practice, entry)
    yield "Stage", entry.stage if entry.kind == "task" or not entry.open else ""
    yield "Due", when.say(entry.due, now, long=True) if entry.due else ""
    if entry.repeat:
        yield "Comes back", explain(entry.repeat._replace(leads=(), catch_up="current"))
        yield "Next", "; ".join(when.say(day, now, long=True) for day in days_after(entry, now))
    if entry.repeat and entry.repeat.catch_up != "current":
        yield (
            "If missed",
            {"every": "each one, in turn", "skip": "left out"}.get(entry.repeat.catch_up, entry.repeat.catch_up),
        )
    yield "Reminds", notice.say(reminders_of(entry))
    yield "Hidden until", when.say(entry.start, now, long=True) if entry.start else ""
    yield "Takes", minutes(entry.estimate)
    yield "Dread", DREAD_WORDS[entry.dread_level] if entry.dread else ""
    yield "Next step", flat(entry.step)
    since = f", since {when.say(entry.waiting_since, now)}" if entry.waiting_since else ""
    yield "Waiting for", f"{flat(entry.waiting_for)}{since}" if entry.waiting_for else ""
    yield "Ask again", when.say(entry.nudge, now, long=True) if entry.nudge else ""
    yield "Comes after", "; ".join(_named(shell, id) for id in entry.blocked_by)
    yield "Worst bit", flat(entry.worst)
    yield "Signs", ", ".join(entry.signifiers)
    yield "Tags", ", ".join(entry.tags)
    theme = shell.practice.table("themes").get(entry.theme)
    yield "Theme", flat(theme.name) if isinstance(theme, Theme) else ""
    yield "Pages", ", ".join(_page(shell, place) for place in entry.placements)
    yield "Caught", stamp(entry.created, now)
    yield "Closed", stamp(entry.closed, now) if entry.closed else ""


def _named(shell: Shell, id: str) -> str:
    other = shell.practice.entry(id)
    return f"{short(id)} {flat(other.text)}{'' if other.open else ' (done)'}" if other else short(id)


def _page(shell: Shell, place: Placement) -> str:
    kind, _, name = place.page.partition(":")
    shown = when.say(name, shell.clock.now()) if kind == "day" else place.page
    return shown if place.state == "here" else f"{shown} ({place.state})"


def history(shell: Shell, given: Given) -> int:
    """What was done, newest first; of one entry, with each field before and after."""
    if given.words:
        return _history_of(shell, given)
    changes = [one for one in shell.office.changes() if not is_place(one)]
    if given.json:
        shell.terminal.json([{"n": c.n, "at": c.at, "label": c.label, "by": c.by} for c in changes])
        return 0
    now = shell.clock.now()
    rows = [(stamp(change.at, now), flat(change.label), change.by) for change in changes]
    shell.terminal.table(rows, stretch=1)
    if not rows:
        shell.terminal.tell("Nothing has been done yet.")
    return 0


def is_place(change: Change) -> bool:
    """Whether a change only says where in a ritual the person is: nothing was done by it."""
    return bool(change.rows) and all(row.table == "runs" for row in change.rows)


def _history_of(shell: Shell, given: Given) -> int:
    events = shell.office.history(shell.practice.find(given.words[0]).id)
    if given.json:
        shell.terminal.json([_event_json(event) for event in events])
        return 0
    now = shell.clock.now()
    for event in events:
        shell.terminal.out(f"{stamp(event.at, now)}  {_act(event)}")
        for name, before, after in event.fields:
            if before is None and after is None:
                shell.terminal.out(f"  {name.replace('_', ' ')}")
            else:
                shell.terminal.out(f"  {name.replace('_', ' ')}: {_said(before)}, now {_said(after)}")
    return 0


def _event_json(event: Event) -> dict[str, object]:
    fields = {name: [plain(before), plain(after)] for name, before, after in event.fields}
    return {"at": event.at, "label": event.label, "by": event.by, "fields": fields}


def _said(value: object) -> str:
    if value is None or value in ("", ()):
        return "nothing"
    if isinstance(value, Repeat):
        return explain(value)
    if isinstance(value, tuple):
        return ", ".join(_part(part) for part in value)
    return flat(str(value))


def _part(part: object) -> str:
    if isinstance(part, Check):
        return flat(part.text) + (" (done)" if part.done else "")
    if isinstance(part, Placement):
        return part.page.removeprefix("day:") + ("" if part.state == "here" else f" ({part.state})")
    return str(part)
