"""TOML files checked against a schema: every mistake is one sentence with the file, the line and the field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NamedTuple

LARGEST = 1_000_000
"""Characters a file may have; no pack comes near it."""


class Field(NamedTuple):
    """What a field may hold: `kind` is "text", "number", "yes or no", "texts", "numbers" or "tables".

    `allowed` are its only values (of a list: of each part), where not empty; numbers lie within `least` and
    `most`, and a text is no longer than `most` where that is not 0.
    `inner` are the fields of "tables", which are written [[outer.field]].
    """

    kind: str = "text"
    required: bool = False
    allowed: tuple[object, ...] = ()
    least: int = 0
    most: int = 0
    pattern: str = ""
    inner: tuple[tuple[str, Any], ...] = ()


class Table(NamedTuple):
    """One table that fits its schema, and the line of its head and of each field."""

    values: dict[str, Any]
    line: int
    lines: dict[str, int]

    def at(self, field: str) -> int:
        """The line of a field, or of the head where the field is not there."""
        return self.lines.get(field, self.line)


Schema = dict[str, dict[str, Field]]


class Checked(NamedTuple):
    """The tables of a file by name, those with a mistake left out, and a sentence for each mistake."""

    tables: dict[str, list[Table]]
    problems: list[str]


def sentence(file: str, line: int, field: str, what: str) -> str:
    """One mistake for people."""
    place = f"{file}, line {line}, field {field}" if field else f"{file}, line {line}"
    return f"{place}: {what}."


def check(file: str, text: str, schema: Schema) -> Checked:
    """Read a text as TOML and check it. A name in the schema that ends with "[]" may stand many times."""
    try:
        if len(text) > LARGEST:
            return Checked({}, [sentence(file, 1, "", "this is too large for a pack, so it was not read")])
        doc = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Checked({}, [_syntax(file, text, str(error))])
    except RecursionError:
        return Checked({}, [sentence(file, 1, "", "lists stand within lists too deep to be read")])
    places = _Places(text)
    found = Checked({}, [])
    for name, value in doc.items():
        many = f"{name}[]" in schema
        if name not in schema and not many:
            known = ", ".join(f"[[{known[:-2]}]]" if known.endswith("[]") else f"[{known}]" for known in schema)
            found.problems.append(sentence(file, places.top(name), name, f"it is not known here; there is {known}"))
            continue
        if not (_tables(value) if many else isinstance(value, dict)):
            wanted = f"it is written [[{name}]] here, once for each" if many else f"it is written [{name}] here"
            found.problems.append(sentence(file, places.top(name), name, wanted))
            continue
        fields = schema[f"{name}[]" if many else name]
        for table in value if many else [value]:
            placed = Table(table, *places.next(name))
            problems = [sentence(file, *problem) for problem in _problems(placed, fields, name, places)]
            found.problems.extend(problems)
            if not problems:
                found.tables.setdefault(name, []).append(placed)
    return found


def _tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, dict) for part in value)


def _syntax(file: str, text: str, error: str) -> str:
    what, _, place = error.partition(" (at ")
    lines = text.split("\n")
    number = re.match(r"line (\d+)", place)
    line = int(number[1]) if number else max(len(text.rstrip().split("\n")), 1)
    keys = [found[1] for found in map(_KEY.match, lines[:line]) if found]
    return sentence(file, line, keys[-1] if keys else "", f"this is not TOML: {what[:1].lower()}{what[1:]}")


_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")
_HEAD = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(?:#.*)?$")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'')


class _Places:
    """In which line each table and field of a text stands."""

    def __init__(self, text: str) -> None:
        self._tables: dict[str, list[tuple[int, dict[str, int]]]] = {}
        self._top: dict[str, int] = {}
        self._met: dict[str, int] = {}
        current = self._top
        for number, line in _outer_lines(text):
            head = _HEAD.match(line)
            key = _KEY.match(line)
            if head:
                current = {}
                self._tables.setdefault(head[1], []).append((number, current))
            elif key:
                current.setdefault(key[1], number)

    def top(self, name: str) -> int:
        """The line of a name that stands above all tables, or of the first table of that name."""
        found = self._tables.get(name)
        return self._top.get(name, found[0][0] if found else 1)

    def next(self, name: str) -> tuple[int, dict[str, int]]:
        """The line of the head of the next table of that name, and of its fields."""
        at = self._met.get(name, 0)
        self._met[name] = at + 1
        found = self._tables.get(name, [])
        return found[at] if at < len(found) else (self.top(name), {})


def _outer_lines(text: str) -> list[tuple[int, str]]:
    """The lines on which something begins: those inside a list or a long text are left out."""
    found: list[tuple[int, str]] = []
    depth, fence = 0, ""
    for number, line in enumerate(text.split("\n"), 1):
        if fence:
            if fence not in line:
                continue
            line, fence = line.partition(fence)[2], ""
        elif depth == 0:
            found.append((number, line.rstrip("\r")))
            line = "" if _HEAD.match(line) else line
        bare = _QUOTED.sub("", line.replace('"""', "\0").replace("'''", "\1"))
        bare = bare.partition("#")[0]
        for mark, quotes in (("\0", '"""'), ("\1", "'''")):
            if bare.count(mark) % 2:
                fence = quotes
        depth = max(depth + bare.count("[") - bare.count("]"), 0)
    return found


def _problems(table: Table, fields: dict[str, Field], name: str, places: _Places) -> list[tuple[int, str, str]]:
    """Each mistake as line, field and what is the matter."""
    found = [
        (table.line, key, "it is missing")
        for key, field in fields.items()
        if field.required and key not in table.values
    ]
    for key, value in table.values.items():
        known = fields.get(key)
        if known is None:
            near = get_close_matches(key, fields, 1, 0.6)
            hint = f"did you mean {near[0]}" if near else f"there is {', '.join(fields)}"
            found.append((table.at(key), key, f"it is not known here; {hint}"))
        elif known.inner and _tables(value):
            for part in value:
                inner = Table(part, *places.next(f"{name}.{key}"))
                found += _problems(inner, dict(known.inner), f"{name}.{key}", places)
        elif trouble := _trouble(value, known):
            found.append((table.at(key), key, trouble))
    return found


def _trouble(value: Any, field: Field) -> str:
    if field.inner:
        return "it is written as tables in [[ ]] here, one for each"
    if field.kind in ("texts", "numbers"):
        if not isinstance(value, list):
            return f"a list of {field.kind} in [ ] is wanted, not {_named(value)}"
        one = field._replace(kind=field.kind[:-1])
        return next((trouble for trouble in (_trouble(part, one) for part in value) if trouble), "")
    trouble = _BY_KIND[field.kind](value, field)
    if not trouble and field.allowed and value not in field.allowed:
        return f"{value!r} is not one of {', '.join(map(str, field.allowed))}"
    return trouble


def _text(value: Any, field: Field) -> str:
    if not isinstance(value, str):
        return f"a text in quotes is wanted, not {_named(value)}"
    if not value.strip() and field.required:
        return "it is empty"
    if not value.isprintable():
        return "one line of plain text is wanted, without line breaks or hidden characters"
    if field.most and len(value) > field.most:
        return f"it is {len(value)} characters long; {field.most} are the most"
    if field.pattern and not re.fullmatch(field.pattern, value):
        return f"{value[:40]!r} is no name here; small letters, numbers and dashes make one"
    return ""


def _number(value: Any, field: Field) -> str:
    if isinstance(value, bool) or not isinstance(value, int):
        return f"a whole number is wanted, not {_named(value)}"
    if not field.least <= value <= field.most:
        return f"{value} is not between {field.least} and {field.most}"
    return ""


def _yes(value: Any, field: Field) -> str:
    return "" if isinstance(value, bool) else f"true or false is wanted, not {_named(value)}"


_BY_KIND: dict[str, Callable[[Any, Field], str]] = {"text": _text, "number": _number, "yes or no": _yes}


def _named(value: Any) -> str:
    """A value of TOML for people, by its kind."""
    kinds = {bool: "true or false", int: "a number", float: "a number", str: "a text", list: "a list", dict: "a table"}
    return kinds.get(type(value), "a date or time")
