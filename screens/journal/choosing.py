"""Where to, in the journal: the lists behind move, schedule and go to."""

from __future__ import annotations

from collections.abc import Callable

from organizer import when
from organizer.office import Office
from organizer.views.board import STAGE_NAMES
from organizer.views.index import collections
from organizer.views.naming import full_title, month_name, read_month, read_page, shift_month
from screens.dialogs.places import read_day
from screens.ink import Ink, Part, shown
from screens.widgets.lane import Item


class Pages:
    """Pages to move a line to: a day, a month, a collection, old or new; areas and stages when they are typed.
    `go(kind, what)` gives "" or why not."""

    title = "Move it to"
    placeholder = "tomorrow, july, a collection’s name, old or new"
    enter = "move it there"

    def __init__(self, office: Office, ink: Ink, go: Callable[[str, str], str]) -> None:
        self._office, self._ink, self._go = office, ink, go

    def items(self, query: str) -> list[Item]:
        """The usual pages and the collections whose name holds what is typed."""
        low = query.strip().lower()
        groups = [("Pages", self._days(low)), ("Collections", self._collections(low))]
        if low:
            areas = self._office.practice.areas_in_order()
            found = [Item(area.id, "area", area.name) for area in areas if low in area.name.lower()]
            found += [Item(stage, "stage", name) for stage, name in STAGE_NAMES.items() if low in name.lower()]
            groups.append(("On the Board", found))
            if not any(line.title.casefold() == low for line in collections(self._office.practice)):
                groups.append(("", [Item(query.strip(), "collect", f"A new collection: {query.strip()}")]))
        items: list[Item] = []
        for name, group in groups:
            if group:
                items += ([Item("", "")] if items else []) + ([Item("", "group", name)] if name else []) + group
        return items

    def _days(self, low: str) -> list[Item]:
        now = self._office.clock.now()
        if low:
            month, day = read_month(low, now), read_day(self._office, low)
            page = f"month:{month}" if month else f"day:{day[:10]}" if day else ""
            return [Item(page, "page", full_title(self._office.practice, page, now))] if page else []
        tomorrow = str(when.read_all("tomorrow", now))[:10]
        this = f"{now:%Y-%m}"
        pages = (f"day:{now:%Y-%m-%d}", f"day:{tomorrow}", f"month:{this}", f"month:{shift_month(this, 1)}")
        return [Item(page, "page", full_title(self._office.practice, page, now)) for page in pages]

    def _collections(self, low: str) -> list[Item]:
        found = [line for line in collections(self._office.practice) if low in line.title.lower()]
        return [Item(line.page, "collect", shown(line.title)) for line in found]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The name, and what number it has."""
        page = self._office.practice.pages.get(item.key)
        number = f"page {page.number}" if page else ""
        return [("  ", "foreground"), (shown(item.data), "foreground")], [(number, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Move it."""
        return self._go(item.kind, item.key) if item.key else "Choose where it should go."


class Months:
    """When: a day, or a month of the future log; `go(text)` gives "" or why not."""

    title = "Schedule"
    placeholder = "september, june 18, in 3 weeks"
    enter = "it waits for then"

    def __init__(self, office: Office, ink: Ink, go: Callable[[str], str]) -> None:
        self._office, self._ink, self._go = office, ink, go

    def items(self, query: str) -> list[Item]:
        """What is typed, if it says when; else the days and months that come."""
        now = self._office.clock.now()
        if query.strip():
            month = read_month(query, now)
            day = None if month else read_day(self._office, query)
            said = f"{month_name(month, now)}, in the future log" if month else when.say(day or "", now, long=True)
            return [Item(query, "when", said)] if said else [Item("", "", "A day or a month, in your own words.")]
        named = ((name, when.read_all(name, now) or "") for name in ("friday", "next monday", "in 2 weeks"))
        days = [Item(name, "when", when.say(day, now, long=True)) for name, day in named]
        months = [shift_month(f"{now:%Y-%m}", by) for by in range(1, 7)]
        return [*days, Item("", ""), Item("", "group", "The future log"),
                *(Item(month, "month", month_name(month, now)) for month in months)]  # fmt: skip

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The words, and what they mean."""
        if item.kind == "month":
            return [(f"  {item.data}", "foreground")], []
        return [(f"  {shown(item.key)}", "foreground")], [(item.data, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Schedule it."""
        return self._go(item.key or query)


class Goto:
    """Any page there is, by number, name, month or day; `go(page)` gives "" or why not."""

    title = "Go to a page"
    placeholder = "47, june 3, may, website words"
    enter = "open it"

    def __init__(self, office: Office, ink: Ink, go: Callable[[str], str]) -> None:
        self._office, self._ink, self._go = office, ink, go

    def items(self, query: str) -> list[Item]:
        """The page that is meant, then the collections whose name holds what is typed."""
        now, practice = self._office.clock.now(), self._office.practice
        page = read_page(practice, query, now, back=True) if query.strip() else None
        items = [Item(page, "page", full_title(practice, page, now))] if page else []
        low = query.strip().lower()
        found = (*collections(practice), *collections(practice, archived=True))
        named = (line for line in found if low in line.title.lower() and line.page != page)
        items += [Item(line.page, "page", shown(line.title)) for line in named]
        return items or [Item("", "", "No page by that number or name.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The name, and its number."""
        page = self._office.practice.pages.get(item.key)
        number = f"page {page.number}" if page else "a fresh page"
        return [("  ", "foreground"), (shown(item.data), "foreground")], [(number, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Open it."""
        return self._go(item.key) if item.key else "Choose a page, by its number or its name."
