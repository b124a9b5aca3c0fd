"""The Board: open tasks in columns, by area or by stage."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from organizer.practice import Practice
from organizer.records import Area, Entry
from organizer.views.weeks import week_of

STAGE_NAMES = {
    "someday": "Some day",
    "inbox": "Inbox",
    "next": "Ready",
    "doing": "Under way",
    "waiting": "Waiting on someone",
    "done": "Done this week",
}
"""What the Board calls each stage, in the order of its columns."""


class Column(NamedTuple):
    """One column: `key` is the area's id or the stage, "" for tasks that have no area yet; `color` the area's.

    A retired area has one, the last, as long as something in it is open; nothing new is put there.
    """

    key: str
    name: str
    entries: tuple[Entry, ...]
    color: str = ""
    retired: bool = False


class BoardView(NamedTuple):
    """What the Board shows; `by` is "area" or "stage"."""

    by: str
    columns: tuple[Column, ...]
    open: int
    due_today: int


def board(practice: Practice, now: datetime, by: str = "area", keep: Mapping[str, str] | None = None) -> BoardView:
    """The view of a moment. `keep` has the column of each id that may have been finished while the page was looked
    at: those that were stay in place."""
    keep = keep or {}
    day, moment = now.date().isoformat(), now.isoformat(timespec="minutes")
    week = week_of(practice, now.date())[0].isoformat()
    areas = {area.id: area for area in practice.every_area()} if by == "area" else {}
    names = dict(STAGE_NAMES) if by == "stage" else {area.id: area.name for area in areas.values()}
    piles: dict[str, list[Entry]] = {key: [] for key in names if key not in areas or not areas[key].retired}
    open_tasks = due_today = 0
    for entry in practice.entries.values():
        if entry.kind != "task" or (entry.start and entry.start > moment):
            continue
        is_open = entry.stage not in ("done", "let go")
        if is_open:
            open_tasks += 1
            due_today += entry.due is not None and entry.due[:10] == day
        key = keep[entry.id] if not is_open and entry.id in keep else _column(entry, by, is_open, week)
        if key is not None:
            piles.setdefault(key if by == "stage" or key in names else "", []).append(entry)
    if "" in piles:
        names[""] = "No area yet"
    keys = ([""] if "" in piles else []) + [key for key in piles if key]
    columns = [_made(key, names[key], piles[key], areas.get(key)) for key in keys]
    return BoardView(by, tuple(sorted(columns, key=lambda column: column.retired)), open_tasks, due_today)


def _made(key: str, name: str, pile: list[Entry], area: Area | None) -> Column:
    color, retired = (area.color, area.retired) if area else ("", False)
    return Column(key, name, tuple(sorted(pile, key=_order)), color, retired)


def _column(entry: Entry, by: str, is_open: bool, week: str) -> str | None:
    if by == "area":
        return entry.area if is_open and not entry.someday else None
    if is_open and entry.someday:
        return "someday"
    if is_open:
        return entry.stage if entry.stage in STAGE_NAMES else "inbox"
    this_week = entry.stage == "done" and (entry.closed or "") >= week
    return "done" if this_week else None


def _order(entry: Entry) -> tuple[bool, str, bool, str]:
    return (entry.due is None, entry.due or "", "priority" not in entry.signifiers, entry.created)
