"""The pages of the journal: how they are named and numbered, what stands on each, and how an entry moves on.

One thing, one identity: an entry that moves is placed on one page more, and a stroke stays on the page before. The
strokes are its history; nothing is copied and nothing is taken away.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from organizer.change import Change, Row
from organizer.practice import Practice
from organizer.records import Entry, Placement


def kind_of(page: str) -> str:
    """ "day", "month", "future" or "collection"."""
    return page.partition(":")[0]


def name_of(page: str) -> str:
    """What stands behind the kind: a date, a month, the id of a collection's page; "" for the future as such."""
    return page.partition(":")[2]


def rank(entry: Entry, index: int) -> int:
    """Where a placement stands among the others of its page: in milliseconds, or as it was ordered."""
    place = entry.placements[index]
    return place.order or _milliseconds(place.at or entry.created)


@lru_cache(maxsize=32768)
def _milliseconds(at: str) -> int:
    """A local time as a number that grows as it does (not the time since an epoch: it need not be exact)."""
    try:
        year, month, day = int(at[:4]), int(at[5:7]), int(at[8:10])
        hours, minutes, seconds = int(at[11:13] or 0), int(at[14:16] or 0), int(at[17:19] or 0)
    except ValueError:
        return 0
    days = (year * 12 + month) * 31 + day
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000


def rank_now(now: datetime) -> int:
    """Where something placed now would stand."""
    return _milliseconds(now.isoformat(timespec="seconds"))


def standing(entry: Entry) -> int:
    """The placement on which an entry stands now, -1 for none."""
    for index in range(len(entry.placements) - 1, -1, -1):
        if entry.placements[index].state == "here":
            return index
    return -1


def page_of(entry: Entry) -> str:
    """The page on which an entry stands now, or ""."""
    index = standing(entry)
    return entry.placements[index].page if index >= 0 else ""


def standing_on(entry: Entry, page: str) -> bool:
    """Whether an entry stands on a page now."""
    for place in entry.placements:  # noqa: SIM110  asked of every entry there is
        if place.page == page and place.state == "here":
            return True
    return False


def placed(entry: Entry, page: str, at: str = "", stroke: str = "moved", order: int = 0) -> Entry:
    """The entry on a page as well, a stroke left on the one it stood on; as it was when it stands there already."""
    if page_of(entry) == page:
        return entry
    before = tuple(place._replace(state=stroke) if place.state == "here" else place for place in entry.placements)
    return entry._replace(placements=(*before, Placement(page, "here", at, order)))


def next_number(practice: Practice) -> int:
    """The number of the page that is used next: never one that there is."""
    return max((page.number for page in practice.pages.values()), default=0) + 1


def numbered(practice: Practice, change: Change, at: str) -> Change:
    """A change with a number for every page that it is the first to use."""
    wanted: dict[str, None] = {}
    made = {row.id for row in change.rows if row.table == "pages"}
    for row in change.rows:
        if row.table == "entries" and isinstance(row.after, Entry):
            before = row.before.placements if isinstance(row.before, Entry) else ()
            if row.after.placements is not before:
                wanted.update((place.page, None) for place in row.after.placements if place not in before)
    new = [page for page in wanted if page and page not in made and not practice.has_page(page)]
    return change._replace(rows=(*change.rows, *pages_made(practice, new, at, len(made)))) if new else change


def pages_made(practice: Practice, ids: Iterable[str], at: str, after: int = 0) -> list[Row]:
    """The rows that number pages which have none, `after` so many others."""
    from organizer.records.journal import JournalPage

    first = next_number(practice) + after
    return [Row("pages", id, None, JournalPage(id, first + n, made=at)) for n, id in enumerate(ids)]
