"""All records of the practice that are at hand, by table and id; and the way to those in the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar, cast

from organizer.archiving import RECENT, horizon
from organizer.change import Row, Told
from organizer.ids import Starts, id_of, only
from organizer.records import CLOSED, Area, Day, Entry, Record, Setting, Theme
from organizer.written import Written

R = TypeVar("R")


class Older(Protocol):
    """The archive: what was over with more than three months ago (`organizer.archiving`), read when asked for."""

    def look(self, table: str, id: str) -> Record | None:
        """A record of the table, at hand or in the archive; None when there is none. Raises `Damaged`."""

    def unfinished(self) -> list[Record]:
        """The entries that may ask for something, at least; of most others no record is made."""

    def begin(self, table: str, prefix: str) -> list[str]:
        """The ids in the archive that begin so."""

    def older(self, table: str, year: str = "", page: str = "", since: str = "") -> Iterator[list[Record]]:
        """The records in the archive, newest year first, at most 200 at a time: all, of a year, on a page, or over
        with since an ISO date."""

    def years(self, table: str) -> dict[str, int]:
        """How many records of a table each year of the archive has, the newest first; reads none of them."""


class Practice:
    """What the rules and the pages read. Tables are fetched from `source` when first asked for.

    `source(table)` gives a new dict of id -> record; `has(table, prefix)` says whether any id of a
    table begins so, without fetching it. `version` grows with every change, for caches; `told` knows what it was.

    Tables hold what is at hand: open, or over with for less than three months (`organizer.archiving`). The rest is in
    the archive (`archive`) and costs nothing until it is asked for: by id (`find`, `look`), by a page of the journal
    (`page`), the last thirteen months (`recent`), by year (`year`), or all of it (`everything`). What of it is changed
    is at hand again.
    """

    def __init__(
        self,
        source: Callable[[str], dict[str, Record]] = lambda table: {},
        has: Callable[[str, str], bool] | None = None,
        archive: Older | None = None,
    ) -> None:
        self._source = source
        self._has = has
        self._archive = archive
        self._tables: dict[str, dict[str, Record]] = {}
        self._looked: dict[tuple[str, str], Record | None] = {}
        self._starts: Starts | None = None
        self._old_pages: dict[str, list[Entry]] = {}
        self._written: Written | None = None
        self._unfinished: dict[str, Entry] | None = None
        self.version = 0
        self.told = Told()
        self._here: Mapping[str, Any] = {}

    @property
    def here(self) -> Mapping[str, Any]:
        """What was set for this machine alone."""
        return self._here

    @here.setter
    def here(self, here: Mapping[str, Any]) -> None:
        if here is not self._here and here != self._here:
            self._here = here
            self.version += 1
            self.told = Told(self.version)

    def table(self, name: str) -> dict[str, Record]:
        """The records of a table by id; not to be changed by the caller."""
        if name not in self._tables:
            self._tables[name] = self._source(name)
            if name == "entries" and self._unfinished is not None:
                self._tables[name].update(self._unfinished)  # each is there once
        return self._tables[name]

    def _of(self, name: str, kind: type[R]) -> dict[str, R]:
        return cast("dict[str, R]", self.table(name))

    @property
    def entries(self) -> dict[str, Entry]:
        """Every entry by id."""
        return self._of("entries", Entry)

    def unfinished(self) -> list[Entry]:
        """The entries that may ask for something: those that are open, without notes that do not come back. Where
        nobody has asked for all entries yet, of the others no record is made."""
        if self._unfinished is None:
            if "entries" in self._tables or self._archive is None:
                found: Iterable[Entry] = self.entries.values()
            else:
                found = cast("list[Entry]", self._archive.unfinished())
            self._unfinished = {entry.id: entry for entry in found if may_ask(entry)}
        return [*self._unfinished.values()]

    @property
    def is_blank(self) -> bool:
        """Whether nothing was ever written."""
        return not self.unfinished() and not self.entries

    @property
    def areas(self) -> dict[str, Area]:
        """Every area by id."""
        return self._of("areas", Area)

    @property
    def days(self) -> dict[str, Day]:
        """Office days by ISO date."""
        return self._of("days", Day)

    @property
    def pages(self) -> dict[str, Any]:
        """Every page of the journal that has a number (`organizer.records.journal.JournalPage`), by what placements
        call it."""
        return cast("dict[str, Any]", self.table("pages"))

    @property
    def habits(self) -> dict[str, Any]:
        """What is tracked in the journal (`organizer.records.journal.Habit`), by id."""
        return cast("dict[str, Any]", self.table("habits"))

    @property
    def volumes(self) -> dict[str, Any]:
        """The volumes of the journal but the first (`organizer.records.journal.Volume`), by number."""
        return cast("dict[str, Any]", self.table("volumes"))

    @property
    def commitments(self) -> dict[str, Any]:
        """Every promise (`organizer.records.word.Commitment`), by id."""
        return cast("dict[str, Any]", self.table("commitments"))

    @property
    def closures(self) -> dict[str, Any]:
        """The days without the usual office hours (`organizer.records.door.Closure`), by id."""
        return cast("dict[str, Any]", self.table("closures"))

    @property
    def inquiries(self) -> dict[str, Any]:
        """Everyone who asked for an answer (`organizer.records.door.Inquiry`), by id."""
        return cast("dict[str, Any]", self.table("inquiries"))

    @property
    def quiet(self) -> dict[str, Any]:
        """Who came no more (`organizer.records.door.Quiet`), by id."""
        return cast("dict[str, Any]", self.table("quiet"))

    @property
    def scripts(self) -> dict[str, Any]:
        """Words of one's own to say (`organizer.records.door.Script`), by id."""
        return cast("dict[str, Any]", self.table("scripts"))

    def has_page(self, id: str) -> bool:
        """Whether a page has a number, without fetching all of them if that can be."""
        if self._has is None or "pages" in self._tables:
            return id in self.pages
        return self._has("pages", id) and (":" in id or id in self.pages)

    @property
    def written(self) -> Written:
        """Which entries stand on which page, and which are due when."""
        if self._written is None:
            self._written = Written(self.entries.values())
        return self._written

    def due_on(self, day: str) -> list[Entry]:
        """The entries due on an ISO date, in no order."""
        return [self.entries[id] for id in self.written.due(day)]

    def day(self, date: str) -> Day:
        """The office day of an ISO date, blank when nothing was said of it."""
        return self._day(date) or Day(date)

    def _day(self, date: str) -> Day | None:
        found = self.days.get(date)
        if found is None and date[:4] in self.years("days"):
            old = self.look("days", date)
            return old if isinstance(old, Day) else None
        return found

    def areas_in_order(self) -> list[Area]:
        """The areas in use, as the person ordered them."""
        return sorted(
            (area for area in self.areas.values() if not area.retired), key=lambda area: (area.order, area.name)
        )

    def every_area(self) -> list[Area]:
        """The areas in use as the person ordered them, then the retired ones."""
        retired = (area for area in self.areas.values() if area.retired)
        return [*self.areas_in_order(), *sorted(retired, key=lambda area: (area.order, area.name))]

    def theme(self) -> Theme | None:
        """The theme the practice stands under now: the one begun last."""
        themes = self._of("themes", Theme).values()
        return max(reversed(themes), key=lambda theme: theme.since, default=None)

    def setting(self, name: str, default: Any = None) -> Any:
        """What the person set under a name, or the default; what holds on this machine alone (`here`) comes first."""
        if name in self.here:
            return self.here[name]
        found = self._of("settings", Setting).get(name)
        return default if found is None else found.value

    @property
    def day_first(self) -> bool:
        """Whether 3/4 is the third of April; else, as in the US, March 4."""
        return self.setting("day_first") in (True, "day first")

    def own_signs(self) -> dict[str, str]:
        """The marks the person added to the journal's own, and what each means."""
        said = self.setting("signifiers", "")
        pairs = (line.partition(" ") for line in said.splitlines()) if isinstance(said, str) else ()
        return {mark: meaning for mark, _, meaning in pairs if mark and meaning}

    def signs(self) -> dict[str, str]:
        """Every mark that may stand before a line, and what it means."""
        return {"*": "priority", "!": "idea", "?": "investigate", **self.own_signs()}

    def taken(self, prefix: str) -> bool:
        """Whether an entry's id begins so."""
        if self._has is not None and ("entries" not in self._tables or self.older("entries")):
            return self._has("entries", prefix)
        if self._starts is None:
            self._starts = Starts(self.entries)
        return self._starts.may_begin(prefix) and any(id.startswith(prefix) for id in self.entries)

    # -- the archive

    def look(self, table: str, id: str) -> Record | None:
        """The record of an id, wherever it is kept; None when there is none. Of the archive it reads a small part."""
        held = self._tables.get(table) if self._archive is not None else self.table(table)
        found = held.get(id) if held is not None else None
        if found is not None or self._archive is None or not id:
            return found
        if (table, id) not in self._looked:
            if len(self._looked) > 500:
                self._looked.clear()
            self._looked[table, id] = self._archive.look(table, id)
        return self._looked[table, id]

    def entry(self, id: str) -> Entry | None:
        """The entry of an id, at hand or in the archive; None when there is none."""
        found = self.look("entries", id)
        return found if isinstance(found, Entry) else None

    def page(self, page: str) -> list[Entry]:
        """The entries that stand or stood on a page of the journal ("day:2029-06-11"), of whatever year, in the order
        in which they were made. Of an old page it reads the few parts of the archive where it is written."""
        entries = self.entries
        found = [entries[id] for id in self.written.on(page)]
        found += [old for old in self._old_page(page) if old.id not in entries]
        return sorted(found, key=lambda entry: entry.created)

    def _old_page(self, page: str) -> list[Entry]:
        """The entries of a page that are in the archive, read once."""
        if self._archive is None or not self.older("entries"):
            return []
        if page not in self._old_pages:
            if len(self._old_pages) > 100:
                self._old_pages.clear()
            parts = self._archive.older("entries", page=page)
            self._old_pages[page] = [old for part in parts for old in part if isinstance(old, Entry)]
        return self._old_pages[page]

    def older(self, table: str) -> int:
        """How many records of a table are in the archive. Costs nothing."""
        return sum(self.years(table).values())

    def years(self, table: str) -> dict[str, int]:
        """How many records of a table each year of the archive has, the newest first. Costs nothing."""
        return self._archive.years(table) if self._archive is not None else {}

    def year(self, table: str, year: str) -> Iterator[list[Record]]:
        """The records in the archive that were over with in a year ("2029"), the newest first, at most 200 at a time.

        Made to be taken a few at a time between two keys, and left alone when nobody wants the rest. What is at hand
        of that year (the last three months, what was taken up again) is in `table`, not in here.
        """
        for part in self._archive.older(table, year=year) if self._archive is not None else ():
            yield self._still_there(table, part)

    def recent(self, table: str, now: str, months: int = RECENT) -> Iterator[list[Record]]:
        """The records of a table that were over with within thirteen months: what is at hand first, then the archive as
        `year` gives it. `now` is an ISO moment."""
        yield [*self.table(table).values()]
        since = horizon(now, months)
        for part in self._archive.older(table, since=since) if self._archive is not None and since else ():
            yield self._still_there(table, part)

    def everything(self, table: str) -> Iterator[list[Record]]:
        """All records of a table: what is at hand first, then the archive as `year` gives it, the newest year first."""
        yield [*self.table(table).values()]
        for part in self._archive.older(table) if self._archive is not None else ():
            yield self._still_there(table, part)

    def _still_there(self, table: str, part: list[Record]) -> list[Record]:
        held = self.table(table)
        return [record for record in part if record.id not in held]

    def find(self, given: str) -> Entry:
        """The entry with this id, the beginning of one, or a UUID; what is at hand goes before the archive.

        Raises `NotFound`, or `Ambiguous` with the ids that fit.
        """
        wanted = given.strip().lower()
        entries = self.entries
        if wanted in entries:
            return entries[wanted]
        fitting = [entry for id, entry in entries.items() if id.startswith(wanted)] if wanted else []
        if not fitting and len(wanted) == 36:
            fitting = [entry for entry in entries.values() if entry.uuid == wanted]
        if not fitting and wanted:
            fitting = self._archived(wanted)
        return only(fitting, given, "entry", "entries", "`organizer list` shows what there is.")

    def _archived(self, wanted: str) -> list[Entry]:
        """The entries in the archive that are meant by the beginning of an id, or a UUID."""
        if self._archive is None or not self.older("entries"):
            return []
        if len(wanted) == 36:
            try:
                near = self.entry(id_of(wanted))
            except ValueError:
                near = None
            return [near] if near is not None and near.uuid == wanted else []
        near_ids = self._archive.begin("entries", wanted)
        return [entry for entry in map(self.entry, near_ids[:7]) if entry is not None]

    def apply(self, rows: Iterable[Row]) -> None:
        """Take in the rows of a change: each record becomes what it is after."""
        self.version += 1
        for row in rows:
            self._looked.pop((row.table, row.id), None)
            self.told.add(self.version, row)
            if row.table == "entries":
                self._follow(row)
            if row.table not in self._tables:
                continue
            if row.table == "entries" and self._written is not None:
                self._rewrite(self._written, row)
            if row.after is None:
                self._tables[row.table].pop(row.id, None)
            else:
                self._tables[row.table][row.id] = row.after
                if row.table == "entries" and self._starts is not None:
                    self._starts.add(row.id)

    def _follow(self, row: Row) -> None:
        """Those that are unfinished stay in step with a change, in their order."""
        held, after = self._unfinished, row.after
        if held is None:
            return
        if not isinstance(after, Entry) or not may_ask(after):
            held.pop(row.id, None)
        elif row.id in held or row.before is None:
            held[row.id] = after
        else:
            self._unfinished = None  # taken up again: where it stands among the others is read anew

    @staticmethod
    def _rewrite(written: Written, row: Row) -> None:
        if isinstance(row.before, Entry):
            written.remove(row.before)
        if isinstance(row.after, Entry):
            written.add(row.after)

    def forget(self) -> None:
        """Drop everything read so far; it is fetched again when asked for."""
        self._tables.clear()
        self._looked.clear()
        self._old_pages.clear()
        self._starts = None
        self._written = self._unfinished = None
        self.version += 1
        self.told = Told(self.version)


def may_ask(entry: Entry) -> bool:
    """Whether an entry may ask for something: it is open, and no note that does not come back."""
    return entry.stage not in CLOSED and (entry.kind != "note" or bool(entry.repeat))
