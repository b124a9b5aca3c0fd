"""`add` and `parse`: a line read, and kept or not."""

from __future__ import annotations

import sys
from datetime import datetime

from organizer import capture
from organizer.capture import Draft
from organizer.errors import WrongUse
from organizer.records import Area, Entry, plain
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import count


def add(shell: Shell, given: Given) -> int:
    """Catch a line, or one per line of stdin; each is printed as it was understood."""
    many = given.words == ("-",)
    lines = _lines(shell) if many else [given.text]
    try:
        change = shell.office.run("catch", lines=lines)
    except BaseException as error:
        if many and not isinstance(error, WrongUse):
            _give_back(shell, lines, given.json)
        raise
    entries = [row.after for row in change.rows if isinstance(row.after, Entry)]
    shell.show_entries(entries, given.json)
    if many:
        shell.terminal.tell(f"Caught {len(entries):,}.")
    elif not given.json:
        areas = shell.practice.areas_in_order()
        now = shell.clock.now()
        for entry in entries:
            shell.terminal.facts(capture.explain(_draft_of(entry), now, areas), tell=True)
    if shell.practice.setting("lint") != "off":
        shell.terminal.tell(*remarks(lines))
    return 0


def remarks(lines: list[str]) -> list[str]:
    """A sentence for each kind of a client's information that the lines seem to hold."""
    from organizer.lint import look

    return list(dict.fromkeys(found.sentence for line in lines for found in look(line)))


def _give_back(shell: Shell, lines: list[str], json: bool) -> None:
    """What came in and was not kept is printed again, so that nothing is lost with the pipe it came through."""
    kept = [line for line in lines if line.strip()]
    if not json:
        shell.terminal.out(*kept)
    shell.terminal.tell(*(kept if json else ()), f"Not kept: {count(len(kept), 'line')}, printed here again.")


def _draft_of(entry: Entry) -> Draft:
    return Draft(
        text=entry.text,
        kind=entry.kind,
        due=entry.due,
        area=entry.area,
        estimate=entry.estimate,
        dread=entry.dread,
        signifiers=entry.signifiers,
        step=entry.step,
        tags=entry.tags,
        repeat=entry.repeat,
        reminders=_reminders_of(entry),
        someday=entry.someday,
    )


def _reminders_of(entry: Entry) -> tuple[str, ...]:
    if not (entry.reminders or entry.repeat):
        return ()
    from organizer.repeat.notice import reminders_of

    return reminders_of(entry)


def _lines(shell: Shell) -> list[str]:
    if sys.stdin is None:
        raise WrongUse("There is no stdin to read lines from. Nothing was kept.")
    if sys.stdin.isatty():
        shell.terminal.tell("One line for each; Ctrl-D on a line of its own ends it.")
    stream = getattr(sys.stdin, "buffer", None)
    given = stream.read() if stream is not None else sys.stdin.read().encode("utf-8", "replace")
    text = given.decode("utf-8-sig", "replace")
    odd = text.count("\ufffd") - given.count("\ufffd".encode())
    if odd > 0:
        shell.terminal.tell(f"{count(odd, 'place')} could not be read as UTF-8; a \ufffd stands there now.")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def parse(shell: Shell, given: Given) -> int:
    """Print what would be read from a line, without keeping it."""
    now = _moment(given.options["now"]) if "now" in given.options else shell.clock.now()
    areas = _areas(shell)
    day_first = shell.practice.day_first
    draft = capture.read(given.text, now, areas, day_first=day_first)
    if given.json:
        shell.terminal.json(draft_json(draft))
    else:
        shell.terminal.facts(capture.explain(draft, now, areas))
    return 0


def _areas(shell: Shell) -> list[Area]:
    return shell.practice.areas_in_order()


def _moment(given: str) -> datetime:
    try:
        return datetime.fromisoformat(given).replace(tzinfo=None, microsecond=0)
    except ValueError:
        raise WrongUse(f"--now should be a local time like 2026-06-11T09:14, not {given!r}.") from None


def draft_json(draft: Draft) -> dict[str, object]:
    """The fields of an entry that capture reads, by the names they have in an entry's JSON."""
    return {
        "text": draft.text,
        "kind": draft.kind,
        "due": draft.due,
        "area": draft.area,
        "estimate": draft.estimate,
        "dread": draft.dread,
        "signifiers": list(draft.signifiers),
        "step": draft.step,
        "tags": list(draft.tags),
        "repeat": None if draft.repeat is None else plain(draft.repeat),
        "reminders": list(draft.reminders),
        **({"someday": True} if draft.someday else {}),
    }
