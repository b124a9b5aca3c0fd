"""The made-up practice of `organizer demo`: read from `demo.toml`, dated from the moment it is opened, and checked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Any

from data.starter import beginnings
from data.starter.demo_journal import habit_of, pages_of, placements, ticked
from data.starter.demo_theme import history
from organizer.errors import Damaged
from organizer.ids import SHOWN, id_of
from organizer.records import KINDS, SIGNIFIERS, STAGES, Area, Check, Day, Entry, Placement, Record, Repeat, Theme

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLAIN = ("text", "kind", "area", "stage", "estimate", "dread", "step", "waiting_for", "someday", "notes", "answer")
_OTHER = (
    "due",
    "repeat",
    "reminders",
    "signifiers",
    "tags",
    "checklist",
    "written",
    "moved_from",
    "pages",
    "closed",
    "under",
)
_KNOWN: dict[str, frozenset[str]] = {
    "theme": frozenset(("name", "statement", "color", "since", "frame", "written", "told", "seasons")),
    "day": frozenset(("when", "opened", "closed", "three")),
    "entry": frozenset((*_PLAIN, *_OTHER)),
    "collection": frozenset(("name",)),
    "habit": frozenset(("name", "since", "ticked", "skipped")),
}
_ALLOWED: dict[str, tuple[object, ...]] = {"kind": KINDS, "stage": STAGES, "dread": (0, 1, 2, 3)}


def demo_records(now: datetime) -> list[Record]:
    """The records of the made-up practice as of `now`: its theme, its entries, its office days.

    The same moment gives the same records, ids too. Raises `Damaged` when `demo.toml` has a mistake.
    """
    import tomllib
    from importlib.resources import files

    text = files("data.starter").joinpath("demo.toml").read_text(encoding="utf-8")
    try:
        made = records_of(tomllib.loads(text), now)
    except tomllib.TOMLDecodeError as error:
        raise Damaged(f"demo.toml cannot be read: {error}.") from None
    from data.starter.demo_door import at_the_door
    from data.starter.demo_rituals import rituals
    from data.starter.demo_told import told
    from data.starter.demo_wins import wins
    from data.starter.demo_word import promises

    def when(word: str) -> str:
        return _due(word, now)

    entries = [one for one in made if isinstance(one, Entry)]
    made += rituals([one for one in made if isinstance(one, Day)], now, when, _uuid, id_of)
    days = {one.id for one in made if isinstance(one, Day)}
    made += [*promises(now, when, _uuid, id_of), *at_the_door(now, when, _uuid, id_of)]
    made += [one for one in wins(now, _uuid, id_of) if not (isinstance(one, Day) and one.id in days)]
    return [*made, *told(entries, when, _uuid, id_of)]


def records_of(doc: dict[str, Any], now: datetime) -> list[Record]:
    """The records that a document like `demo.toml` describes. Raises `Damaged` with what is wrong, and where."""
    areas = frozenset(record.id for record in beginnings() if isinstance(record, Area))
    entries = [_checked("entry", table, _entry, now) for table in doc.get("entry", ())]
    by_text = {entry.text: entry for entry in entries}
    shown = {entry.id[:SHOWN] for entry in entries}
    if len(by_text) < len(entries) or len(shown) < len(entries):
        raise Damaged("demo.toml: two entries have the same text, or ids that look the same.")
    for entry in entries:
        if entry.area and entry.area not in areas:
            raise Damaged(f"demo.toml: {entry.text!r} has an area that is not there: {entry.area!r}.")
    days = [_checked("day", table, _day, now) for table in doc.get("day", ())]
    themes = [_checked("theme", table, _theme, now) for table in doc.get("theme", ())]
    entries = [_under(entry, doc, themes) for entry in entries]
    hung = [
        row
        for table, theme in zip(doc.get("theme", ()), themes, strict=True)
        for row in history(table, theme, _when(now))
    ]
    names = [_checked("collection", table, lambda table, _: table["name"], now) for table in doc.get("collection", ())]
    tables = list(doc.get("habit", ()))
    habits = [_checked("habit", table, _habit(at), now) for at, table in enumerate(tables, 1)]
    days = ticked([_with_three(day, by_text) for day in days], tables, lambda word: _due(word, now), _named)
    return [*themes, *hung, *entries, *days, *habits, *pages_of(entries, names, _named)]


def _habit(order: int) -> Any:
    return lambda table, now: habit_of(table, order, lambda word: _due(word, now), _named)


def _named(seed: str) -> str:
    return id_of(_uuid(seed))


def _checked(kind: str, table: dict[str, Any], make: Any, now: datetime) -> Any:
    name = table.get("text") or table.get("when") or table.get("name") or "?"
    unknown = set(table) - _KNOWN[kind]
    if unknown:
        raise Damaged(f"demo.toml: {kind} {name!r} has a field that is not known: {', '.join(sorted(unknown))}.")
    try:
        return make(table, now)
    except (KeyError, TypeError, ValueError) as error:
        raise Damaged(f"demo.toml: {kind} {name!r} is not right: {error}.") from None


def _uuid(seed: str) -> str:
    """A UUID that is the same for the same seed, in the form of version 8 (RFC 9562)."""
    raw = bytearray(sha256(seed.encode()).digest()[:16])
    raw[6] = raw[6] & 0x0F | 0x80
    raw[8] = raw[8] & 0x3F | 0x80
    text = raw.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def moment(given: str, now: datetime) -> datetime | date:
    """The day that "today", "+2d", "-1b" or "fri" means, with its time if "11:30" follows. Raises `ValueError`."""
    word, _, clock = given.partition(" ")
    day = _day_of(word, now.date())
    return datetime.combine(day, time.fromisoformat(clock)) if clock else day


def _day_of(word: str, today: date) -> date:
    if word == "today":
        return today
    if word in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(word) - today.weekday() - 1) % 7 + 1)
    if word[:1] not in ("+", "-") or word[-1:] not in ("d", "b") or not word[1:-1].isdecimal():
        raise ValueError(f"{word!r} is no day")
    count = int(word[:-1])
    if word.endswith("d"):
        return today + timedelta(days=count)
    day, step = today, timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def _past(given: str, now: datetime) -> str:
    """A moment that has been: never later than now."""
    found = moment(given, now)
    full = found if isinstance(found, datetime) else datetime.combine(found, time(9))
    return min(full, now).isoformat(timespec="seconds")


def _entry(table: dict[str, Any], now: datetime) -> Entry:
    for name, allowed in _ALLOWED.items():
        if name in table and table[name] not in allowed:
            raise ValueError(f"{name} cannot be {table[name]!r}")
    if not set(table.get("signifiers", ())) <= set(SIGNIFIERS):
        raise ValueError("a signifier is not known")
    if ("closed" in table) != (table.get("stage") in ("done", "let go")):
        raise ValueError("what is done or let go has a moment at which it was closed, and nothing else has")
    uuid = _uuid(table["text"])
    written = _past(table["written"], now)
    pages = [Placement(f"day:{written[:10]}")]
    if "moved_from" in table:
        pages = [
            Placement(f"day:{_past(table['moved_from'], now)[:10]}", "moved"),
            Placement(pages[0].page, "here", written),
        ]
    if "pages" in table:
        pages = list(placements(table["pages"], now, lambda word: _due(word, now), _named))
    return Entry(
        id=id_of(uuid),
        uuid=uuid,
        **{name: table[name] for name in _PLAIN if name in table},
        due=_due(table["due"], now) if "due" in table else None,
        repeat=_repeat(table, uuid, now) if "repeat" in table else None,
        reminders=tuple(table.get("reminders", ())),
        checklist=tuple(Check(line.removeprefix("x "), line.startswith("x ")) for line in table.get("checklist", ())),
        signifiers=tuple(table.get("signifiers", ())),
        tags=tuple(table.get("tags", ())),
        placements=tuple(pages),
        created=_past(table["moved_from"], now) if "moved_from" in table else written,
        closed=_past(table["closed"], now) if "closed" in table else None,
    )


def _repeat(table: dict[str, Any], uuid: str, now: datetime) -> Repeat:
    """How it comes back, from its due day on."""
    due = _due(table["due"], now)
    return Repeat(**table["repeat"], anchor=due, on=due, series=id_of(uuid))


def _due(given: str, now: datetime) -> str:
    found = moment(given, now)
    return found.isoformat(timespec="minutes") if isinstance(found, datetime) else found.isoformat()


def _day(table: dict[str, Any], now: datetime) -> Day:
    day = table["when"]
    opened, closed = (_past(f"{day} {table[name]}", now) if name in table else None for name in ("opened", "closed"))
    return Day(_due(day, now), tuple(table.get("three", ())), opened, closed)


def _when(now: datetime) -> Any:
    return lambda word: _past(word, now)


def _under(entry: Entry, doc: dict[str, Any], themes: list[Theme]) -> Entry:
    """The entry, carrying the theme that hangs where it is said so."""
    said = any(table.get("under") and table["text"] == entry.text for table in doc.get("entry", ()))
    return entry._replace(theme=themes[-1].id) if said and themes else entry


def _theme(table: dict[str, Any], now: datetime) -> Theme:
    uuid = _uuid(table["name"])
    words = {name: table[name] for name in ("name", "statement", "color", "frame") if name in table}
    return Theme(id_of(uuid), uuid, since=_due(table["since"], now), **words)


def _with_three(day: Day, by_text: dict[str, Entry]) -> Day:
    missing = [text for text in day.three if text not in by_text]
    if missing or len(day.three) > 3:
        raise Damaged(f"demo.toml: day {day.id}: three entries at most, each by its text: {', '.join(missing)}.")
    return day._replace(three=tuple(by_text[text].id for text in day.three))
