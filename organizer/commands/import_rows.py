"""Rows of a list from elsewhere become entries: each cell is read as if it were typed, and what cannot be read is told
with its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from organizer.commands.command import Ask
from organizer.commands.fields import READERS, area_of, clean, stage_of
from organizer.errors import OrganizerError, WrongUse
from organizer.exchange.fits import is_date, why_not
from organizer.exchange.reading import Brought
from organizer.exchange.sheet import Line, Sheet
from organizer.exchange.tables import COLUMNS, At
from organizer.exchange.walk import value_of
from organizer.ids import ALPHABET, id_of
from organizer.records import FREEZE, Check, Entry, Repeat
from organizer.repeat.saying import explain

MOST_TOLD = 3
STAGES = {
    **dict.fromkeys(("", "to do", "todo", "open", "not started", "needs action", "new", "backlog", "pending"), "inbox"),
    **dict.fromkeys(("in progress", "in process", "started", "active"), "doing"),
    **dict.fromkeys(("blocked", "on hold"), "waiting"),
    **dict.fromkeys(("complete", "completed", "closed", "finished", "true", "yes", "x"), "done"),
    **dict.fromkeys(("cancelled", "canceled", "deleted", "rejected"), "let go"),
}
"""What other programs call a stage."""
YES = ("yes", "true", "x", "1", "done", "✓", "✔")


class Taken(NamedTuple):
    """The entries of a list; what could not be read, a sentence each with its line; and the areas that there are none
    of here, whose names became tags."""

    entries: tuple[Brought, ...]
    bad: tuple[str, ...]
    no_areas: tuple[str, ...]


def taken(ask: Ask, sheet: Sheet) -> Taken:
    """Read every row of a list."""
    reader = _Rows(ask)
    entries: list[Brought] = []
    bad: list[str] = []
    for line in sheet.lines:
        try:
            entries.append(Brought("entries", reader.entry(line)))
        except OrganizerError as error:
            bad.append(f"Line {line.number:,}: {error}")
    return Taken(tuple(entries), tuple(bad), tuple(reader.no_areas))


def refuse_bad(found: Taken) -> None:
    """Nothing is half kept: one row that cannot be read is enough. Raises `WrongUse`."""
    if not found.bad:
        return
    more = len(found.bad) - MOST_TOLD
    told = " ".join(found.bad[:MOST_TOLD])
    rest = f" And {more:,} more like these." if more > 0 else ""
    raise WrongUse(f"{told}{rest} Nothing was imported.")


class _Rows:
    """Reads the rows of one list; knows which entries are here already."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._at = At(ask.practice, ask.now, ask.zone)
        self._known: dict[str, Entry] | None = None
        self._seen: set[str] = set()
        self.no_areas: dict[str, None] = {}

    def entry(self, line: Line) -> Entry:
        """The entry of a row: a new one, or the one it names with what the row says of it."""
        said = line.said
        named = said.get("id", "").strip().lower()
        before = self._here(named)
        if named and named in self._seen:
            raise WrongUse("This id stands in the list for the second time.")
        self._seen.add(named)
        start = before or self._new(named)
        given = {name: cell for name, cell in said.items() if not self._unchanged(name, cell, before)}
        after = _settled(self._ask, start, start._replace(**self._values(given, start)), given)
        if not after.text.strip():
            raise WrongUse("There is no text in it.")
        why = why_not(after)
        if why:
            raise WrongUse(f"This cannot be an entry, for {why}.")
        return after

    def _here(self, named: str) -> Entry | None:
        if not named:
            return None
        if self._known is None:
            parts = self._ask.practice.everything("entries")
            found = [one for part in parts for one in part if isinstance(one, Entry)]
            self._known = {one.uuid: one for one in found if one.uuid} | {one.id: one for one in found}
        return self._known.get(named)

    def _new(self, named: str) -> Entry:
        """An entry with the identity that the row has, so that the same list is not brought in twice."""
        id, uuid = "", ""
        if len(named) == 36 and named.count("-") == 4 and set(named) <= set("0123456789abcdef-"):
            id, uuid = id_of(named), named
        elif len(named) == 10 and set(named) <= set(ALPHABET):
            id = named
        if not id or (self._known and id in self._known):
            id, uuid = self._ask.new_id()
        return Entry(id, uuid, created=self._ask.stamp())

    def _unchanged(self, name: str, cell: str, before: Entry | None) -> bool:
        """Whether a cell says what is so already."""
        write = COLUMNS.get(name)
        return name == "id" or (before is not None and write is not None and cell == write(self._at, before))

    def _values(self, given: dict[str, str], start: Entry) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, cell in given.items():
            read = READ.get(name)
            if read:
                try:
                    values.update(read(self._ask, cell, given))
                except OrganizerError as error:
                    raise type(error)(f"{name}: {error}") from None
        if "area" in given:
            values["area"] = self._area(given["area"], values)
        elif "heading" in given:
            values["area"] = area_of(self._ask.practice.every_area(), given["heading"]) or ""
        return values

    def _area(self, cell: str, values: dict[str, Any]) -> str:
        """The area meant, also a retired one; the name of one that is not here becomes a tag, so nothing is lost."""
        found = area_of(self._ask.practice.every_area(), cell)
        if found is None:
            name = " ".join(clean(cell).split())
            self.no_areas[name] = None
            values["tags"] = (*values.get("tags", ()), "-".join(name.split()))
        return found or ""


def _settled(ask: Ask, before: Entry, after: Entry, given: dict[str, str]) -> Entry:
    """Stage and day of closing agree; a rule begins with the day that is due."""
    if after.closed and after.open:
        after = after._replace(stage="done")
    if not after.open and not after.closed:
        after = after._replace(closed=ask.stamp())
    if after.open and after.closed is None and before.closed:
        after = after._replace(was="")
    if after.repeat and after.due and after.repeat != before.repeat and not given.get("repeat_rule"):
        after = after._replace(repeat=after.repeat._replace(anchor=after.due))
    return after


Said = dict[str, str]


def _plainly(name: str) -> Callable[[Ask, str, Said], dict[str, Any]]:
    return lambda ask, cell, said: {name: READERS[name](ask, cell)}


def _day(name: str) -> Callable[[Ask, str, Said], dict[str, Any]]:
    def read(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
        text = cell.strip()
        if name == "due" and said.get("due_time", "").strip() and len(text.split()) == 1:
            text = f"{text} {said['due_time'].strip()}"
        iso = text.replace(" ", "T")
        return {name: iso[:16] if is_date(iso) else READERS["due"](ask, text)}

    return read


def _moment(name: str) -> Callable[[Ask, str, Said], dict[str, Any]]:
    """When it was written, or closed: a moment, a day, or (of what is done) only that it is."""

    def read(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
        text = cell.strip()
        iso = text.replace(" ", "T")
        if is_date(iso):
            return {name: iso[:19]}
        if name == "closed" and text.lower() in (*YES, "no", "false", "0", ""):
            return {"closed": ask.stamp() if text.lower() in YES else None}
        found = READERS["due"](ask, text)
        return {name: found or ask.stamp()} if name == "created" else {name: found}

    return read


def _stage(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
    text = " ".join(cell.strip().lower().replace("-", " ").replace("_", " ").split())
    return {"stage": STAGES.get(text) or stage_of(text) or READERS["stage"](ask, cell)}


def _priority(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
    high = cell.strip().lower() in ("1", "p1", "a", "high", "highest", "urgent", *YES)
    return {"signifiers": ("priority",)} if high and not said.get("signifiers", "").strip() else {}


def _checklist(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
    if not cell.lstrip().startswith(("[ ] ", "[x] ", "[X] ")):
        return {"checklist": READERS["checklist"](ask, cell)}
    lines = [line.strip() for line in clean(cell).split("\n") if line.strip()]
    ticks = ((line[4:] if line[0] == "[" else line, line[:3].lower() == "[x]") for line in lines)
    return {"checklist": tuple(Check(text, done) for text, done in ticks)}


def _reminders(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
    words = tuple(cell.replace(",", " ").split())
    known = all(word[:-1].isdecimal() and word[-1] in "dhm" for word in words)
    return {"reminders": words if known else READERS["reminders"](ask, cell)}


def _repeat(ask: Ask, cell: str, said: Said) -> dict[str, Any]:
    """The rule itself, where it says what the words beside it say; else the words."""
    rule = said.get("repeat_rule", "").strip()
    if rule:
        try:
            found: Repeat = FREEZE["repeat"](value_of(rule))
            if explain(found) == cell.strip():
                return {"repeat": found}
        except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
            pass
    return {"repeat": READERS["repeat"](ask, cell)}


READ: dict[str, Callable[[Ask, str, Said], dict[str, Any]]] = {
    **{name: _plainly(name) for name in ("text", "signifiers", "estimate", "dread", "worst", "step", "tags", "notes")},
    **{name: _plainly(name) for name in ("waiting_for", "someday")},
    **{name: _day(name) for name in ("due", "start", "nudge")},
    **{name: _moment(name) for name in ("created", "closed")},
    "kind": lambda ask, cell, said: {"kind": READERS["kind"](ask, cell.strip() or "task")},
    "waiting_since": lambda ask, cell, said: {"waiting_since": READERS["waiting_since"](ask, cell) if cell else ""},
    "stage": _stage,
    "priority": _priority,
    "checklist": _checklist,
    "reminders": _reminders,
    "repeat": _repeat,
}
"""How each column is read: gives the fields of the entry that it says."""
