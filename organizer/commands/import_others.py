"""Rows of promises and of inquiries: new ones come as they stand, those that are here get what is put otherwise. What
became of one that is here is a story of steps, which is not put otherwise by a cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from organizer.commands.command import Ask
from organizer.commands.door import TEXT_AT_MOST
from organizer.commands.fields import READERS, area_of, clean
from organizer.commands.import_rows import YES, Taken
from organizer.door import outcomes
from organizer.door.past import past
from organizer.door.whom import code_for, parted
from organizer.errors import OrganizerError, WrongUse
from organizer.exchange import tables
from organizer.exchange.fits import is_date, why_not
from organizer.exchange.reading import Brought
from organizer.exchange.sheet import Sheet
from organizer.exchange.walk import value_of
from organizer.ids import ALPHABET, id_of
from organizer.records.door import Answer, Inquiry
from organizer.records.word import FREEZE, WHOM, Commitment, Step
from organizer.word import states
from organizer.word.finding import whom_of

Said = dict[str, str]
STEPS = "What became of it is a story of steps, which a cell does not change: change it here, or bring in the JSON."
KEPT = ("kept", "accepted", "closed", *YES)
OPEN = ("", "promised", "slipped", "open", "to do", "todo", "no", "false")


def taken(ask: Ask, sheet: Sheet) -> Taken:
    """Read every row of a list of promises or inquiries."""
    read = _Rows(ask, INQUIRIES if sheet.what == "inquiries" else PROMISES)
    made: list[Brought] = []
    bad: list[str] = []
    for line in sheet.lines:
        try:
            made.append(Brought(read.of.table, read.one(line.said)))
        except OrganizerError as error:
            bad.append(f"Line {line.number:,}: {error}")
    return Taken(tuple(made), tuple(bad), tuple(read.no_areas))


class _List(NamedTuple):
    """One of the two lists: its table, its columns and which of them may be put otherwise; what stands of a record in
    the columns; a new record of an id, a UUID and a row; and one that is here with what is put otherwise."""

    table: str
    columns: tuple[str, ...]
    kept: tuple[str, ...]
    written: Callable[[tables.At, Any], list[str]]
    made: Callable[[_Rows, str, str, Said], Any]
    changed: Callable[[_Rows, Any, Said], Any]


class _Rows:
    """Reads the rows of one list; knows what is here already."""

    def __init__(self, ask: Ask, of: _List) -> None:
        self.ask, self.of = ask, of
        self.no_areas: dict[str, None] = {}
        self.at = tables.At(ask.practice, ask.now, ask.zone)
        everyone: list[Any] = [one for part in ask.practice.everything(of.table) for one in part]
        self._known = {one.uuid: one for one in everyone if one.uuid} | {one.id: one for one in everyone}
        self._seen: set[str] = set()

    def one(self, said: Said) -> Any:
        """The record of a row. Raises `OrganizerError`."""
        named = said.get("id", "").strip().lower()
        before = self._known.get(named)
        if named and named in self._seen:
            raise WrongUse("This id stands in the list for the second time.")
        self._seen.add(named)
        if before is None:
            after = self.of.made(self, *self._identity(named), said)
        else:
            was = dict(zip(self.of.columns, self.of.written(self.at, before), strict=True))
            given = {name: cell for name, cell in said.items() if name != "id" and not _same(name, cell, was)}
            if any(name not in self.of.kept for name in given):
                raise WrongUse(STEPS)
            after = self.of.changed(self, before, given)
        why = why_not(after)
        if why:
            raise WrongUse(f"This cannot be kept, for {why}.")
        return after

    def _identity(self, named: str) -> tuple[str, str]:
        """That of the row, so that the same list is not brought in twice; else a new one."""
        if len(named) == 36 and named.count("-") == 4 and set(named) <= set("0123456789abcdef-"):
            found = id_of(named), named
        elif len(named) == 10 and set(named) <= set(ALPHABET):
            found = named, ""
        else:
            return self.ask.new_id()
        return found if found[0] not in self._known else self.ask.new_id()

    def moment(self, said: Said, name: str, usual: str = "") -> str:
        """A moment of the past, to the second; `usual` where nothing is said. Raises `WrongUse`."""
        text = line(said, name)
        iso = text.replace(" ", "T", 1)
        found: str | None = (
            iso if is_date(iso) else past(text, self.ask.now, self.ask.practice.day_first) if text else usual
        )
        if found is None:
            raise WrongUse(f"{name}: {text[:40]!r} is not a time that can be read.")
        if text and (not found or found > self.ask.now.isoformat()):
            raise WrongUse(f"{name}: that is still to come.")
        if len(found) == 10:  # at noon, as far as that has been
            return min(f"{found}T12:00:00", self.ask.stamp()[:19]) if text else f"{found}T12:00:00"
        return datetime.fromisoformat(found).isoformat(timespec="seconds")[:19]

    def read(self, name: str, cell: str) -> Any:
        """A field as it would be typed."""
        try:
            return READERS[name](self.ask, cell)
        except OrganizerError as error:
            raise type(error)(f"{name}: {error}") from None

    def area(self, cell: str) -> str:
        """The area meant, also a retired one; one that is not here is told, and left out."""
        found = area_of(self.ask.practice.every_area(), cell) if cell.strip() else ""
        if found is None:
            self.no_areas[" ".join(clean(cell).split())] = None
        return found or ""


def _same(name: str, cell: str, was: Said) -> bool:
    """Whether a cell says what stands here. That something has slipped since it was written, time alone did."""
    here = was.get(name, cell)
    return cell == here or (name == "state" and here == "slipped" and cell in ("promised", "answering"))


def line(said: Said, name: str) -> str:
    """A cell as one line."""
    return " ".join(clean(said.get(name, "")).split())


def _inquiry(rows: _Rows, id: str, uuid: str, said: Said) -> Inquiry:
    """As it stands: what became of it last is its one answer."""
    text, who = line(said, "text"), line(said, "who")
    if not who:
        who, text = parted(text)
    at = rows.moment(said, "received", rows.ask.stamp())
    typed = line(said, "state")
    state = "" if typed.lower() in ("waiting", *OPEN) else outcomes.outcome_of(typed)
    if typed and not state and typed.lower() not in ("waiting", *OPEN):
        raise WrongUse(f"state: {typed[:40]!r} is none. They are: waiting, {', '.join(outcomes.OUTCOMES)}.")
    zone, review, names = line(said, "zone") or rows.ask.zone, line(said, "review"), line(said, "names")
    if review and not is_date(review):
        raise WrongUse(f"review: {review[:40]!r} is no day.")
    count = int(names) if names.isdecimal() and len(names) < 4 else 0
    done = rows.moment(said, "last", rows.moment(said, "heard", at))
    if done < at and done[:10] == at[:10] and ":" not in said.get("last", said.get("heard", "")):
        done = at  # of the answer only the day is told
    elif done < at and done[:10] == at[:10] and ":" not in said.get("received", ""):
        at = done
    answers = (Answer(state, done, zone, "", line(said, "note"), count, review),) if state else ()
    created = rows.moment(said, "created", rows.ask.stamp())
    full = line(said, "full").lower() in YES
    made = Inquiry(id, uuid, text, who or code_for(rows.ask.practice, uuid or id), "", at, zone, full, answers, created)
    return _other_inquiry(rows, made, {"how": said.get("how", "")})


def _other_inquiry(rows: _Rows, before: Inquiry, given: Said) -> Inquiry:
    """With other words, code, channel or time."""
    values: dict[str, Any] = {name: line(given, name) for name in ("text", "who", "how") if name in given}
    if "received" in given:
        values["received"] = rows.moment(given, "received", before.received)
    after = before._replace(**values)
    if not after.text or not after.who:
        raise WrongUse("It needs a few words and a code.")
    if len(after.text) > TEXT_AT_MOST:
        raise WrongUse(f"A line of {TEXT_AT_MOST} letters at most; this has {len(after.text)}.")
    if after.answers and after.received > after.answers[0].at:
        raise WrongUse("It was answered before it came in.")
    return after


def _promise(rows: _Rows, id: str, uuid: str, said: Said) -> Commitment:
    """With its whole story, where the row tells it; else an open one, or one that was kept."""
    created = rows.moment(said, "created", rows.ask.stamp())
    state, zone, note = line(said, "state").lower(), line(said, "zone") or rows.ask.zone, line(said, "note")
    cell = line(said, "due")
    iso = cell.replace(" ", "T", 1)
    due = iso[:16] if is_date(iso) else rows.read("due", cell) if cell else None
    begun = {name: said.get(name, "") for name in PROMISES.kept}
    steps = _story(rows, said, state, due)
    if steps:
        return _other_promise(rows, Commitment(id, uuid, steps=steps, created=created), begun)
    if state not in ("asked", *OPEN, *KEPT):
        raise WrongUse(STEPS)
    if not due and state != "asked":
        raise WrongUse("due: By when? A day, or a day and a time.")
    kept = state in KEPT
    first = Step("ask" if state == "asked" else "promise", created, due, zone if due else "", "", "" if kept else note)
    steps = (first, Step("keep", rows.moment(said, "last", rows.ask.stamp()), note=note)) if kept else (first,)
    made = Commitment(id, uuid, steps=steps, created=created)
    return _other_promise(rows, made, begun)


def _story(rows: _Rows, said: Said, state: str, due: str | None) -> tuple[Step, ...]:
    """The steps that a row tells of, as long as its other cells say the same; else none. Raises `WrongUse`."""
    cell = said.get("steps", "").strip()
    if not cell:
        return ()
    try:
        told = Commitment("told", steps=FREEZE["steps"](value_of(cell)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise WrongUse("steps: no story of steps. Leave the cell empty, and the row comes as it stands.") from None
    why = why_not(told)
    if why:
        raise WrongUse(f"steps: this cannot be kept, for {why}.")
    stands = dict(zip(tables.PROMISES, tables.promise(rows.at, told), strict=True))
    same = (due or "") == (states.due(told) or "")[:16] and line(said, "note") == line(stands, "note")
    return told.steps if same and _same("state", state, stands) else ()


def _other_promise(rows: _Rows, before: Commitment, given: Said) -> Commitment:
    """With other words, for someone else, in another area."""
    values: dict[str, Any] = {name: line(given, name) for name in ("text", "who", "whom") if name in given}
    if values.get("who", "").lower() in ("me", "myself", "self"):
        values["who"] = "me"
    if "whom" in values and values["whom"] not in WHOM:
        values["whom"] = whom_of(values.get("who", before.who))
    if "area" in given:
        values["area"] = rows.area(given["area"])
    if "estimate" in given:
        values["estimate"] = rows.read("estimate", given["estimate"]) if given["estimate"].strip() else None
    after = before._replace(**values)
    if not after.text or not after.who:
        raise WrongUse("A promise says what, and to whom.")
    return after


INQUIRIES = _List(
    "inquiries", tables.INQUIRIES, ("text", "who", "how", "received"), tables.inquiry, _inquiry, _other_inquiry
)
PROMISES = _List(
    "commitments",
    tables.PROMISES,
    ("text", "who", "whom", "area", "estimate"),
    tables.promise,
    _promise,
    _other_promise,
)
