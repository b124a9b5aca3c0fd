"""What holds on this machine alone: `settings.toml` in the home, written by hand or a line at a time.

The vault keeps what is set, travels with its backups, and can be undone. But one screen lacks the pretty signs and
another keyboard a key, and the lock is drawn before any vault is open: such things may stand in this file, and win
here. It is read with `tomllib`, where there is one; a line is changed in place, so that comments stay. Nothing in it
can keep anyone out: what cannot be read is left aside, with a sentence that names file and line.
"""

import os
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from organizer import wholefile
from organizer.errors import DiskTrouble, WrongUse

FILE = "settings.toml"
HEAD = re.compile(r"\s*\[([^\[\]]+)\]\s*(#.*)?$")


class Machine(NamedTuple):
    """`settings` by name, and among them `keys_here`, {command id: key}; `said` is what could not be taken, a sentence
    each. `news` reads the file again where it is another one by now; it gives None, and costs a look at its date,
    where it is not."""

    settings: dict[str, Any] = {}
    said: tuple[str, ...] = ()
    news: Callable[[], Any] = lambda: None


NOTHING = Machine()


def path_in(home: str) -> str:
    """Where the file of a home is."""
    return os.path.join(home, FILE)


def read(home: str) -> Machine:
    """What the file of a home says; nothing where there is none."""
    sign = _sign(home)

    def news() -> Machine | None:
        return read(home) if _sign(home) != sign else None

    return _read(home)._replace(news=news)


def _sign(home: str) -> tuple[int, ...]:
    """By what a file is told from the one before; () where there is none."""
    try:
        found = os.stat(path_in(home))
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read(home: str) -> Machine:
    try:
        with open(path_in(home), encoding="utf-8", errors="replace") as file:
            text = file.read()
    except FileNotFoundError:
        return Machine()
    except OSError as error:
        return Machine(said=(f"{FILE} cannot be read ({error.strerror or 'no access'}), so it is left aside.",))
    return parse(text)


def parse(text: str) -> Machine:
    """What a file says."""
    try:
        doc = _load(text)
    except WrongUse as error:
        return Machine(said=(str(error),))
    found: dict[str, Any] = {}
    said: list[str] = []
    for name, value in doc.items():
        if name == "keys":
            found["keys_here"] = _keys(text, value, said)
        else:
            _setting(text, name, value, found, said)
    return Machine(found, tuple(said))


def _load(text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+)", str(error))
        where = f", line {at[1]}," if at else ""
        raise WrongUse(f"{FILE}{where} cannot be read, so all of it is left aside. Nothing is lost.") from None


def _setting(text: str, name: str, value: Any, found: dict[str, Any], said: list[str]) -> None:
    from organizer.settings import every, nearest

    known = {one.name: one for one in every() if one.here}
    where = f"{FILE}, line {_line(text, name)}"
    if name not in known:
        near = nearest(name, list(known))
        hint = f"the nearest name is {near}" if near else f"the names are {', '.join(known)}, and [keys]"
        said.append(f"{where}: there is no {name!r} for one machine; {hint}.")
    elif not isinstance(value, str) or value not in known[name].values:
        said.append(f"{where}: {name} can be {', '.join(repr(one) for one in known[name].values)}.")
    else:
        found[name] = value


def _keys(text: str, value: Any, said: list[str]) -> dict[str, str]:
    if not isinstance(value, dict):
        said.append(f"{FILE}, line {_line(text, 'keys')}: [keys] is a table of commands and their keys.")
        return {}
    from organizer.commands import COMMANDS
    from organizer.keymap import why_not
    from organizer.settings import nearest

    found: dict[str, str] = {}
    for id, key in _flat(value):
        why = why_not(COMMANDS, id, key)
        if why:
            near = nearest(id, list(COMMANDS)) if id not in COMMANDS else ""
            hint = f" The nearest is {near}." if near else ""
            said.append(f"{FILE}, line {_line(text, id)}: {why}{hint}")
        else:
            found[id] = str(key)
    return found


def _flat(table: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Ids and keys; `entry.done = "x"` without quotes around the id is a table in a table, and meant the same."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _line(text: str, name: str) -> int:
    """The line on which a name is given."""
    names = rf"[\"']?{re.escape(name)}[\"']?"
    wanted = re.compile(rf"\s*({names}\s*[.=]|\[\s*{names}\s*\])")
    return next((number for number, line in enumerate(text.splitlines(), 1) if wanted.match(line)), 1)


def keep(home: str, name: str, value: str | None, table: str = "") -> None:
    """Say a value for this machine, or with None say nothing of it. Comments and everything else stay as they are.

    Raises `WrongUse` where the file cannot be read or changed by itself, `DiskTrouble` where it cannot be written.
    """
    path = path_in(home)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        text = ""
    except (OSError, UnicodeDecodeError):
        raise WrongUse(f"{FILE} cannot be read. Nothing was changed.") from None
    _write(path, changed(text, name, value, table))


def changed(text: str, name: str, value: str | None, table: str = "") -> str:
    """The text with one line changed, added or taken off. Raises `WrongUse` where that is not to be done by itself."""
    wanted = _load(text)
    part = wanted.setdefault(table, {}) if table else wanted
    part.pop(name, None)
    if value is not None:
        part[name] = value
    if table and not part:
        wanted.pop(table)
    lines = text.splitlines()
    begin, end = _section(lines, table)
    given = f'"{name}"' if table else name
    said = None if value is None else f'{given} = "{value}"'
    names = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*=")
    at = next((number for number in range(begin, end) if names.match(lines[number])), None)
    if at is not None:
        lines[at : at + 1] = [said + _comment(lines[at])] if said else []
    elif said and table and begin == len(lines):
        lines += [*([""] if lines else []), f"[{table}]", said]
    elif said:
        lines.insert(_room(lines, begin, end, name), said)
    made = "\n".join(lines) + "\n" if lines else ""
    found = _load(made)
    if table and not found.get(table):
        found.pop(table, None)
    if found != wanted:
        raise WrongUse(f"{FILE} says it in a way that is better changed by hand: organizer settings --edit.")
    return made


def _section(lines: list[str], table: str) -> tuple[int, int]:
    """The first line of a table and the one behind its last; (all, all) where there is none."""
    heads = [(number, found[1].strip(" \"'")) for number, line in enumerate(lines) if (found := HEAD.match(line))]
    if not table:
        return 0, heads[0][0] if heads else len(lines)
    begin = next((number + 1 for number, name in heads if name == table), len(lines))
    return begin, next((number for number, _ in heads if number >= begin), len(lines))


def _room(lines: list[str], begin: int, end: int, name: str) -> int:
    """Where a new line of a table goes: below the comment that offers it, else at the end, above what is said of the
    table behind it."""
    offered = re.compile(rf"\s*#\s*[\"']?{re.escape(name)}[\"']?\s*=")
    found = next((number + 1 for number in range(begin, end) if offered.match(lines[number])), 0)
    while (
        not found and end > begin and (not lines[end - 1].strip() or (end < len(lines) and lines[end - 1][:1] == "#"))
    ):
        end -= 1
    return found or end


def _comment(line: str) -> str:
    """The comment behind a value."""
    import tomllib

    for at, character in enumerate(line):
        if character == "#":
            try:
                tomllib.loads(line[:at])
            except tomllib.TOMLDecodeError:
                continue
            return f"  {line[at:]}"
    return ""


def _write(path: str, text: str) -> None:
    """All of it or nothing."""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        wholefile.put(path, text)
    except OSError as error:
        raise DiskTrouble(f"{FILE} cannot be written: {error.strerror}. It is as it was.") from None


def begin(home: str) -> None:
    """Write a file to begin with. Raises `DiskTrouble`."""
    _write(path_in(home), begun())


def begun() -> str:
    """A file to begin with: everything that may stand in it, as comments."""
    from organizer.commands import COMMANDS
    from organizer.keymap import fixed, shown
    from organizer.settings import every

    lines = ["# What holds on this machine alone. Take the # off a line to use it; the rest is kept in the vault.", ""]
    for known in every():
        if known.here:
            lines += [f"# {known.help}", f'# {known.name} = "{known.usually}"  # {", ".join(known.values)}', ""]
    lines += ["# Keys of this keyboard: commands, and the key each should have.", "[keys]"]
    for command in COMMANDS.values():
        if command.key and not fixed(command):
            key = shown(command.key).replace("\\", "\\\\").replace('"', '\\"')
            lines.append(f'# "{command.id}" = "{key}"  # {command.title}')
    return "\n".join(lines) + "\n"
