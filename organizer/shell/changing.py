"""`done`, `skip`, `pause`, `edit`, `drop`, `move`, `undo` and their like: what changes entries, and tells how."""

from __future__ import annotations

from organizer.change import Change
from organizer.errors import WrongUse
from organizer.records import Entry
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell


def done(shell: Shell, given: Given) -> int:
    """Finish entries, all of them or none."""
    change = shell.office.run("entry.done", given.words, only_finish=True)
    code = _told(shell, given, change, given.words)
    if change.rows and not given.json:
        from organizer.shell.wins import offered

        offered(shell, change)
    return code


def drop(shell: Shell, given: Given) -> int:
    """Let go of entries, all of them or none."""
    return _told(shell, given, shell.office.run("entry.drop", given.words, only_finish=True), given.words)


def pick(shell: Shell, given: Given) -> int:
    """One of the three that today is for; once more puts it back."""
    return _told(shell, given, shell.office.run("entry.pick", given.words), given.words)


def skip(shell: Shell, given: Given) -> int:
    """Leave this occurrence out, of all of them or none."""
    return _told(shell, given, shell.office.run("entry.skip", given.words), given.words)


def pause(shell: Shell, given: Given) -> int:
    """Let entries that come back rest."""
    return _told(shell, given, shell.office.run("repeat.pause", given.words, paused=True), given.words)


def resume(shell: Shell, given: Given) -> int:
    """Let entries that rest go on."""
    return _told(shell, given, shell.office.run("repeat.pause", given.words, paused=False), given.words)


def move(shell: Shell, given: Given) -> int:
    """Move entries to what the last word says."""
    ids = given.words[:-1]
    return _told(shell, given, shell.office.run("entry.move", ids, to=given.words[-1]), ids)


def edit(shell: Shell, given: Given) -> int:
    """Change the fields that are given as FIELD=VALUE."""
    ids = given.words[:1]
    return _told(shell, given, shell.office.run("entry.edit", ids, fields=fields(given.words[1:])), ids)


def fields(words: tuple[str, ...]) -> dict[str, str]:
    """The fields and what they become; a word without "=" goes on with the value before it. Raises `WrongUse`."""
    found: dict[str, str] = {}
    last = ""
    for word in words:
        name, equals, value = word.partition("=")
        if equals and name.replace("-", "_").isidentifier():
            last = name.replace("-", "_").lower()
            found[last] = value
        elif last:
            found[last] += " " + word
        else:
            raise WrongUse(f"Say what to change as FIELD=VALUE, for example due=friday; {word!r} is not of that kind.")
    return found


def undo(shell: Shell, given: Given) -> int:
    """Take back what was done last, whoever did it."""
    return _told(shell, given, shell.office.undo())


def redo(shell: Shell, given: Given) -> int:
    """Do again what was taken back last."""
    return _told(shell, given, shell.office.redo())


def _told(shell: Shell, given: Given, change: Change, ids: tuple[str, ...] = ()) -> int:
    """Print the entries as they are now, and name the change."""
    if ids:
        found = {entry.id: entry for entry in map(shell.practice.find, ids)}
        entries = list(found.values())
    else:
        entries = [row.after for row in change.rows if isinstance(row.after, Entry)]
    if given.json or ids:
        shell.show_entries(entries, given.json)
    shell.terminal.tell(change.label if change.rows else "It is so already; nothing was changed.")
    return 0
