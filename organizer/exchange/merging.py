"""What an import would do here: what is new, what is here already, and what is here and not the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from organizer.archiving import RULES, over
from organizer.change import Row
from organizer.exchange.reading import Brought
from organizer.practice import Practice
from organizer.records import TABLES, Record, to_doc
from organizer.wins import counting

STARTER = ("areas", "settings")
"""Tables that an office has something in before anybody wrote a line."""

SUMS = ("jars",)
"""Tables that only say what others add up to: brought together, they are added up anew."""

OF_HERE: dict[str, tuple[str, ...]] = {"areas": ("uuid",), "pages": ("number", "made")}
"""Fields that every office gives by itself: a record that differs in nothing else is the same."""


class Plan(NamedTuple):
    """`added` and `changed` are how many records of each table; `same` how many are here as they are in the file,
    `differing` those that are not, as (table, id); of these `kept` stay as they are here. `settings` are those of here
    that stay, unasked. `rows` is what is to be done."""

    rows: tuple[Row, ...]
    added: dict[str, int]
    changed: dict[str, int]
    same: int
    differing: tuple[tuple[str, str], ...]
    kept: int
    settings: int


def is_fresh(practice: Practice) -> bool:
    """Whether nothing was written here yet: then what an office begins with gives way to the file."""
    return not any(practice.table(name) or practice.older(name) for name in TABLES if name not in STARTER)


def plan(practice: Practice, brought: Iterable[Brought], prefer: str = "") -> Plan:
    """What bringing these in would do. `prefer` says of what differs whether "mine" stays or "theirs" comes; with ""
    nothing of it comes, and it is for the caller to ask. Settings of here stay, unless "theirs" are preferred.
    """
    theirs: dict[str, dict[str, Record]] = {}
    for table, record in brought:
        theirs.setdefault(table, {})[record.id] = record
    fresh = is_fresh(practice)
    rows: list[Row] = []
    differing: list[tuple[str, str]] = []
    added, changed = {}, dict[str, int]()
    same = settings = 0
    for table in TABLES:
        coming = theirs.get(table, {}) if fresh or table not in SUMS else {}
        mine = _held(practice, table, coming)
        unlike = [id for id, record in coming.items() if id in mine and not _alike(table, mine[id], record, fresh)]
        new = [Row(table, id, None, record) for id, record in coming.items() if id not in mine]
        take = unlike if fresh or prefer == "theirs" else []
        if table in RULES:  # as the archive has them: what is taken back is looked up in this order
            new.sort(key=lambda row: over(row.table, to_doc(row.after)) if row.after else "")
        rows += _numbered(practice, new, fresh) if table == "pages" else new
        rows += [Row(table, id, mine[id], coming[id]) for id in take]
        if fresh and table == "areas" and coming:
            rows += [Row(table, id, one, None) for id, one in practice.areas.items() if id not in coming]
        added[table], changed[table] = len(new), len(take)
        same += len(mine) - len(unlike)
        if not take and table == "settings":
            settings = len(unlike)
        elif not take:
            differing += [(table, id) for id in unlike]
    rows += () if fresh else _poured(practice, rows)
    kept = len(differing) if prefer == "mine" else 0
    return Plan(tuple(rows), _some(added), _some(changed), same, tuple(differing), kept, settings)


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {table: count for table, count in counts.items() if count}


def _held(practice: Practice, table: str, coming: dict[str, Record]) -> dict[str, Record]:
    """Those of here that have one of these ids, read in one go through the archive."""
    if not coming:
        return {}
    return {record.id: record for part in practice.everything(table) for record in part if record.id in coming}


def _alike(table: str, mine: Any, theirs: Any, fresh: bool) -> bool:
    if not fresh and (fields := OF_HERE.get(table)):
        theirs = theirs._replace(**{name: getattr(mine, name) for name in fields})
    return bool(mine == theirs)


def _poured(practice: Practice, rows: list[Row]) -> list[Row]:
    """The rows of the jars, where wins come or change."""
    wins = [row for row in rows if row.table == "wins"]
    before: list[Any] = [row.before for row in wins if row.before is not None]
    after: list[Any] = [row.after for row in wins]
    return [*counting.moved(practice, before, after)]


def _numbered(practice: Practice, rows: list[Row], fresh: bool) -> Iterator[Row]:
    """New pages with a number of their own: one that is taken here is not given twice. Where nothing is here, they
    come as they went out."""
    if fresh:
        yield from rows
        return
    taken = {page.number for page in practice.pages.values()}
    free = max((*taken, *(getattr(row.after, "number", 0) for row in rows)), default=0)
    for row in rows:
        page: Any = row.after
        if page.number in taken and page.number:
            free += 1
            page = page._replace(number=free)
        taken.add(page.number)
        yield row._replace(after=page)
